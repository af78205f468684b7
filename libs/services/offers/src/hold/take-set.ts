import { slotsOfOffer } from '#libs/facts';
import { Injectable } from '@nestjs/common';
import type { HeldSlot } from '#libs/contracts';
import { Aggregates, InjectAggregates } from '#libs/runtime';
import type { HoldSet, Obstacle } from '../domain/hold.js';
import type { Offer } from '../domain/offer.js';
import type { DayTake, Takes } from '../domain/takes.js';
import { offersAggregate } from '../offers.collection.js';
import { Holdings } from './holdings.js';
import { SlotHoldings } from './slot-holdings.js';

const keyOf = (match: string, question: number) => `${match}#${question}`;
const byId = <T extends { readonly id: string }>(takes: readonly T[]): T[] =>
  takes.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** Takes a set piece by piece, and gives it back; every step may be repeated. */
@Injectable()
export class TakeSet {
  constructor(
    @InjectAggregates(offersAggregate) private readonly offers: Aggregates<Offer>,
    private readonly slots: SlotHoldings,
    private readonly holdings: Holdings,
  ) {}

  /**
   * What stands in the way, or null when all is taken. Kind after kind and each in sorted order, so that of two that want
   * the same one gets it. What counts without a limit can refuse nobody and is counted last, all at once.
   */
  async take(match: string, set: HoldSet, ownSlots: ReadonlySet<string>): Promise<Obstacle | null> {
    const key = keyOf(match, set.question);
    for (const demandId of [...set.demand].sort()) {
      const obstacle = await this.holdings.takeDemand(demandId, { key, match, groups: 1 });
      if (obstacle) return obstacle;
    }
    for (const slot of set.slots.toSorted((a, b) => (a.slotId < b.slotId ? -1 : 1))) {
      const capacity = await this.capacityOf(slot, ownSlots);
      if (capacity === undefined) return { obstacle: 'slot-gone', at: slot.slotId };
      const obstacle = await this.slots.take(slot, capacity, { key, match, groups: slot.groups });
      if (obstacle) return obstacle;
    }
    for (const day of byId(set.days)) {
      const obstacle = await this.holdings.takeDay(day, key, match);
      if (obstacle) return obstacle;
    }
    for (const ceiling of byId(set.ceilings.filter(({ max }) => max !== null))) {
      const obstacle = await this.holdings.takeCeiling(ceiling, { key, match });
      if (obstacle) return obstacle;
    }
    const unlimited = set.ceilings.filter(({ max }) => max === null);
    await Promise.all(unlimited.map((ceiling) => this.holdings.takeCeiling(ceiling, { key, match })));
    return null;
  }

  async giveBack(match: string, { question, slots, demand, days, ceilings }: Takes & { question: number }) {
    const mine = keyOf(match, question);
    for (const { slotId } of slots) await this.slots.giveBack(slotId, ({ key }) => key === mine);
    for (const id of demand) await this.holdings.giveBackDemand(id, mine);
    for (const id of new Set(days.map(({ id }) => id))) await this.holdings.giveBackDay(id, mine);
    for (const { id } of ceilings) await this.holdings.giveBackCeiling(id, mine);
  }

  async narrow(match: string, question: number, days: readonly DayTake[]): Promise<void> {
    for (const day of byId(days)) await this.holdings.shortenDay(day, keyOf(match, question), match);
  }

  /** Undefined when the slot cannot be had; a slot that the match has already it may take more of. */
  private async capacityOf(slot: HeldSlot, ownSlots: ReadonlySet<string>): Promise<number | undefined> {
    const offer = (await this.offers.get(slot.offerId))?.state;
    if (!offer || (offer.state !== 'published' && !ownSlots.has(slot.slotId))) return undefined;
    return slotsOfOffer(slot.offerId, offer).find(({ id }) => id === slot.slotId)?.groups;
  }
}
