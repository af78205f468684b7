import { Injectable } from '@nestjs/common';
import type { MatchSnapshot } from '#libs/contracts';
import { Clock } from '#libs/ports/clock/port';
import { Aggregates, InjectAggregates, sha256, type EventCause } from '#libs/runtime';
import { notify, type Notification, type Side, type Subject } from '../domain/notification.js';
import { notificationsAggregate } from '../notifications.collection.js';
import { OwnerReads } from '../owners/owner-reads.js';

interface Recipient {
  readonly id: string;
  readonly side: Side;
}

/** Makes the notifications that an event asks for, each once however often the event comes. */
@Injectable()
export class TellPeople {
  constructor(
    @InjectAggregates(notificationsAggregate) private readonly notifications: Aggregates<Notification>,
    private readonly owners: OwnerReads,
    private readonly clock: Clock,
  ) {}

  async ofRequest(askers: readonly string[], subject: Subject, cause: EventCause): Promise<void> {
    const recipients = askers.map((id) => ({ id, side: 'school' as const }));
    await this.tell(recipients, subject, cause);
  }

  async ofMatch(
    match: MatchSnapshot,
    sides: readonly Side[],
    subject: Subject,
    cause: EventCause,
  ): Promise<void> {
    const recipients = await Promise.all(
      sides.map((side) => (side === 'school' ? this.schoolSide(match.requestId) : this.partnerSide(match))),
    );
    await this.tell(recipients.flat(), subject, cause);
  }

  private async schoolSide(requestId: string): Promise<Recipient[]> {
    const { contactId, madeBy } = await this.owners.request(requestId);
    return [...new Set([contactId, madeBy])].map((id) => ({ id, side: 'school' }));
  }

  private async partnerSide({ offerId }: MatchSnapshot): Promise<Recipient[]> {
    const { contactId } = await this.owners.offer(offerId);
    return [{ id: contactId, side: 'partner' }];
  }

  private async tell(recipients: readonly Recipient[], subject: Subject, cause: EventCause): Promise<void> {
    for (const { id: recipient, side } of recipients) {
      // Whoever ended it knows.
      if (subject.template === 'ending' && recipient === cause.actor) continue;
      const origin = `${cause.source}#${cause.seq}`;
      const id = sha256(`${origin} ${subject.template} ${side} ${recipient}`).slice(0, 32);
      await this.notifications.create(id, cause, notify(id, { subject, side, recipient }, this.clock.now()));
    }
  }
}
