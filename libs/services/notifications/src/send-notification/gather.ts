import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/ports/clock/port';
import type { Query } from '#libs/ports/document-store/port';
import { Aggregates, InjectAggregates, inParallel, type Aggregate, type DueCause } from '#libs/runtime';
import { goesAlong, joins } from '../domain/lanes.js';
import {
  awaitsLeader,
  called,
  joined,
  putOff,
  type Made,
  type Notification,
} from '../domain/notification.js';
import { notificationsAggregate } from '../notifications.collection.js';
import { Undo } from '../undo.js';

const mostInOneMail = 40;
/** So many are looked at for it: some may be on their way already. */
const mostLookedAt = 60;
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
    const front = await this.front(state, now);
    // Unless it has been called meanwhile.
    if (front && front.id !== id)
      return (waiting) =>
        waiting.nextAt === state.nextAt ? awaitsLeader(waiting, now + takenAlongMs) : null;
    const isPatient = state.lane === 'questions' && now - state.madeAt < patience * this.undo.milliseconds;
    const until = isPatient ? await this.lastComing(state, now) : undefined;
    return until === undefined ? null : (waiting) => putOff(waiting, until);
  }

  /** The leader, which is claimed, and those that go with it. Each is in one mail only; after a crash the same are found again. */
  async with(
    leader: Aggregate<Notification>,
    cause: DueCause,
  ): Promise<readonly [Aggregate<Notification>, ...Aggregate<Notification>[]]> {
    const now = this.clock.now();
    const mine = await this.notifications.find('byLeader', { equals: leader.id, limit: mostInOneMail });
    const due = (await this.together(leader.state, { limit: mostLookedAt }))
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

  /** A mail that was full has left others behind: the first of them goes next, without waiting until it looks again. */
  async callNext(mail: readonly Aggregate<Notification>[], cause: DueCause): Promise<void> {
    const [{ state }] = mail as [Aggregate<Notification>];
    if (mail.length < mostInOneMail) return;
    const now = this.clock.now();
    const front = await this.front(state, now);
    if (front) await this.notifications.change(front, cause, (waiting) => called(waiting, now));
  }

  /** Of those that have been due for longest the one that was made first; undefined when none is due. */
  private async front(of: Notification, now: number): Promise<Aggregate<Notification> | undefined> {
    const due = await this.together(of, { to: new Date(now + 1).toISOString(), limit: mostLookedAt });
    return due.toSorted((a, b) => a.state.madeAt - b.state.madeAt || (a.id < b.id ? -1 : 1))[0];
  }

  /** When the last falls due of those that do so later; undefined when none does. */
  private async lastComing(of: Notification, now: number): Promise<number | undefined> {
    const from = new Date(now + 1).toISOString();
    const [last] = await this.together(of, { from, order: 'descending', limit: 1 });
    return last?.state.dueAt;
  }

  private async together(
    { recipient, lane }: Notification,
    query: Omit<Query, 'equals'>,
  ): Promise<readonly Aggregate<Notification>[]> {
    return (await this.notifications.find('together', { equals: `${recipient}|${lane}`, ...query })).items;
  }
}
