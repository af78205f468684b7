import type {
  HeldSlot,
  MatchSnapshot,
  OfferSnapshot,
  OrganisationChanged,
  RegionChanged,
  RequestSnapshot,
  SchoolLocationChanged,
} from '#libs/contracts';
import { dayNumberOf, findTheme, localDateOf, rootOfTheme, themeSimilarity } from '#libs/facts';
import {
  MarketIndex,
  type MatchingContext,
  type OfferSlot,
  type RegionPolicy,
  type RequestNeed,
} from '#libs/matching-engine';
import { liveStates } from '../domain/match.js';
import { Exclusions, type Excluded, type RejectionCopy } from './exclusions.js';
import { needOf, type SchoolHistory } from './need.js';
import { Needs } from './needs.js';
import { Occupancy } from './occupancy.js';
import { Prices } from './prices.js';
import { Groups, Shelf } from './shelf.js';
import { offerSlots } from './slots.js';

const themes = { similarity: themeSimilarity, rootOf: (theme: string) => rootOfTheme(theme) ?? theme };

/**
 * Everything that matching knows, in memory, in the shape the engine reads. Fed from stored copies at start and from
 * events afterwards, by the same methods; the newest `seq` wins, so order and repetition do not matter.
 */
export class Market {
  private readonly locations = new Shelf<SchoolLocationChanged>();
  private readonly organisations = new Shelf<OrganisationChanged>();
  private readonly regions = new Shelf<RegionChanged>();
  private readonly offers = new Shelf<OfferSnapshot>();
  private readonly requests = new Shelf<RequestSnapshot>();
  private readonly holds = new Shelf<{ readonly slots: readonly HeldSlot[] }>();
  private readonly matches = new Shelf<MatchSnapshot>();
  private readonly matchesOfRequest = new Groups();
  private readonly matchesOfSchool = new Groups();
  private readonly requestsOfSchool = new Groups();
  private readonly offersOfOrganisation = new Groups();
  private readonly slotsOfOffer = new Map<string, OfferSlot[]>();
  private readonly exclusions = new Exclusions();
  private readonly occupancy = new Occupancy();
  private readonly prices = new Prices();
  private readonly index = new MarketIndex(themes);
  private readonly needs = new Needs(this.index, (id) => this.prepare(id));
  private everySlot: readonly OfferSlot[] | undefined;

  putLocation(id: string, seq: number, data: SchoolLocationChanged): void {
    if (this.locations.put(id, seq, data)) this.schoolChanged(id);
  }

  putRegion(id: string, seq: number, data: RegionChanged): void {
    if (this.regions.put(id, seq, data)) this.needs.allChanged();
  }

  putOrganisation(id: string, seq: number, data: OrganisationChanged): void {
    this.organisations.put(id, seq, data);
  }

  putOffer(id: string, seq: number, data: OfferSnapshot): void {
    if (!this.offers.put(id, seq, data)) return;
    const { organisationId } = data;
    this.slotsOfOffer.set(id, offerSlots(id, data, this.organisations.get(organisationId)?.data));
    this.offersOfOrganisation.put(organisationId, id);
    this.refill(organisationId);
  }

  putRequest(id: string, seq: number, data: RequestSnapshot): void {
    if (!this.requests.put(id, seq, data)) return;
    this.requestsOfSchool.put(data.schoolLocationId, id);
    this.needs.changed(id);
  }

  putHold(matchId: string, seq: number, slots: readonly HeldSlot[]): void {
    const before = this.holds.get(matchId)?.data.slots ?? [];
    if (!this.holds.put(matchId, seq, { slots })) return;
    this.occupancy.move(before, slots);
    const partners = [...before, ...slots].map(({ offerId }) => this.offer(offerId)?.organisationId);
    for (const partner of new Set(partners)) if (partner) this.refill(partner);
  }

  putMatch(id: string, seq: number, match: MatchSnapshot): void {
    if (!this.matches.put(id, seq, match)) return;
    this.matchesOfRequest.put(match.requestId, id);
    this.matchesOfSchool.put(match.schoolLocationId, id);
    this.schoolChanged(match.schoolLocationId);
  }

  putRejection(rejection: RejectionCopy): void {
    this.exclusions.put(rejection);
  }

  /** What slots are worth to others by the newest plan of a region, in [0, 1]. */
  putPrices(regionId: string, plannedAt: number, prices: Readonly<Record<string, number>>): void {
    this.prices.put(regionId, plannedAt, prices);
  }

  request(id: string): RequestSnapshot | undefined {
    return this.requests.get(id)?.data;
  }

  offer(id: string): OfferSnapshot | undefined {
    return this.offers.get(id)?.data;
  }

  region(id: string): RegionChanged | undefined {
    return this.regions.get(id)?.data;
  }

  slot(slotId: string): OfferSlot | undefined {
    const offerId = slotId.slice(0, Math.max(0, slotId.lastIndexOf('.')));
    return this.slotsOfOffer.get(offerId)?.find((slot) => slot.slotId === slotId);
  }

  /** The live match of a request, if there is one. */
  liveMatchOf(requestId: string): string | undefined {
    return [...this.matchesOfRequest.of(requestId)].find((id) =>
      liveStates.includes(this.matches.get(id)?.data.state ?? ''),
    );
  }

