import { noFactsValue } from '../scoring/score.js';
import { online, atSchool } from './codes.js';
import { withLength } from './columns.js';
import type { MarketData } from './market-data.js';
import { chordMargin, greatCircleKm } from './plane.js';
import type { PreparedRequest } from './prepared-request.js';

const groupLength = 4;
const audienceLength = 3;
/** A journey without a limit is judged as if this were the limit, km. */
export const usualLimitKm = 50;
export const onlineValue = 0.5;

/**
 * What one request and the terms of an offer make of each other, whatever the slot: the hard conditions that do not depend
 * on the slot, and the parts of the score that do not. Worked out once per request and row of terms.
 */
export class TermJudge {
  /** The partner's groups that the request takes, per row that was asked `fits`; −1 = does not fit. */
  needed = new Float64Array(0);
  /** What theme, preferred and distance add up to, per row that was asked to `weigh`. */
  first = new Float64Array(0);
  /** What priority and repeat contribute. */
  priority = new Float64Array(0);
  repeat = new Float64Array(0);
  today = 0;
  private judged = new Int32Array(0);
  private weighed = new Int32Array(0);

  constructor(
    private readonly data: MarketData,
    private readonly request: PreparedRequest,
  ) {}

  /** To be called when a request has been prepared. */
  begin(today: number): void {
    this.today = today;
    const rows = this.data.termCount;
    if (rows <= this.judged.length) return;
    this.needed = withLength(this.needed, rows);
    this.first = withLength(this.first, rows);
    this.priority = withLength(this.priority, rows);
    this.repeat = withLength(this.repeat, rows);
    this.judged = withLength(this.judged, rows);
    this.weighed = withLength(this.weighed, rows);
  }

  fits(row: number): boolean {
    if (this.judged[row] !== this.request.stamp) {
      this.judged[row] = this.request.stamp;
      this.needed[row] = this.placesWhenFitting(row);
    }
    return this.needed[row]! >= 0;
  }

  /** Sees to it that the parts of this row, which fits, are known. */
  weigh(row: number): void {
    if (this.weighed[row] === this.request.stamp) return;
    this.weighed[row] = this.request.stamp;
    const { shares } = this.request;
    // The same additions in the same order as the scorer's, part by part, so that both agree to the last bit.
    this.first[row] =
      this.themeValue(row) * shares[0]! +
      this.preferredValue(row) * shares[1]! +
      this.distanceValue(row) * shares[2]!;
    this.priority[row] = this.priorityValue(row) * shares[5]!;
    this.repeat[row] = this.repeatValue(row) * shares[8]!;
  }

  private placesWhenFitting(row: number): number {
    const { terms, requests } = this.data;
    const request = this.request.row;
    if (
      (terms.kindPlace[row]! & requests.kindPlaces[request]!) === 0 ||
      (terms.refused[row]! & requests.asked[request]!) !== 0 ||
      terms.pausedUntil[row]! > this.today ||
      (terms.withoutVog[row] === 1 && requests.vogAlways[request] === 1) ||
      !this.groupsHaveTheSize(row) ||
      !(this.isPreferredOffer(row) || this.shareARoot(row)) ||
      !this.isForAllGroups(row) ||
      !this.isNearEnough(row)
    )
      return -1;
    const needed = this.groupsNeeded(row);
    return this.schoolPays(row, needed) - requests.maxCost[request]! > 0 ? -1 : needed;
  }

  private groupsHaveTheSize(row: number): boolean {
    const { terms, requests } = this.data;
    const [min, max] = [terms.pupilsMin[row]!, terms.pupilsMax[row]!];
    const request = this.request.row;
    return min <= max && requests.pupilsMost[request]! <= max && requests.pupilsLeast[request]! >= min;
  }

  private shareARoot(row: number): boolean {
    const { terms, termLists, requestLists, themes } = this.data;
    const from = terms.listStart[row]!;
    const to = from + terms.themeCount[row]!;
    const request = this.request;
    if (from === to || request.themes === request.groups) return true;
    for (let asked = request.themes; asked < request.groups; asked++) {
      const root = themes.root[requestLists[asked]!]!;
      for (let offered = from; offered < to; offered++)
        if (themes.root[termLists[offered]!] === root) return true;
    }
    return false;
  }

  private isForAllGroups(row: number): boolean {
    const { terms, termLists, requestLists } = this.data;
    const from = terms.listStart[row]! + terms.themeCount[row]!;
    const to = from + terms.audienceCount[row]! * audienceLength;
    if (from === to) return true;
    const { groups, preferredOffers } = this.request;
    for (let group = groups; group < preferredOffers; group += groupLength) {
      let covered = false;
      for (let entry = from; entry < to; entry += audienceLength) {
        covered ||=
          (requestLists[group]! & termLists[entry]!) !== 0 &&
          (requestLists[group + 1]! & termLists[entry + 1]!) !== 0 &&
          (requestLists[group + 2]! & termLists[entry + 2]!) !== 0;
      }
      if (!covered) return false;
    }
    return true;
  }

