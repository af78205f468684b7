import { noFactsValue } from '../scoring/score.js';
import { scoreUnits, type RequestAxes, type SlotAxes } from '../search/flat-market.js';
import { atPartner, atSchool, online, wantsPlace } from './codes.js';
import { partsOfScore } from './market-data.js';
import type { PairScorer } from './pair-scorer.js';
import type { TermGroups } from './term-groups.js';
import { usualLimitKm } from './term-judge.js';

const leavesPerRoot = 32;
const mostTiers = 128;
/** Root 0 holds what has no theme; all roots beyond the last number share it. */
const noTheme = 0;
const lastRoot = mostTiers - 1;
const everyLeaf = -1;
/** Shorter reaches are searched as if they were this, km: the plane's rounding must not hide a neighbour. */
const leastReachKm = 0.001;

/** Where slots lie and where the request that a scorer has begun with looks: what a `SlotIndex` orders and bounds by. */
export class MarketAxes {
  /** Of each theme: what its nearness to the request's themes is worth, score units. */
  private readonly worths: Float64Array;
  private readonly themesOfRoot: number[][] = [];
  private readonly extras: Int32Array;
  private readonly loadShare: number;
  private readonly ratingShare: number;

  constructor(
    private readonly scorer: PairScorer,
    private readonly groups: TermGroups,
  ) {
    const { themes, slotCount, policies } = scorer.data;
    this.worths = new Float64Array(themes.count);
    this.extras = new Int32Array(slotCount);
    for (let theme = 0; theme < themes.count; theme++)
      (this.themesOfRoot[this.rootOf(theme)] ??= []).push(theme);
    const highest = (part: number) => {
      let most = 0;
      for (let at = part; at < policies.count * 2 * partsOfScore; at += partsOfScore)
        most = Math.max(most, policies.shares[at]!);
      return most;
    };
    this.loadShare = highest(6);
    this.ratingShare = highest(7);
  }

  /** A slot that nobody fits has no theme and so stands nowhere. */
  ofSlot(slot: number, into: SlotAxes): void {
    const { slots, terms, termLists, themes } = this.scorer.data;
    const row = slots.terms[slot]!;
    into.day = slots.day[slot]!;
    into.online = terms.place[row] === online;
    const placed = !into.online && Number.isFinite(terms.x[row]!);
    into.x = placed ? terms.x[row]! : 0;
    into.y = placed ? terms.y[row]! : 0;
    into.reach = into.limit = 0;
    if (terms.place[row] === atSchool) {
      const reach = terms.reachKm[row]!;
      into.reach = Math.max(leastReachKm, reach * (1 + 1e-9));
      into.limit = reach === Infinity ? usualLimitKm : into.reach;
    }
    into.ceiling = scoreUnits * (terms.load[row]! * this.loadShare + terms.rating[row]! * this.ratingShare);
    into.themeCount = 0;
    if (slots.blocked[slot] === 1 || (!into.online && !placed)) return;
    const from = terms.listStart[row]!;
    for (let at = from; at < from + terms.themeCount[row]!; at++) {
      into.roots[into.themeCount] = this.rootOf(termLists[at]!);
      into.leaves[into.themeCount++] = themes.leaf[termLists[at]!]! % leavesPerRoot;
    }
    if (into.themeCount > 0) return;
    into.themeCount = 1;
    into.roots[0] = noTheme;
    into.leaves[0] = 0;
  }

  ofRequest(into: RequestAxes): void {
    const { data, request, terms } = this.scorer;
    const { row, shares } = request;
    const { requests } = data;
    const worth = (part: number, value: number) => scoreUnits * shares[part]! * value;
    const placed = Number.isFinite(requests.x[row]!);
    into.x = placed ? requests.x[row]! : 0;
    into.y = placed ? requests.y[row]! : 0;
    const wanted = requests.kindPlaces[row]!;
    const own = requests.maxDistanceKm[row]!;
    const travels = placed && own >= 0 && wantsPlace(wanted, atPartner);
    into.reach = travels ? Math.max(leastReachKm, own * (1 + 1e-9)) : -1;
    into.limit = !travels ? 0 : own === Infinity ? usualLimitKm : into.reach;
    into.slotsTravel = placed && wantsPlace(wanted, atSchool);
    into.online = wantsPlace(wanted, online);
    into.firstDay = Math.max(request.firstDay, terms.today);
    into.lastDay = request.lastDay;
    into.distanceWorth = worth(2, 1);
    into.onlineWorth = worth(2, 0.5);
    into.base = worth(4, requests.equity[row]!) + worth(5, this.mostPriority());
    into.base += worth(8, request.repeats === request.calendar ? noFactsValue : 1);
    // Preferred offers are looked at anyway, so that elsewhere only a preferred partner can count in full.
    const organisations = request.repeats > request.preferredOrganisations;
    const named = request.repeats > request.preferredOffers;
    into.base += worth(1, organisations ? 1 : named ? 0 : noFactsValue);
    into.timeWorth = worth(3, requests.timeMost[row]!);
    into.middleDay = requests.middleDay[row]!;
    into.timeScale = requests.timeScale[row]!;
    into.tierCount = 0;
    if (request.themes === request.groups) this.setAllRoots(into, worth(0, noFactsValue));
    else this.setTiers(into, worth(0, noFactsValue));
    this.setExtras(into);
  }

