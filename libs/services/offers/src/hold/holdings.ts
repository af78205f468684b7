import { Injectable } from '@nestjs/common';
import type { HeldSlot } from '#libs/contracts';
import {
  AlreadyTaken,
  DocumentStore,
  StaleVersion,
  type Collection,
  type StoredDocument,
} from '#libs/ports/document-store/port';
import {
  close,
  putBack,
  reopen,
  take,
  takenByOthers,
  type CalendarDay,
  type Entry,
} from '../domain/calendar.js';
import type { Obstacle } from '../domain/hold.js';
import { calendars, demands, type CalendarDocument, type DemandDocument } from '../offers.collection.js';

/** `<offer>.<2027-01-12T08:00:00Z>` → `<offer>|2027-01-12` */
export function calendarIdOf(slotId: string): string {
  const dot = slotId.lastIndexOf('.');
  return `${slotId.slice(0, dot)}|${slotId.slice(dot + 1, dot + 11)}`;
}

const fresh = (id: string) => ({ id, ver: 0, nextAt: null, unsent: null });

/** The only place where capacity is taken and given back; each a compare-and-swap of one document. */
@Injectable()
export class Holdings {
  constructor(private readonly store: DocumentStore) {}

  /** Takes places in a slot of that capacity. Repeating it changes nothing. */
  async takeSlot(slot: HeldSlot, capacity: number, entry: Entry): Promise<Obstacle | null> {
    let obstacle: Obstacle | null = null;
    await this.swap<CalendarDocument>(calendars, calendarIdOf(slot.slotId), { slots: {} }, (day) => {
      const next = take(day, slot.slotId, capacity, entry);
      obstacle = typeof next === 'string' ? { obstacle: next, at: slot.slotId } : null;
      return typeof next === 'string' ? day : { ...day, ...next };
    });
    return obstacle;
  }

  /** Places of that many that nobody was promised; 0 when the slot is closed. */
  async freeIn(slotId: string, capacity: number): Promise<number> {
    const slot = (await this.store.get(calendars, calendarIdOf(slotId)))?.slots[slotId];
    if (!slot) return capacity;
    return slot.closed ? 0 : Math.max(0, capacity - takenByOthers(slot, ''));
  }

  async giveBackSlot(slotId: string, mine: (entry: Entry) => boolean): Promise<void> {
    await this.swap<CalendarDocument>(calendars, calendarIdOf(slotId), { slots: {} }, (day) => {
      const next = putBack(day, mine);
      return next === day ? day : { ...day, ...next };
    });
  }

  /** Closes a slot for good. False while something is promised in it. */
  async closeSlot(slotId: string): Promise<boolean> {
    let closed = true;
    await this.swap<CalendarDocument>(calendars, calendarIdOf(slotId), { slots: {} }, (day) => {
      const next = close(day, slotId);
      closed = next !== undefined;
      return next ? { ...day, ...next } : day;
    });
    return closed;
  }

  async reopenSlot(slotId: string): Promise<void> {
    await this.swap<CalendarDocument>(calendars, calendarIdOf(slotId), { slots: {} }, (day) => {
      const next: CalendarDay = reopen(day, slotId);
      return next === day ? day : { ...day, ...next };
    });
  }

  /** Takes the demand of one group of a request: one match at a time. */
  async takeDemand(demandId: string, entry: Entry): Promise<Obstacle | null> {
    let obstacle: Obstacle | null = null;
    await this.swap<DemandDocument>(demands, demandId, { entries: [] }, (demand) => {
      const others = demand.entries.some(({ match }) => match !== entry.match);
      obstacle = others ? { obstacle: 'demand-taken', at: demandId } : null;
      if (others || demand.entries.some(({ key }) => key === entry.key)) return demand;
      return { ...demand, entries: [...demand.entries, entry] };
    });
    return obstacle;
  }

  async giveBackDemand(demandId: string, mine: (entry: Entry) => boolean): Promise<void> {
    await this.swap<DemandDocument>(demands, demandId, { entries: [] }, (demand) =>
      demand.entries.some(mine)
        ? { ...demand, entries: demand.entries.filter((entry) => !mine(entry)) }
        : demand,
    );
  }

  private async swap<D extends StoredDocument>(
    collection: Collection<D>,
    id: string,
    empty: Omit<D, keyof StoredDocument>,
    decide: (current: D) => D,
  ): Promise<void> {
    for (;;) {
      const stored = await this.store.get(collection, id);
      const current = stored ?? ({ ...fresh(id), ...empty } as D);
      const decided = decide(current);
      if (decided === current) return;
      const next: D = { ...decided, ver: current.ver + 1 };
      try {
        await (stored ? this.store.replace(collection, next) : this.store.insert(collection, next));
        return;
      } catch (error) {
        if (!(error instanceof StaleVersion) && !(error instanceof AlreadyTaken)) throw error;
      }
    }
  }
}
