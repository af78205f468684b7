import { Injectable } from '@nestjs/common';
import type { OrganisationChanged } from '#libs/contracts';
import { localDateOf, slotsOfOffer, utcOf, type DatedSlot } from '#libs/facts';
import { Clock } from '#libs/ports/clock/port';
import type { Aggregate } from '#libs/runtime';
import type { Offer } from '../domain/offer.js';
import { ceilingsOn, isShut, mayBeTaken } from '../domain/what-to-take.js';
import { Holdings } from '../hold/holdings.js';
import { SlotHoldings } from '../hold/slot-holdings.js';

export interface FreeSlot {
  readonly slotId: string;
  readonly start: string;
  readonly end: string;
  readonly groups: number;
}

interface Given {
  readonly offer: Aggregate<Offer>;
  readonly organisation: OrganisationChanged | undefined;
}

/** The moments of an offer that have not begun, on days that its partner is there, and what is free in them. */
@Injectable()
export class MomentsAhead {
  constructor(
    private readonly slots: SlotHoldings,
    private readonly holdings: Holdings,
    private readonly clock: Clock,
  ) {}

  /** Between two local dates, both inclusive: those to which an appointment that is made can still move. */
  ahead({ offer, organisation }: Given, { from = '', to = '9999' }: { from?: string; to?: string } = {}) {
    const now = utcOf(Math.floor(this.clock.now() / 1000) * 1000);
    return slotsOfOffer(offer.id, offer.state).filter((slot) => {
      const day = dayOf(slot);
      const begun = slot.id.slice(slot.id.lastIndexOf('.') + 1) <= now;
      return !begun && from <= day && day <= to && !isShut(day, offer.state, organisation);
    });
  }

  /** Of those the ones that a school that asks today can have, or wait for. */
  toTake(ahead: readonly DatedSlot[], { offer, organisation }: Given): DatedSlot[] {
    const today = localDateOf(this.clock.now());
    return ahead.filter((slot) => mayBeTaken(dayOf(slot), today, offer.state, organisation));
  }

  /** The first that many with room, and whether there are more. */
  async free(of: readonly DatedSlot[], most: number, given: Given): Promise<[FreeSlot[], boolean]> {
    const free: FreeSlot[] = [];
    const months = new Map<string, boolean>();
    for (const slot of of) {
      const { id: slotId, start, end } = slot;
      const month = dayOf(slot).slice(0, 7);
      const isReached = months.get(month) ?? (await this.isReached(dayOf(slot), given));
      months.set(month, isReached);
      const groups = isReached ? 0 : await this.slots.freeIn(slotId, slot.groups);
      if (groups <= 0) continue;
      if (free.length === most) return [free, true];
      free.push({ slotId, start, end, groups });
    }
    return [free, false];
  }

  /** The first that many without room. */
  async full(of: readonly DatedSlot[], most: number): Promise<Omit<FreeSlot, 'groups'>[]> {
    const full: Omit<FreeSlot, 'groups'>[] = [];
    for (const { id: slotId, start, end, groups } of of) {
      if (full.length === most) break;
      if ((await this.slots.freeIn(slotId, groups)) <= 0) full.push({ slotId, start, end });
    }
    return full;
  }

  /** As much as its partner wants in that month or school year is agreed already. */
  private async isReached(day: string, { offer, organisation }: Given): Promise<boolean> {
    const offers = new Map([[offer.id, offer.state]]);
    const ceilings = ceilingsOn(day, { organisationId: offer.state.organisationId, offers, organisation });
    for (const ceiling of ceilings) if (!(await this.holdings.hasRoom(ceiling))) return true;
    return false;
  }
}

const dayOf = ({ start }: DatedSlot) => localDateOf(Date.parse(start));