  private mostPriority(): number {
    const { data, request } = this.scorer;
    const { policies, themes, requests } = data;
    if (policies.prioritised[request.policy] === 0) return noFactsValue;
    let most = requests.sectorPriority[request.row]!;
    const from = request.policy * themes.stride;
    for (let at = from; at < from + themes.count; at++) most = Math.max(most, policies.themePriority[at]!);
    return Math.min(1, most);
  }

  private setAllRoots(into: RequestAxes, worth: number): void {
    const roots = Math.min(this.scorer.data.themes.rootCount, lastRoot);
    for (let root = 0; root <= roots; root++) addTier(into, root, everyLeaf, worth);
  }

  private setTiers(into: RequestAxes, worthWithoutTheme: number): void {
    addTier(into, noTheme, everyLeaf, worthWithoutTheme);
    const roots = this.rateThemes();
    const most = Math.floor((mostTiers - 1) / roots.length);
    for (const root of roots) {
      const first = into.tierCount;
      const themes = this.themesOfRoot[root]!.toSorted(
        (one, other) => this.worths[other]! - this.worths[one]!,
      );
      for (const theme of themes) {
        const bit = 1 << (this.scorer.data.themes.leaf[theme]! % leavesPerRoot);
        const last = into.tierCount - 1;
        const same = last >= first && into.tierWorths[last] === this.worths[theme];
        // Where tiers run out, the rest counts as much as the last.
        if (same || into.tierCount - first === most) into.tierLeaves[last]! |= bit;
        else addTier(into, root, bit, this.worths[theme]!);
      }
    }
  }

  /** Fills `worths` for the themes under the roots asked for, and gives those roots in order. */
  private rateThemes(): number[] {
    const { data, request } = this.scorer;
    const { themes, requestLists } = data;
    const asked = Array.from(requestLists.subarray(request.themes, request.groups));
    const roots = new Set(asked.map((theme) => this.rootOf(theme)));
    let elsewhere = 0;
    for (let theme = 0; theme < themes.count; theme++) {
      let nearest = 0;
      for (const wish of asked) nearest = Math.max(nearest, themes.similarity[wish * themes.stride + theme]!);
      this.worths[theme] = scoreUnits * request.shares[0]! * Math.min(1, nearest);
      if (!roots.has(this.rootOf(theme))) elsewhere = Math.max(elsewhere, this.worths[theme]!);
    }
    // A slot found here may have another theme under a root that is not searched.
    for (let theme = 0; theme < themes.count; theme++)
      this.worths[theme] = Math.max(elsewhere, this.worths[theme]!);
    return [...roots].sort((one, other) => one - other);
  }

  private setExtras(into: RequestAxes): void {
    const { data, request } = this.scorer;
    const { slotFrom, slotTo } = data.terms;
    into.extras = this.extras;
    into.extrasFrom = into.extrasTo = 0;
    for (let at = request.preferredOffers; at < request.preferredOrganisations; at++) {
      for (const terms of this.groups.offer(data.requestLists[at]!).rows()) {
        for (let slot = slotFrom[terms]!; slot < slotTo[terms]!; slot++) this.extras[into.extrasTo++] = slot;
      }
    }
  }

  private rootOf(theme: number): number {
    return Math.min(lastRoot, this.scorer.data.themes.root[theme]! + 1);
  }
}

function addTier(into: RequestAxes, root: number, leaves: number, worth: number): void {
  into.tierRoots[into.tierCount] = root;
  into.tierLeaves[into.tierCount] = leaves;
  into.tierWorths[into.tierCount++] = worth;
}
