import { Injectable } from '@nestjs/common';
import { DocumentStore, type Collection, type StoredDocument } from '#libs/ports/document-store/port';
import type { Entry } from '../domain/calendar.js';
import { count, type CountEntry } from '../domain/counter.js';
import { entryOf, occupy, shorten, type DayEntry } from '../domain/day.js';
import type { Obstacle } from '../domain/hold.js';
import type { CeilingTake, DayTake } from '../domain/takes.js';
import { counters, days, demands } from '../offers.collection.js';
import { swap } from './swap.js';

interface Entries<E> extends StoredDocument {
  readonly entries: readonly E[];
}

/** What a match takes beside places in slots: the demand, days of people and groups, ceilings. Each idempotent by key. */
@Injectable()
export class Holdings {
  constructor(private readonly store: DocumentStore) {}

  /** Takes the demand of one group of a request: one match at a time. */
  takeDemand(demandId: string, entry: Entry): Promise<Obstacle | null> {
    return this.take(demands, demandId, { obstacle: 'demand-taken', at: demandId }, (entries) => {
      if (entries.some(({ match }) => match !== entry.match)) return undefined;
      return entries.some(({ key }) => key === entry.key) ? entries : [...entries, entry];
    });
  }

  takeDay(take: DayTake, key: string, match: string): Promise<Obstacle | null> {
    const at = take.id.slice(take.id.indexOf(':') + 1, take.id.lastIndexOf('|'));
    const obstacle = take.id.startsWith('person:') ? 'person-busy' : 'group-busy';
    return this.take(days, take.id, { obstacle, at }, (entries) =>
      occupy(entries, entryOf(take, key, match)),
    );
  }

  /** Frees what lies outside the new span; never takes anything. */
  async shortenDay(take: DayTake, key: string, match: string): Promise<void> {
    await this.change<DayEntry>(days, take.id, (entries) => shorten(entries, entryOf(take, key, match)));
  }

  takeCeiling({ id, max }: CeilingTake, entry: CountEntry): Promise<Obstacle | null> {
    return this.take(counters, id, { obstacle: 'ceiling-reached', at: id }, (entries) =>
      count(entries, max, entry),
    );
  }

  /** Whether one more counts within it. */
  async hasRoom({ id, max }: CeilingTake): Promise<boolean> {
    if (max === null) return true;
    const entries = (await this.store.get(counters, id))?.entries ?? [];
    return count(entries, max, { key: '', match: '' }) !== undefined;
  }

  async giveBackDemand(id: string, key: string): Promise<void> {
    await this.change<Entry>(demands, id, without(key));
  }

  async giveBackDay(id: string, key: string): Promise<void> {
    await this.change<DayEntry>(days, id, without(key));
  }

  async giveBackCeiling(id: string, key: string): Promise<void> {
    await this.change<CountEntry>(counters, id, without(key));
  }

  private async take<E>(
    collection: Collection<Entries<E>>,
    id: string,
    ifRefused: Obstacle,
    decide: (entries: readonly E[]) => readonly E[] | undefined,
  ): Promise<Obstacle | null> {
    let obstacle: Obstacle | null = null;
    await this.change(collection, id, (entries) => {
      const next = decide(entries);
      obstacle = next ? null : ifRefused;
      return next ?? entries;
    });
    return obstacle;
  }

  private change<E>(
    collection: Collection<Entries<E>>,
    id: string,
    decide: (entries: readonly E[]) => readonly E[],
  ): Promise<void> {
    return swap(this.store, collection, id, { entries: [] }, (document) => {
      const entries = decide(document.entries);
      return entries === document.entries ? document : { ...document, entries };
    });
  }
}

const without =
  (mine: string) =>
  <E extends { readonly key: string }>(entries: readonly E[]): readonly E[] =>
    entries.some(({ key }) => key === mine) ? entries.filter(({ key }) => key !== mine) : entries;
