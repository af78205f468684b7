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
import type { MatchingContext, OfferSlot, RequestNeed } from '#libs/matching-engine';
import { liveStates } from '../domain/match.js';
import { needOf, type SchoolHistory } from './need.js';
import { Occupancy } from './occupancy.js';
import { offerSlots } from './slots.js';

interface Known<D> {
  readonly seq: number;
  readonly data: D;
}

export interface RejectionCopy {
  readonly requestId: string;
  readonly slotId?: string | null;
  readonly offerId?: string | null;
}

/** What one kind of thing this process knows, the newest event of each. */
class Shelf<D> extends Map<string, Known<D>> {
  /** False when something newer is known already. */
  put(id: string, seq: number, data: D): boolean {
    const known = this.get(id);
    if (known && known.seq >= seq) return false;
    this.set(id, { seq, data });
    return true;
  }
}

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
  private readonly matchesOfRequest = new Map<string, Set<string>>();
  private readonly matchesOfSchool = new Map<string, Set<string>>();
  private readonly rejections = new Map<string, RejectionCopy[]>();
  private readonly slotsOfOffer = new Map<string, OfferSlot[]>();
  private readonly offersOfOrganisation = new Map<string, Set<string>>();
  private readonly occupancy = new Occupancy();
  private readonly needs = new Map<string, RequestNeed>();
  private everySlot: readonly OfferSlot[] | undefined;

  putLocation(id: string, seq: number, data: SchoolLocationChanged): void {
    if (this.locations.put(id, seq, data)) this.needs.clear();
  }

  putRegion(id: string, seq: number, data: RegionChanged): void {
    if (this.regions.put(id, seq, data)) this.needs.clear();
  }

  putOrganisation(id: string, seq: number, data: OrganisationChanged): void {
    this.organisations.put(id, seq, data);
  }

  putOffer(id: string, seq: number, data: OfferSnapshot): void {
    if (!this.offers.put(id, seq, data)) return;
    const { organisationId } = data;
    this.slotsOfOffer.set(id, offerSlots(id, data, this.organisations.get(organisationId)?.data));
    addTo(this.offersOfOrganisation, organisationId, id);
    this.refill(organisationId);
  }

  putRequest(id: string, seq: number, data: RequestSnapshot): void {
    if (this.requests.put(id, seq, data)) this.needs.delete(id);
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
    addTo(this.matchesOfRequest, match.requestId, id);
    addTo(this.matchesOfSchool, match.schoolLocationId, id);
    this.needs.clear();
  }

  putRejection(rejection: RejectionCopy): void {
    const known = this.rejections.get(rejection.requestId) ?? [];
    this.rejections.set(rejection.requestId, [...known, rejection]);
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
    return [...(this.matchesOfRequest.get(requestId) ?? [])].find((id) =>
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
    const cached = this.needs.get(requestId);
    if (cached) return cached;
    const request = this.request(requestId);
    const location = request && this.locations.get(request.schoolLocationId)?.data;
    const region = request && this.region(request.regionId);
    if (!request || !location || !region) return undefined;
    const history = this.historyOf(request.schoolLocationId);
    const need = needOf(requestId, request, location, region.settings.regionSharePercent, history);
    this.needs.set(requestId, need);
    return need;
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

  /** @throws when the region is not known: ask `needOf` first */
  contextOf(regionId: string, now: number): MatchingContext {
    const region = this.region(regionId);
    if (!region) throw new Error(`region ${regionId} is not known`);
    const { weights, themePriorities, sectorPriorities } = region.settings;
    return {
      today: dayNumberOf(localDateOf(now)),
      themes: { similarity: themeSimilarity, rootOf: (theme) => rootOfTheme(theme) ?? theme },
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
    const offerIds = [...(this.offersOfOrganisation.get(organisationId) ?? [])];
    const load = this.occupancy.loadOf(offerIds.flatMap((id) => this.slotsOfOffer.get(id) ?? []));
    for (const id of offerIds) {
      const filled = this.occupancy.fill(this.slotsOfOffer.get(id) ?? [], this.offer(id)?.maxPerMonth, load);
      this.slotsOfOffer.set(id, filled);
    }
    this.everySlot = undefined;
  }

  /** After a no the whole offer is out for that request, after a silence only the slot. */
  private excluded(requestId: string): { offerIds: Set<string>; slotIds: Set<string> } {
    const offerIds = new Set<string>();
    const slotIds = new Set<string>();
    for (const { offerId, slotId } of this.rejections.get(requestId) ?? []) {
      if (slotId) slotIds.add(slotId);
      else if (offerId) offerIds.add(offerId);
    }
    for (const id of this.matchesOfRequest.get(requestId) ?? []) {
      const match = this.matches.get(id)?.data;
      if (match?.state === 'declined' || match?.state === 'cancelled') offerIds.add(match.offerId);
      if (match?.state === 'released')
        for (const { slotId } of match.sessions) if (slotId) slotIds.add(slotId);
    }
    return { offerIds, slotIds };
  }

  private historyOf(schoolLocationId: string): SchoolHistory {
    const organisationIds = new Set<string>();
    const groups = new Set<string>();
    let served = 0;
    for (const id of this.matchesOfSchool.get(schoolLocationId) ?? []) {
      const match = this.matches.get(id)?.data;
      if (match?.state !== 'confirmed') continue;
      organisationIds.add(match.organisationId);
      for (const session of match.sessions) {
        served += session.groups.length;
        for (const { groupId } of session.groups) groups.add(groupId);
      }
    }
    return {
      servedPerGroup: groups.size === 0 ? 0 : served / groups.size,
      organisationIds: [...organisationIds],
    };
  }
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const known = map.get(key);
  if (known) known.add(value);
  else map.set(key, new Set([value]));
}
