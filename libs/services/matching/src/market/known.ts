import type {
  GroupChanged,
  OfferSnapshot,
  OrganisationChanged,
  RegionChanged,
  RequestSnapshot,
  SchoolLocationChanged,
} from '#libs/contracts';
import {
  dayNumberOf,
  findTheme,
  localDateOf,
  rootOfTheme,
  schoolYearAskedFor,
  themeSimilarity,
} from '#libs/facts';
import type { MatchingContext, RequestNeed } from '#libs/matching-engine';
import { MatchBook } from './match-book.js';
import { needOf } from './need.js';
import { Groups, Shelf } from './shelf.js';

export const themes = {
  similarity: themeSimilarity,
  rootOf: (theme: string) => rootOfTheme(theme) ?? theme,
};

/** Schools, partners, regions, offers, requests, groups and matches as this process last heard of them. */
export class Known {
  protected readonly locations = new Shelf<SchoolLocationChanged>();
  protected readonly organisations = new Shelf<OrganisationChanged>();
  protected readonly regions = new Shelf<RegionChanged>();
  protected readonly offers = new Shelf<OfferSnapshot>();
  protected readonly requests = new Shelf<RequestSnapshot>();
  protected readonly groups = new Shelf<GroupChanged>();
  /** Those who have not left, by school and school year. */
  protected readonly groupsOfYear = new Groups();
  protected readonly matches = new MatchBook();

  request(id: string): RequestSnapshot | undefined {
    return this.requests.get(id)?.data;
  }

  offer(id: string): OfferSnapshot | undefined {
    return this.offers.get(id)?.data;
  }

  region(id: string): RegionChanged | undefined {
    return this.regions.get(id)?.data;
  }

  location(id: string): SchoolLocationChanged | undefined {
    return this.locations.get(id)?.data;
  }

  organisation(id: string): OrganisationChanged | undefined {
    return this.organisations.get(id)?.data;
  }

  group(id: string): GroupChanged | undefined {
    return this.groups.get(id)?.data;
  }

  /** Requests of the regions, newest first. */
  requestsOf(
    regionIds: readonly string[] | 'all',
  ): { readonly id: string; readonly request: RequestSnapshot }[] {
    return [...this.requestsIn(regionIds)].sort((a, b) =>
      a.request.postedAt < b.request.postedAt
        ? 1
        : a.request.postedAt > b.request.postedAt
          ? -1
          : a.id < b.id
            ? -1
            : 1,
    );
  }

  /** The same in no order. */
  *requestsIn(
    regionIds: readonly string[] | 'all',
  ): Generator<{ readonly id: string; readonly request: RequestSnapshot }> {
    for (const [id, { data }] of this.requests)
      if (regionIds === 'all' || regionIds.includes(data.regionId)) yield { id, request: data };
  }

  /** Anything that a school wants, as the engine reads it: a request, or what it books itself. */
  needFor(id: string, request: RequestSnapshot): RequestNeed | undefined {
    const location = this.location(request.schoolLocationId);
    const region = this.region(request.regionId);
    if (!location || !region) return undefined;
    const { schoolLocationId, windows } = request;
    const schoolYear = schoolYearAskedFor(windows);
    const groups = this.groupsOfYear.get(`${schoolLocationId} ${schoolYear}`);
    const history = this.matches.historyOf(schoolLocationId, schoolYear, groups);
    return needOf(id, request, location, region.settings.regionSharePercent, history);
  }

  /** @throws when the region is not known: ask `needOf` first */
  contextOf(regionId: string, now: number): MatchingContext {
    const region = this.region(regionId);
    if (!region) throw new Error(`region ${regionId} is not known`);
    const { weights, themePriorities, sectorPriorities } = region.settings;
    return {
      today: dayNumberOf(localDateOf(now)),
      themes,
      weights,
      priorities: { themes: themePriorities, sectors: sectorPriorities },
      words: {
        theme: (id) => findTheme(id)?.label ?? { nl: id, en: id },
        organisation: (id) => this.organisations.get(id)?.data.name ?? id,
      },
    };
  }
}
