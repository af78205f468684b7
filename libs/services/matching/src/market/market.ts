import type {
  GroupChanged,
  HeldSlot,
  MatchSnapshot,
  OfferSnapshot,
  OrganisationChanged,
  RegionChanged,
  RequestSnapshot,
  SchoolLocationChanged,
} from '#libs/contracts';
import { dayNumberOf, localDateOf } from '#libs/facts';
import { MarketIndex, type OfferSlot, type RequestNeed } from '#libs/matching-engine';
import { Exclusions, type Excluded, type RejectionCopy } from './exclusions.js';
import { Known, themes } from './known.js';
import { Needs, type Asked } from './needs.js';
import { Occupancy, ceilingsOf } from './occupancy.js';
import { Prices } from './prices.js';
import { Ratings } from './ratings.js';
import { Groups, Shelf } from './shelf.js';
import { offerSlots } from './slots.js';

/**
 * Everything that matching knows, in memory, in the shape the engine reads. Fed from stored copies at start and from
 * events afterwards, by the same methods; the newest `seq` wins, so order and repetition do not matter.
 */
export class Market extends Known {
  private readonly holds = new Shelf<{ readonly slots: readonly HeldSlot[] }>();
  private readonly offersOfOrganisation = new Groups();
  private readonly slotsOfOffer = new Map<string, OfferSlot[]>();
  private readonly exclusions = new Exclusions();
  private readonly occupancy = new Occupancy();
  private readonly prices = new Prices();
  private readonly ratings = new Ratings();
  private readonly index = new MarketIndex(themes);
  private readonly needs = new Needs(this.index, (id) => this.prepare(id));
  private everySlot: readonly OfferSlot[] | undefined;

  putLocation(id: string, seq: number, data: SchoolLocationChanged): void {
    if (this.locations.put(id, seq, data)) this.needs.schoolChanged(id);
  }

  putRegion(id: string, seq: number, data: RegionChanged): void {
    if (this.regions.put(id, seq, data)) this.needs.allChanged();
  }

  putOrganisation(id: string, seq: number, data: OrganisationChanged): void {
    if (!this.organisations.put(id, seq, data)) return;
    for (const offerId of this.offersOfOrganisation.of(id)) this.lay(offerId);
    this.refill(id);
  }

  putGroup(id: string, seq: number, data: GroupChanged): void {
    if (!this.groups.put(id, seq, data)) return;
    const year = `${data.schoolLocationId} ${data.schoolYear}`;
    if (data.state === 'left') this.groupsOfYear.get(year)?.delete(id);
    else this.groupsOfYear.put(year, id);
    this.needs.schoolChanged(data.schoolLocationId);
  }

  putOffer(id: string, seq: number, data: OfferSnapshot): void {
    if (!this.offers.put(id, seq, data)) return;
    const { organisationId } = data;
    this.lay(id);
    this.offersOfOrganisation.put(organisationId, id);
    this.refill(organisationId);
  }

  putRequest(id: string, seq: number, data: RequestSnapshot): void {
    if (!this.requests.put(id, seq, data)) return;
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
    this.needs.schoolChanged(match.schoolLocationId);
    if (!this.ratings.put(id, match) || !match.offerId || !this.offer(match.offerId)) return;
    this.lay(match.offerId);
    this.refill(match.organisationId);
  }

  putRejection(rejection: RejectionCopy): void {
    this.exclusions.put(rejection);
  }

  /** What slots are worth to others by the newest plan of a region, in [0, 1]. */
  putPrices(regionId: string, plannedAt: number, prices: Readonly<Record<string, number>>): void {
    this.prices.put(regionId, plannedAt, prices);
  }

  slot(slotId: string): OfferSlot | undefined {
    const offerId = slotId.slice(0, Math.max(0, slotId.lastIndexOf('.')));
    return this.slotsOfOffer.get(offerId)?.find((slot) => slot.slotId === slotId);
  }

  /** The live match of a request, if there is one. */
  liveMatchOf(requestId: string): string | undefined {
    return this.matches.liveOf(requestId);
  }

  /** The groups of a request that no live match is for. */
  openGroupsOf(requestId: string): RequestSnapshot['groups'] {
    const served = this.matches.groupsServed(requestId);
    return (this.request(requestId)?.groups ?? []).filter(({ groupId }) => !served.has(groupId));
  }

