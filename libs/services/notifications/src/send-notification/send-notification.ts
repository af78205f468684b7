import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Clock } from '#libs/ports/clock/port';
import {
  Aggregates,
  DueRunner,
  InjectAggregates,
  inParallel,
  type Aggregate,
  type DueCause,
} from '#libs/runtime';
import { joins } from '../domain/lanes.js';
import {
  awaitsLeader,
  claimed,
  gaveUp,
  leftToAnother,
  mailerAway,
  nobodyThere,
  parted,
  postponed,
  putOff,
  refused,
  sent,
  skipped,
  type Made,
  type Notification,
} from '../domain/notification.js';
import { afterTheQuiet, isQuietTime } from '../domain/when-to-send.js';
import { notificationsAggregate } from '../notifications.collection.js';
import { Deliver, type Delivered, type Fate } from './deliver.js';
import { Gather, type Sendable } from './gather.js';
import { unsettled } from './mail-of.js';

/** A question that is on its way is there or not a moment later. */
const unsettledMs = 2_000;

/**
 * Sends what is due, alone or with others in one mail: the newer truth or nothing. A crash before it is marked sends it
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
    const wait = await this.waits(due);
    if (wait) {
      await this.notifications.change(due.id, cause, wait);
      return;
    }
    const leader = await this.claim(due.id, cause);
    if (!leader) return;
    const [first, ...others] = joins(leader.state.lane) ? await this.gather.with(leader, cause) : [leader];
    const delivered = await this.deliver.execute([first, ...others]);
    // The leader last: until it is settled, all of them are found again.
    const settle = ({ id }: Sendable) =>
      this.notifications.change(id, cause, (state) => this.settle(id, state, delivered, id === leader.id));
    await inParallel(others, settle);
    await settle(leader);
  }

  /** Undefined when another process is at it. */
  private async claim(id: string, cause: DueCause): Promise<Aggregate<Notification> | undefined> {
    let isMine = false;
    const { document } = await this.notifications.change(id, cause, (state) => {
      const made = claimed(state, id, this.clock.now());
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

  private settle(id: string, state: Notification, delivered: Delivered, leads: boolean): Made | null {
    const now = this.clock.now();
    if ('fates' in delivered) return this.meet(id, state, delivered.fates.get(id), now);
    if (!leads) return null;
    if (delivered.why === unsettled) return awaitsLeader(state, now + unsettledMs);
    this.log.warn(`notification ${id} waits: ${delivered.why}`);
    return delivered.wait === 'mailer' ? mailerAway(state, now) : postponed(state, now);
  }

  private meet(id: string, state: Notification, fate: Fate | undefined, now: number): Made | null {
    switch (fate?.is) {
      case 'sent':
        return sent(state, now);
      case 'skipped':
        if (fate.why === nobodyThere) this.log.warn(`notification ${id} has nobody to go to`);
        return skipped(state, fate.why);
      case 'refused':
        this.log.error(`notification ${id} is refused by the mailer`);
        return refused(state);
      case 'gave-up':
        this.log.error(`notification ${id} was not taken by the mailer for a day`);
        return gaveUp(state);
      case 'parted':
        return parted(state, now);
      default:
        return null;
    }
  }
}
