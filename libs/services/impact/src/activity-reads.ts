import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { ActivityRowView } from '#libs/contracts';
import { addDays } from '#libs/facts';
import {
  DocumentStore,
  type Collection,
  type Page,
  type Query,
  type StoredDocument,
} from '#libs/ports/document-store/port';
import { Copies, InjectCopies, inParallel } from '#libs/runtime';
import { activityRow, type Partner } from './domain/activity-row.js';
import type { EndedMatch } from './domain/activity.js';
import { unservedOf, type Consideration, type UnmetWish, type Wish } from './domain/demand.js';
import type { KnownLocation } from './domain/region-report.js';
import type { SchoolLocation } from './domain/school-location.js';
import {
  activityCopies,
  considerationCopies,
  endedCopies,
  locationCopies,
  partnerCopies,
  wishCopies,
} from './impact.collection.js';
import type { RegionPeriod } from './region-asked.js';

/** Joins what arrived apart, when it is asked for: what has not arrived yet is simply not named yet. */
@Injectable()
export class ActivityReads {
  constructor(
    private readonly store: DocumentStore,
    @InjectCopies(endedCopies) private readonly ended: Copies<EndedMatch>,
    @InjectCopies(locationCopies) private readonly locations: Copies<SchoolLocation>,
    @InjectCopies(partnerCopies) private readonly partners: Copies<Partner>,
    @InjectCopies(considerationCopies) private readonly considerations: Copies<Consideration>,
  ) {}

  async locationsOf(regionId: string): Promise<readonly KnownLocation[]> {
    const found = await this.every(locationCopies, 'byRegion', { equals: regionId });
    return found.map(({ id, data }) => ({ id, ...data }));
  }

  /** By start, then by match. */
  async rowsOf({ region, period }: RegionPeriod): Promise<readonly ActivityRowView[]> {
    const days = { from: period.from, to: addDays(period.to, 1) };
    const activities = await this.every(activityCopies, 'byRegion', { equals: region.id, ...days });
    const locations = await known(this.locations, activities, ({ data }) => data.schoolLocationId);
    const partners = await known(this.partners, activities, ({ data }) => data.organisationId);
    const over = activities.filter(({ data }) => ['cancelled', 'no-show'].includes(data.state));
    const ended = await known(this.ended, over, ({ id }) => id);
    return activities.flatMap(
      ({ id, data }) =>
        activityRow(id, data, {
          location: locations.get(data.schoolLocationId),
          partner: partners.get(data.organisationId),
          ended: ended.get(id),
        }) ?? [],
    );
  }

  /** Every request of the region without an answer, of any time, with the groups that have none. */
  async wishesOf(regionId: string): Promise<readonly UnmetWish[]> {
    const wishes = await this.every(wishCopies, 'byRegion', { equals: regionId });
    const locations = await known(this.locations, wishes, ({ data }) => data.schoolLocationId);
    const considerations = await known(this.considerations, wishes, ({ id }) => id);
    const unserved = await inParallel(wishes, async ({ id, data }) => ({
      id,
      wish: unservedOf(data, await this.servedOf(id, data)),
    }));
    return unserved.flatMap(({ id, wish }) =>
      wish
        ? {
            requestId: id,
            wish,
            location: locations.get(wish.schoolLocationId)?.name,
            municipality: locations.get(wish.schoolLocationId)?.municipality,
            considered: considerations.get(id),
          }
        : [],
    );
  }

  /** The groups of a request that have an appointment. Of one group alone nobody asks: with it the request is met. */
  private async servedOf(requestId: string, { members = [] }: Wish): Promise<ReadonlySet<string>> {
    if (members.length < 2) return new Set();
    const found = await this.every(activityCopies, 'byRequest', { equals: requestId });
    return new Set(found.flatMap(({ data }) => data.groups.map(({ groupId }) => groupId)));
  }

  private async every<D extends StoredDocument>(
    collection: Collection<D>,
    index: string,
    query: Omit<Query, 'limit' | 'after'>,
  ): Promise<D[]> {
    const all = new Map<string, D>();
    let after: string | null = null;
    do {
      const page: Page<D> = await this.store.find(collection, index, {
        ...query,
        limit: 1000,
        ...(after ? { after } : {}),
      });
      for (const item of page.items) {
        // What is moved back while we read comes twice.
        all.delete(item.id);
        all.set(item.id, item);
      }
      after = page.next;
      // A year of a region is some thousand documents: whoever asks for something else comes in between.
      if (after) await setImmediate();
    } while (after);
    return [...all.values()];
  }
}

/** What is known of those that the items name, each asked for once. */
async function known<T, I>(
  copies: Copies<T>,
  items: readonly I[],
  idOf: (item: I) => string,
): Promise<ReadonlyMap<string, T>> {
  const found = new Map<string, T>();
  for (const id of new Set(items.map(idOf))) {
    const data = await copies.get(id);
    if (data) found.set(id, data);
  }
  return found;
}