  private groupsNeeded(row: number): number {
    const { terms, requestLists } = this.data;
    const { groups, preferredOffers } = this.request;
    let needed = 0;
    for (let group = groups; group < preferredOffers; group += groupLength) {
      needed += Math.ceil(
        Math.min(requestLists[group + 3]!, terms.pupilsMax[row]!) / terms.pupilsPerGroup[row]!,
      );
    }
    return needed;
  }

  private schoolPays(row: number, needed: number): number {
    const { terms, requests } = this.data;
    const request = this.request.row;
    const total = terms.costPerGroup[row]! * needed + terms.costPerPupil[row]! * requests.pupils[request]!;
    return total - Math.round((total * requests.regionShare[request]!) / 100);
  }

  private isNearEnough(row: number): boolean {
    const { terms, requests } = this.data;
    if (terms.place[row] === online) return true;
    const request = this.request.row;
    const isAtSchool = terms.place[row] === atSchool;
    const east = terms.x[row]! - requests.x[request]!;
    const north = terms.y[row]! - requests.y[request]!;
    const up = terms.z[row]! - requests.z[request]!;
    const chord = east * east + north * north + up * up;
    const reach = isAtSchool ? terms.reachChord[row]! : requests.maxDistanceChord[request]!;
    // Only what lies at the very edge takes trigonometry.
    if (chord > reach * (1 + chordMargin)) return false;
    if (chord < reach * (1 - chordMargin)) return true;
    return greatCircleKm(requests, request, terms, row) - this.limitKm(row) <= 0;
  }

  private limitKm(row: number): number {
    const { terms, requests } = this.data;
    return terms.place[row] === atSchool ? terms.reachKm[row]! : requests.maxDistanceKm[this.request.row]!;
  }

  private distanceValue(row: number): number {
    const { terms, requests } = this.data;
    if (terms.place[row] === online) return onlineValue;
    const [km, limit] = [greatCircleKm(requests, this.request.row, terms, row), this.limitKm(row)];
    if (limit === 0) return km === 0 ? 1 : 0;
    return Math.min(1, Math.max(0, 1 - km / (limit === Infinity ? usualLimitKm : limit)));
  }

  private themeValue(row: number): number {
    const { terms, termLists, requestLists, themes } = this.data;
    const from = terms.listStart[row]!;
    const to = from + terms.themeCount[row]!;
    const request = this.request;
    if (from === to || request.themes === request.groups) return noFactsValue;
    let nearest = 0;
    for (let asked = request.themes; asked < request.groups; asked++) {
      const similarities = requestLists[asked]! * themes.stride;
      for (let offered = from; offered < to; offered++) {
        nearest = Math.max(nearest, themes.similarity[similarities + termLists[offered]!]!);
      }
    }
    return Math.min(1, nearest);
  }

  private isPreferredOffer(row: number): boolean {
    const { preferredOffers, preferredOrganisations } = this.request;
    if (preferredOffers === preferredOrganisations) return false;
    return this.isIn(this.data.terms.offer[row]!, preferredOffers, preferredOrganisations);
  }

  private preferredValue(row: number): number {
    const { preferredOffers, preferredOrganisations, repeats } = this.request;
    if (preferredOffers === repeats) return noFactsValue;
    if (this.isPreferredOffer(row)) return 1;
    return this.isIn(this.data.terms.organisation[row]!, preferredOrganisations, repeats) ? 1 : 0;
  }

  private priorityValue(row: number): number {
    const { terms, termLists, themes, policies, requests } = this.data;
    const { policy } = this.request;
    if (policies.prioritised[policy] === 0) return noFactsValue;
    let highest = requests.sectorPriority[this.request.row]!;
    const from = terms.listStart[row]!;
    for (let offered = from; offered < from + terms.themeCount[row]!; offered++) {
      highest = Math.max(highest, policies.themePriority[policy * themes.stride + termLists[offered]!]!);
    }
    return Math.min(1, highest);
  }

  private repeatValue(row: number): number {
    const { repeats, calendar } = this.request;
    if (repeats === calendar) return noFactsValue;
    return this.isIn(this.data.terms.organisation[row]!, repeats, calendar) ? 1 : 0;
  }

  private isIn(number: number, from: number, to: number): boolean {
    const { requestLists } = this.data;
    for (let at = from; at < to; at++) if (requestLists[at] === number) return true;
    return false;
  }
}
