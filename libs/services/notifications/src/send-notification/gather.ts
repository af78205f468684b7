import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/ports/clock/port';
import { Aggregates, InjectAggregates, inParallel, type Aggregate, type DueCause } from '#libs/runtime';
import { goesAlong, joins } from '../domain/lanes.js';
import { awaitsLeader, joined, putOff, type Made, type Notification } from '../domain/notification.js';
import { notificationsAggregate } from '../notifications.collection.js';
import { Undo } from '../undo.js';

const mostInOneMail = 40;
const mostWaiting = 500;
/** Approvals that follow each other are one mail, but a question waits at most this many undo times for the next. */
const patience = 3;
/** Milliseconds after which one that was not taken along looks again. */
const takenAlongMs = 5_000;

export type Sendable = Pick<Aggregate<Notification>, 'id' | 'state'>;

/** Finds what goes in one mail: the others of the same lane that are due for the same person. */
@Injectable()
export class Gather {
  constructor(
    @InjectAggregates(notificationsAggregate) private readonly notifications: Aggregates<Notification>,
    private readonly clock: Clock,
    private readonly undo: Undo,
  ) {}

  /**
   * What it waits for: another of the same person that fell due before and takes it along, or this person being asked more
   * in a moment. Null when its mail goes now, with itself in front.
   */
  async waits({ id, state }: Sendable): Promise<((state: Notification) => Made | null) | null> {
    if (!joins(state.lane) || state.phase === 'leading') return null;
    const now = this.clock.now();
    const others = (await this.togetherWith(state)).filter((other) => other.id !== id);
    if (others.some((other) => other.state.dueAt <= now && isBefore(other, { id, state })))
      return (waiting) => awaitsLeader(waiting, now + takenAlongMs);
    const isPatient = state.lane === 'questions' && now - state.madeAt < patience * this.undo.milliseconds;
    const coming = isPatient ? others.filter((other) => other.state.dueAt > now) : [];
    if (coming.length === 0) return null;
    const until = Math.max(...coming.map((other) => other.state.dueAt));
    return (waiting) => putOff(waiting, until);
  }

  /** The leader, which is claimed, and those that go with it. Each is in one mail only; after a crash the same are found again. */
  async with(leader: Sendable, cause: DueCause): Promise<readonly [Sendable, ...Sendable[]]> {
    const now = this.clock.now();
    const mine = await this.notifications.find('byLeader', { equals: leader.id, limit: mostInOneMail });
    const due = (await this.togetherWith(leader.state))
      .filter(
        ({ id, state }) =>
          id !== leader.id && state.phase === 'waiting' && goesAlong(state.lane, state.dueAt, now),
      )
      .slice(0, Math.max(0, mostInOneMail - 1 - mine.items.length));
    const asked = await inParallel(due, (other) =>
      this.notifications.change(other, cause, (state) => joined(state, leader.id)),
    );
    const came = asked.map((other) => other.document).filter(({ state }) => state.leader === leader.id);
    return [leader, ...mine.items, ...came];
  }

  private async togetherWith({ recipient, lane }: Notification): Promise<readonly Aggregate<Notification>[]> {
    const query = { equals: `${recipient}|${lane}`, limit: mostWaiting };
    return (await this.notifications.find('together', query)).items;
  }
}

const isBefore = (a: Sendable, b: Sendable): boolean =>
  a.state.madeAt < b.state.madeAt || (a.state.madeAt === b.state.madeAt && a.id < b.id);