  /** Requests of the regions, newest first. */
  requestsOf(
    regionIds: readonly string[] | 'all',
  ): { readonly id: string; readonly request: RequestSnapshot }[] {
    const found: { id: string; request: RequestSnapshot }[] = [];
    for (const [id, { data }] of this.requests) {
      if (regionIds === 'all' || regionIds.includes(data.regionId)) found.push({ id, request: data });
    }
    return found.sort((a, b) =>
      a.request.postedAt < b.request.postedAt
        ? 1
        : a.request.postedAt > b.request.postedAt
          ? -1
          : a.id < b.id
            ? -1
            : 1,
    );
  }

  /** The request as the engine reads it; undefined while its school or region is not known yet. */
  needOf(requestId: string): RequestNeed | undefined {
    return this.needs.of(requestId);
  }

  /** Every slot that was not rejected, declined or released for this request. */
  slotsFor(requestId: string): readonly OfferSlot[] {
    const all = (this.everySlot ??= [...this.slotsOfOffer.values()].flat());
    const { offerIds, slotIds } = this.excluded(requestId);
    if (offerIds.size === 0 && slotIds.size === 0) return all;
    return all.filter((slot) => !offerIds.has(slot.offerId) && !slotIds.has(slot.slotId));
  }

  isExcluded(requestId: string, slot: OfferSlot): boolean {
    const { offerIds, slotIds } = this.excluded(requestId);
    return offerIds.has(slot.offerId) || slotIds.has(slot.slotId);
  }

  /** The best `k` by score less what the slot is worth to others; of a request that `needOf` knows. */
  best(requestId: string, k: number, now: number) {
    this.needs.tidy();
    this.needs.of(requestId);
    return this.index.best(requestId, k, {
      ...this.question(requestId, now),
      prices: this.prices.unitsOf(this.request(requestId)?.regionId),
    });
  }

  /** The market as flat arrays for planning these requests together; all of them known to `needOf`. */
  flatRound(requestIds: readonly string[], now: number) {
    for (const id of requestIds) this.needs.of(id);
    return this.index.round(requestIds, {
      today: dayNumberOf(localDateOf(now)),
      bonusOf: (id) => this.needs.bonusOf(id),
      excludedOf: (id) => this.excluded(id),
    });
  }

  /** Groups of the school that matches served or will serve. */
  servedOf(schoolLocationId: string): number {
    return this.historyOf(schoolLocationId).served;
  }

  /** How many offers have a slot that fits; of a request that `needOf` knows. */
  countFitting(requestId: string, now: number): number {
    this.needs.tidy();
    this.needs.of(requestId);
    return this.index.countFittingOffers(requestId, this.question(requestId, now));
  }

  /** What a place in this slot is worth to others in that region, in [0, 1]; 0 without a plan. */
  priceOf(slotId: string, regionId: string): number {
    return this.prices.of(regionId, slotId);
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

  /** A partner's slots anew: what is taken of each, its offers' ceilings, how full the partner is. */
  private refill(organisationId: string): void {
    const offerIds = [...this.offersOfOrganisation.of(organisationId)];
    const load = this.occupancy.loadOf(offerIds.flatMap((id) => this.slotsOfOffer.get(id) ?? []));
    for (const id of offerIds) {
      const filled = this.occupancy.fill(this.slotsOfOffer.get(id) ?? [], this.offer(id)?.maxPerMonth, load);
      this.slotsOfOffer.set(id, filled);
      this.index.putOffer(id, filled);
    }
    this.everySlot = undefined;
  }

  private schoolChanged(schoolLocationId: string): void {
    for (const id of this.requestsOfSchool.of(schoolLocationId)) this.needs.changed(id);
  }

  private prepare(requestId: string): { need: RequestNeed; policy: RegionPolicy } | undefined {
    const request = this.request(requestId);
    const location = request && this.locations.get(request.schoolLocationId)?.data;
    const region = request && this.region(request.regionId);
    if (!request || !location || !region) return undefined;
    const { regionSharePercent, weights, themePriorities, sectorPriorities } = region.settings;
    const history = this.historyOf(request.schoolLocationId);
    return {
      need: needOf(requestId, request, location, regionSharePercent, history),
      policy: { weights, priorities: { themes: themePriorities, sectors: sectorPriorities } },
    };
  }

  private question(requestId: string, now: number) {
    const { offerIds, slotIds } = this.excluded(requestId);
    return { today: dayNumberOf(localDateOf(now)), excludedOfferIds: offerIds, excludedSlotIds: slotIds };
  }

  private excluded(requestId: string): Excluded {
    return this.exclusions.of(requestId, this.matchesNamed(this.matchesOfRequest.of(requestId)));
  }

  private *matchesNamed(ids: Iterable<string>): Generator<MatchSnapshot> {
    for (const id of ids) {
      const match = this.matches.get(id)?.data;
      if (match) yield match;
    }
  }

  private historyOf(schoolLocationId: string): SchoolHistory & { readonly served: number } {
    const organisationIds = new Set<string>();
    const groups = new Set<string>();
    let served = 0;
    for (const match of this.matchesNamed(this.matchesOfSchool.of(schoolLocationId))) {
      if (match.state !== 'confirmed') continue;
      organisationIds.add(match.organisationId);
      for (const session of match.sessions) {
        served += session.groups.length;
        for (const { groupId } of session.groups) groups.add(groupId);
      }
    }
    return {
      served,
      servedPerGroup: groups.size === 0 ? 0 : served / groups.size,
      organisationIds: [...organisationIds],
    };
  }
}
