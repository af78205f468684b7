import { Injectable } from '@nestjs/common';
import type { Side } from '#libs/contracts';
import { Clock } from '#libs/ports/clock/port';
import { Aggregates, InjectAggregates, sha256, type EventCause } from '#libs/runtime';
import { notify, onceOf, type Notification, type Subject } from '../domain/notification.js';
import { notificationsAggregate } from '../notifications.collection.js';

export interface Recipient {
  readonly id: string;
  readonly side: Side;
}

/** Makes the notifications that an event asks for, each once however often the event comes. */
@Injectable()
export class TellPeople {
  constructor(
    @InjectAggregates(notificationsAggregate) private readonly notifications: Aggregates<Notification>,
    private readonly clock: Clock,
  ) {}

  async execute(recipients: readonly Recipient[], subject: Subject, cause: EventCause): Promise<void> {
    for (const { id: recipient, side } of recipients) {
      const once = onceOf(subject, side, recipient, `${cause.source}#${cause.seq}`);
      const id = sha256(once).slice(0, 32);
      await this.notifications.create(id, cause, notify(id, { subject, side, recipient }, this.clock.now()));
    }
  }
}
