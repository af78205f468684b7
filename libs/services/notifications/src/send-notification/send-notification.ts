import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Clock } from '#libs/ports/clock/port';
import {
  Aggregates,
  DueRunner,
  InjectAggregates,
  inParallel,
  isOutage,
  type Aggregate,
  type DueCause,
} from '#libs/runtime';
import { meet, meetFirst, told } from '../domain/fate.js';
import { joins } from '../domain/lanes.js';
import {
  awaitsLeader,
  claimed,
  leftToAnother,
  mailDeferred,
  mailerAway,
  nobodyThere,
  postponed,
  putOff,
  type Fate,
  type Made,
  type Notification,
} from '../domain/notification.js';
import { afterTheQuiet, isQuietTime } from '../domain/when-to-send.js';
import { notificationsAggregate } from '../notifications.collection.js';
import { Deliver, type Waits } from './deliver.js';
import { Gather } from './gather.js';
import { unsettled } from './mail-of.js';

/** A question that is on its way is there or not a moment later. */
const unsettledMs = 2_000;
const noteAgainMs = 250;

/**
 * Sends what is due, alone or with others in one mail: the newer truth or nothing. A crash before it is noted sends it
 * again under the same message id.
 */
@Injectable()
export class SendNotification implements OnModuleInit {
  private readonly log = new Logger(SendNotification.name);

  constructor(
    @InjectAggregates(notificationsAggregate) private readonly notifications: Aggregates<Notification>,
    private readonly gather: Gather,
    private readonly deliver: Deliver,
    private readonly due: DueRunner,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.due.handle(notificationsAggregate, (document, cause) => this.execute(document, cause));
  }

  private async execute(due: Aggregate<Notification>, cause: DueCause): Promise<void> {
    if (due.state.toTell) return this.tellOthers(due, cause);
    const wait = await this.waits(due);
    if (wait) {
      await this.notifications.change(due, cause, wait);
      return;
    }
    const leader = await this.claim(due, cause);
    if (!leader) return;
    const mail = joins(leader.state.lane) ? await this.gather.with(leader, cause) : ([leader] as const);
    const delivered = await this.deliver.execute(mail);
    if ('fates' in delivered) {
      await this.note(leader, delivered.fates, cause);
      await this.gather.callNext(mail, cause);
    } else await this.notifications.change(leader, cause, (state) => this.later(leader.id, state, delivered));
  }

  private async note(
    leader: Aggregate<Notification>,
    fates: ReadonlyMap<string, Fate>,
    cause: DueCause,
  ): Promise<void> {
    const { id } = leader;
    const { [id]: own, ...others } = Object.fromEntries(fates);
    if (!own) throw new Error(`notification ${id} went in a mail of its own and has no fate`);
    for (const [each, fate] of fates) this.warn(each, fate);
    const { document } = await this.whileClaimed(leader, () =>
      this.notifications.change(leader, cause, (state) => meetFirst(state, own, others, this.clock.now())),
    );
    await this.tellOthers(document, cause);
  }

  /** The mail is out: a database that is away for a moment must not make it go again. */
  private async whileClaimed<T>({ state }: Aggregate<Notification>, write: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await write();
      } catch (error) {
        if (!isOutage(error)) throw error;
        await pause(noteAgainMs);
        if (this.clock.now() >= (state.claimedUntil ?? 0)) throw error;
      }
    }
  }

  private async tellOthers(leader: Aggregate<Notification>, cause: DueCause): Promise<void> {
    const { toTell } = leader.state;
    if (!toTell) return;
    const now = this.clock.now();
    await inParallel(Object.entries(toTell), ([other, fate]) =>
      this.notifications.change(other, cause, (state) => meet(state, fate, now)),
    );
    await this.notifications.change(leader, cause, (state) => told(state, toTell, now));
  }

  /** Undefined when another process is at it. */
  private async claim(
    due: Aggregate<Notification>,
    cause: DueCause,
  ): Promise<Aggregate<Notification> | undefined> {
    let isMine = false;
    const { document } = await this.notifications.change(due, cause, (state) => {
      const made = claimed(state, due.id, this.clock.now());
      isMine = made !== null;
      return made ?? leftToAnother(state);
    });
    return isMine ? document : undefined;
  }

  private async waits(leader: Aggregate<Notification>) {
    const now = this.clock.now();
    const { lane } = leader.state;
    // Handled late: what can wait still wakes nobody.
    if ((lane === 'quiet' || lane === 'awake') && isQuietTime(now))
      return (state: Notification) => putOff(state, afterTheQuiet(now));
    return this.gather.waits(leader);
  }

  private later(id: string, state: Notification, { wait, why }: Waits): Made | null {
    const now = this.clock.now();
    if (why === unsettled) return awaitsLeader(state, now + unsettledMs);
    this.log.warn(`notification ${id} waits: ${why}`);
    if (wait === 'mail') return mailDeferred(state, now);
    return wait === 'mailer' ? mailerAway(state, now) : postponed(state, now);
  }

  private warn(id: string, fate: Fate): void {
    if (fate.is === 'skipped' && fate.why === nobodyThere)
      this.log.warn(`notification ${id} has nobody to go to`);
    if (fate.is === 'refused') this.log.error(`notification ${id} is refused by the mailer`);
    if (fate.is === 'gave-up') this.log.error(`notification ${id} was not taken by the mailer for a day`);
  }
}
