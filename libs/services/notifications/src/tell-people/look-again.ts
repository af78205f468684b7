import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/ports/clock/port';
import { Aggregates, InjectAggregates, type DueCause, type EventCause } from '#libs/runtime';
import { putOff, type Notification } from '../domain/notification.js';
import { notificationsAggregate } from '../notifications.collection.js';

const mostOfOneMatch = 1000;

/** Makes what still waits to be told of a match look at it now: most of it is no longer true and is left out. */
@Injectable()
export class LookAgain {
  constructor(
    @InjectAggregates(notificationsAggregate) private readonly notifications: Aggregates<Notification>,
    private readonly clock: Clock,
  ) {}

  async lookAgain(matchId: string, { actor, correlationId, causationId }: EventCause): Promise<void> {
    const { items } = await this.notifications.find('byMatch', { equals: matchId, limit: mostOfOneMatch });
    const now = this.clock.now();
    // Not as a reaction to the event: `seen` would grow with it.
    const cause: DueCause = { kind: 'due', actor, correlationId, causationId };
    for (const { id, state } of items)
      if (state.phase === 'waiting' && state.subject.template !== 'ending' && state.dueAt > now)
        await this.notifications.change(id, cause, (waiting) => putOff(waiting, now));
  }
}