  /** A request for those of its groups, with what its other appointments leave of what it may cost. */
  wishFor(requestId: string, request: RequestSnapshot, groups: RequestSnapshot['groups']): RequestSnapshot {
    const { maxCostCents } = request;
    if (maxCostCents === undefined) return { ...request, groups };
    return { ...request, groups, maxCostCents: Math.max(0, maxCostCents - this.matches.spentOn(requestId)) };
  }

  /** Every slot of an offer, in order of time. */
  slotsOf(offerId: string): readonly OfferSlot[] {
    return this.slotsOfOffer.get(offerId) ?? [];
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

  /** Published offers with their slots, those apart that were rejected, declined or released for this request. */
  *offersFor(requestId: string): Generator<{ offer: OfferSnapshot; slots: readonly OfferSlot[] }> {
    const { offerIds, slotIds } = this.excluded(requestId);
    for (const [id, { data: offer }] of this.offers) {
      if (offer.state !== 'published' || offerIds.has(id)) continue;
      yield { offer, slots: this.slotsOf(id).filter(({ slotId }) => !slotIds.has(slotId)) };
    }
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

  /** The same two questions for a request that is not posted; undefined while its school or region is not known. */
  previewOf(request: RequestSnapshot, k: number, now: number) {
    const id = 'preview';
    const need = this.needFor(id, request);
    const region = this.region(request.regionId);
    if (!need || !region) return undefined;
    const { weights, themePriorities, sectorPriorities } = region.settings;
    this.needs.tidy();
    this.index.putRequest(need, {
      weights,
      priorities: { themes: themePriorities, sectors: sectorPriorities },
    });
    try {
      const question = { today: dayNumberOf(localDateOf(now)) };
      const fitting = this.index.countFittingOffers(id, question);
      return { fitting, best: k > 0 && fitting > 0 ? this.index.best(id, k, question) : [] };
    } finally {
      this.index.removeRequest(id);
    }
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

  /** How often matches served a group of the school, or will, in that school year. */
  servedOf(schoolLocationId: string, schoolYear: string): number {
    return this.matches.servedOf(schoolLocationId, schoolYear);
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

  /** A partner's slots anew: what is taken of each, its offers' ceilings, how full the partner is. */
  private refill(organisationId: string): void {
    const offerIds = [...this.offersOfOrganisation.of(organisationId)];
    const load = this.occupancy.loadOf(offerIds.flatMap((id) => this.slotsOfOffer.get(id) ?? []));
    for (const id of offerIds) {
      const filled = this.occupancy.fill(
        this.slotsOf(id),
        ceilingsOf(this.offer(id), this.organisation(organisationId)),
        offerIds,
        load,
      );
      this.slotsOfOffer.set(id, filled);
      this.index.putOffer(id, filled);
    }
    this.everySlot = undefined;
  }

  private lay(offerId: string): void {
    const offer = this.offer(offerId);
    if (!offer) return;
    this.slotsOfOffer.set(
      offerId,
      offerSlots(offerId, offer, this.organisation(offer.organisationId), this.ratings.of(offerId)),
    );
  }

  private prepare(requestId: string): Asked | undefined {
    const request = this.request(requestId);
    const groups = this.openGroupsOf(requestId);
    const wish = request && groups.length > 0 ? this.wishFor(requestId, request, groups) : request;
    const need = wish && this.needFor(requestId, wish);
    const region = request && this.region(request.regionId);
    if (!need || !region) return undefined;
    const { weights, themePriorities, sectorPriorities } = region.settings;
    const priorities = { themes: themePriorities, sectors: sectorPriorities };
    return { schoolLocationId: request.schoolLocationId, need, policy: { weights, priorities } };
  }

  private question(requestId: string, now: number) {
    const { offerIds, slotIds } = this.excluded(requestId);
    return { today: dayNumberOf(localDateOf(now)), excludedOfferIds: offerIds, excludedSlotIds: slotIds };
  }

  private excluded(requestId: string): Excluded {
    return this.exclusions.of(requestId, this.matches.everyOf(requestId));
  }
}
