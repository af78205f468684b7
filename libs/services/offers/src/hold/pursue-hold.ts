import { slotsOfOffer } from '#libs/facts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '#libs/ports/clock/port';
import {
  Aggregates,
  DueRunner,
  InjectAggregates,
  type Aggregate,
  type Cause,
  type DueCause,
} from '#libs/runtime';
import type { Entry } from '../domain/calendar.js';
import {
  held,
  overdue,
  refused,
  refusing,
  released,
  swept,
  type Hold,
  type Obstacle,
} from '../domain/hold.js';
import { type Offer } from '../domain/offer.js';
import { holdsAggregate, offersAggregate } from '../offers.collection.js';
import { Holdings } from './holdings.js';

/** Brings a hold to its end, from wherever it stands: also from half-way, after a crash. */
@Injectable()
export class PursueHold implements OnModuleInit {
  constructor(
    @InjectAggregates(holdsAggregate) private readonly holds: Aggregates<Hold>,
    @InjectAggregates(offersAggregate) private readonly offers: Aggregates<Offer>,
    private readonly holdings: Holdings,
    private readonly clock: Clock,
    private readonly due: DueRunner,
  ) {}

  onModuleInit(): void {
    this.due.handle(holdsAggregate, (document, cause) => this.whenDue(document, cause));
  }

  async execute(hold: Aggregate<Hold>, trace: Cause): Promise<void> {
    const { actor, correlationId, causationId } = trace;
    const cause: DueCause = { kind: 'due', actor, correlationId, causationId };
    if (hold.state.phase === 'taking') await this.takeAll(hold, cause);
    const current = await this.holds.get(hold.id);
    if (current && current.state.phase !== 'held' && current.state.phase !== 'taking')
      await this.giveAllBack(current, cause);
  }

  private async whenDue(hold: Aggregate<Hold>, cause: DueCause): Promise<void> {
    if (hold.state.phase === 'held') {
      await this.holds.change(hold.id, cause, (state) => overdue(state, this.clock.now()));
    } else {
      await this.execute(hold, cause);
      await this.holds.change(hold.id, cause, swept);
    }
  }

  private async takeAll({ id, state }: Aggregate<Hold>, cause: DueCause): Promise<void> {
    const obstacle = await this.firstObstacle(id, state);
    await this.holds.change(id, cause, (hold) =>
      obstacle ? refusing(hold, obstacle, this.clock.now()) : held(hold, this.clock.now()),
    );
  }

  /** Takes in sorted order, so that two holds that want the same never wait for each other. */
  private async firstObstacle(id: string, { question, slots, demand }: Hold): Promise<Obstacle | null> {
    const entry = (groups: number): Entry => ({ key: `${id}#${question}`, match: id, groups });
    for (const demandId of [...demand].sort()) {
      const obstacle = await this.holdings.takeDemand(demandId, entry(1));
      if (obstacle) return obstacle;
    }
    for (const slot of [...slots].sort((a, b) => (a.slotId < b.slotId ? -1 : 1))) {
      const offer = await this.offers.get(slot.offerId);
      const found =
        offer?.state.state === 'published'
          ? slotsOfOffer(slot.offerId, offer.state).find(({ id }) => id === slot.slotId)
          : undefined;
      if (!found) return { obstacle: 'slot-gone', at: slot.slotId };
      const obstacle = await this.holdings.takeSlot(slot, found.groups, entry(slot.groups));
      if (obstacle) return obstacle;
    }
    return null;
  }

  private async giveAllBack({ id, state }: Aggregate<Hold>, cause: DueCause): Promise<void> {
    const mine = (entry: Entry) => entry.match === id;
    for (const { slotId } of state.slots) await this.holdings.giveBackSlot(slotId, mine);
    for (const demandId of state.demand) await this.holdings.giveBackDemand(demandId, mine);
    await this.holds.change(
      id,
      cause,
      (hold) => refused(hold, this.clock.now()) ?? released(hold, this.clock.now()),
    );
  }
}
