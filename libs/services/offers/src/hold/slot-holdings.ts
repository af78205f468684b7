import { Injectable } from '@nestjs/common';
import type { HeldSlot } from '#libs/contracts';
import type { DatedSlot } from '#libs/facts';
import { DocumentStore, type Page } from '#libs/ports/document-store/port';
import {
  block,
  blockedIn,
  close,
  putBack,
  reopen,
  take,
  takenByOthers,
  type CalendarDay,
  type Entry,
} from '../domain/calendar.js';
import type { Obstacle } from '../domain/hold.js';
import { calendars, type CalendarDocument } from '../offers.collection.js';
import { swap } from './swap.js';

/** `<offer>.<2027-01-12T08:00:00Z>` → `<offer>|2027-01-12` */
export function calendarIdOf(slotId: string): string {
  const dot = slotId.lastIndexOf('.');
  return `${slotId.slice(0, dot)}|${slotId.slice(dot + 1, dot + 11)}`;
}

/** The only place where capacity of slots is taken, given back, given away elsewhere and closed. */
@Injectable()
export class SlotHoldings {
  constructor(private readonly store: DocumentStore) {}

  /** Takes places in a slot of that capacity. Repeating it changes nothing. */
  async take(slot: HeldSlot, capacity: number, entry: Entry): Promise<Obstacle | null> {
    let obstacle: Obstacle | null = null;
    await this.swap(slot.slotId, (day) => {
      const next = take(day, slot.slotId, capacity, entry);
      obstacle = typeof next === 'string' ? { obstacle: next, at: slot.slotId } : null;
      return typeof next === 'string' ? day : next;
    });
    return obstacle;
  }

  async giveBack(slotId: string, mine: (entry: Entry) => boolean): Promise<void> {
    await this.swap(slotId, (day) => putBack(day, mine));
  }

  /** Places of that many that nobody was promised; 0 when the slot is closed. */
  async freeIn(slotId: string, capacity: number): Promise<number> {
    return freeOn(await this.store.get(calendars, calendarIdOf(slotId)), slotId, capacity);
  }

  /** The same of many slots of one offer, by id. */
  async freeOf(offerId: string, slots: readonly DatedSlot[]): Promise<Map<string, number>> {
    const known = new Map<string, CalendarDay>();
    const [first] = slots.map(({ id }) => calendarIdOf(id)).sort();
    if (first === undefined) return new Map();
    let after: string | null = null;
    do {
      const bounds = { from: first, to: `${offerId}|9999`, ...(after === null ? {} : { after }) };
      const page: Page<CalendarDocument> = await this.store.find(calendars, 'all', {
        ...{ equals: '*', limit: 1000 },
        ...bounds,
      });
      for (const day of page.items) known.set(day.id, day);
      after = page.next;
    } while (after !== null);
    return new Map(slots.map(({ id, groups }) => [id, freeOn(known.get(calendarIdOf(id)), id, groups)]));
  }

  /** Gives exactly that many places away elsewhere. The number that is free when that is less, and then does nothing. */
  async block(slotId: string, capacity: number, groups: number): Promise<number | null> {
    let free: number | null = null;
    await this.swap(slotId, (day) => {
      const next = block(day, slotId, capacity, groups);
      free = typeof next === 'number' ? next : null;
      return typeof next === 'number' ? day : next;
    });
    return free;
  }

  async blockedIn(slotId: string): Promise<number> {
    const day = await this.store.get(calendars, calendarIdOf(slotId));
    return day ? blockedIn(day, slotId) : 0;
  }

  /** Closes a slot for good. False while a match is promised something in it. */
  async close(slotId: string): Promise<boolean> {
    let closed = true;
    await this.swap(slotId, (day) => {
      const next = close(day, slotId);
      closed = next !== undefined;
      return next ?? day;
    });
    return closed;
  }

  async reopen(slotId: string): Promise<void> {
    await this.swap(slotId, (day) => reopen(day, slotId));
  }

  private swap(slotId: string, decide: (day: CalendarDay) => CalendarDay): Promise<void> {
    return swap<CalendarDocument>(this.store, calendars, calendarIdOf(slotId), { slots: {} }, (day) => {
      const next = decide(day);
      return next === day ? day : { ...day, ...next };
    });
  }
}

function freeOn(day: CalendarDay | undefined, slotId: string, capacity: number): number {
  const slot = day?.slots[slotId];
  if (!slot) return capacity;
  return slot.closed ? 0 : Math.max(0, capacity - takenByOthers(slot, ''));
}
