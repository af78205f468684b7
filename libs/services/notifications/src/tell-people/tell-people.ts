import { Injectable } from '@nestjs/common';
import type { Side } from '#libs/contracts';
import { Clock } from '#libs/ports/clock/port';
import { Aggregates, InjectAggregates, sha256, type DueCause, type EventCause } from '#libs/runtime';
import { laneOf, momentOf, type LaneFacts } from '../domain/lanes.js';
import { notify, type Notification } from '../domain/notification.js';
import { onceOf, type Subject } from '../domain/subject.js';
import { notificationsAggregate } from '../notifications.collection.js';
import { OwnerReads } from '../owners/owner-reads.js';
import { Undo } from '../undo.js';

export interface Recipient {
  /** A person's id. */
  readonly id: string;
  readonly side: Side;
}

/** What decides when it goes; `wanted` is when it fell due, epoch ms; when absent, the moment of the event. */
export interface Occasion {
  readonly match?: LaneFacts;
  readonly wanted?: number;
}

/** Makes the notifications that something asks for, each once however often it comes. */
@Injectable()
export class TellPeople {
  constructor(
    @InjectAggregates(notificationsAggregate) private readonly notifications: Aggregates<Notification>,
    private readonly owners: OwnerReads,
    private readonly clock: Clock,
    private readonly undo: Undo,
  ) {}

  /** @throws Unavailable */
  async execute(
    recipients: readonly Recipient[],
    subject: Subject,
    cause: EventCause | DueCause,
    { match, wanted }: Occasion = {},
  ): Promise<void> {
    const now = this.clock.now();
    const lane = laneOf(subject, match ?? null, now);
    const origin = cause.kind === 'event' ? `${cause.source}#${cause.seq}` : cause.correlationId;
    for (const { id: recipient, side } of recipients) {
      const rhythm =
        lane === 'quiet' ? ((await this.owners.person(recipient))?.preferences?.mail ?? 'each') : 'each';
      const at = momentOf(subject, lane, {
        now,
        wanted: wanted ?? (cause.kind === 'event' ? Date.parse(cause.time) : now),
        rhythm,
        undoMs: this.undo.milliseconds,
      });
      const id = sha256(onceOf(subject, side, recipient, origin)).slice(0, 32);
      await this.notifications.create(id, cause, notify(id, { subject, side, recipient, lane }, { now, at }));
    }
  }
}
