import { noFactsValue } from '../scoring/score.js';
import { atPartner, atSchool, online } from './codes.js';
import type { PairScorer } from './pair-scorer.js';
import { onlineValue, usualLimitKm } from './term-judge.js';

const anyBits = -1;
export const marginKm = 0.01;

/** What a request asks of a row of terms at least, and the most it can make of one, place by place. */
export class RoughWish {
  firstDay = 0;
  lastDay = 0;
  weekdays = 0;
  /** Accepted sectors and grades of one of its groups, bits. */
  sectors = 0;
  grades = 0;
  x = 0;
  y = 0;
  /** How far it goes itself, km; Infinity where it does not travel. */
  reachKm = 0;
  /** Where a row has no reach of its own: at this distance, km, the value of the distance falls to 0. */
  limitKm = 0;
  /** The value of the distance is never higher. */
  nearest = 1;
  themeShare = 0;
  distanceShare = 0;
  priorityShare = 0;
  loadShare = 0;
  ratingShare = 0;
  /** What a score comes to at most without theme, distance, priority, load, rating and what is known of the partner. */
  base = 0;
  private prioritised = false;

  constructor(private readonly scorer: PairScorer) {}

  /** Reads the request that the scorer has begun with. */
  read(): void {
    const { data, request, terms } = this.scorer;
    const { requests, requestLists, policies } = data;
    const { shares, row } = request;
    this.firstDay = Math.max(request.firstDay, terms.today);
    this.lastDay = request.lastDay;
    this.weekdays = requests.weekdays[row]!;
    const someGroup = request.groups < request.preferredOffers;
    this.sectors = someGroup ? requestLists[request.groups]! : anyBits;
    this.grades = someGroup ? requestLists[request.groups + 1]! : anyBits;
    this.themeShare = shares[0]!;
    this.distanceShare = shares[2]!;
    this.priorityShare = shares[5]!;
    this.loadShare = shares[6]!;
    this.ratingShare = shares[7]!;
    this.base = requests.timeMost[row]! * shares[3]! + requests.equity[row]! * shares[4]!;
    this.prioritised = policies.prioritised[request.policy] === 1;
  }

  /** Only what may happen at this place is asked about next. */
  lookAt(place: number): void {
    const { requests } = this.scorer.data;
    const { row } = this.scorer.request;
    const isOnline = place === online;
    // Online rows stand at 0, 0.
    this.x = isOnline ? 0 : requests.x[row]!;
    this.y = isOnline ? 0 : requests.y[row]!;
    this.nearest = isOnline ? onlineValue : 1;
    const own = requests.maxDistanceKm[row]!;
    this.reachKm = place === atPartner ? roughly(own) : Infinity;
    this.limitKm = place === atSchool || own === Infinity ? usualLimitKm : this.reachKm;
  }

  /** What a theme, −1 = none, contributes; of several themes the most. */
  theme(theme: number): number {
    const { data, request } = this.scorer;
    const { themes, requestLists } = data;
    if (theme < 0 || request.themes === request.groups) return noFactsValue * request.shares[0]!;
    let nearest = 0;
    for (let at = request.themes; at < request.groups; at++)
      nearest = Math.max(nearest, themes.similarity[requestLists[at]! * themes.stride + theme]!);
    return Math.min(1, nearest) * request.shares[0]!;
  }

  priority(theme: number): number {
    const { data, request } = this.scorer;
    const { policies, themes, requests } = data;
    if (!this.prioritised) return noFactsValue * request.shares[5]!;
    const ofTheme = theme < 0 ? 0 : policies.themePriority[request.policy * themes.stride + theme]!;
    return Math.min(1, Math.max(ofTheme, requests.sectorPriority[request.row]!)) * request.shares[5]!;
  }

  /** What a partner contributes whose offer is not itself preferred. */
  partner(organisation: number): number {
    const { request } = this.scorer;
    const { preferredOffers, preferredOrganisations, repeats, calendar, shares } = request;
    const preferred =
      preferredOffers === repeats
        ? noFactsValue
        : this.isIn(organisation, preferredOrganisations, repeats)
          ? 1
          : 0;
    const repeat = repeats === calendar ? noFactsValue : this.isIn(organisation, repeats, calendar) ? 1 : 0;
    return preferred * shares[1]! + repeat * shares[8]!;
  }

  private isIn(number: number, from: number, to: number): boolean {
    const { requestLists } = this.scorer.data;
    for (let at = from; at < to; at++) if (requestLists[at] === number) return true;
    return false;
  }
}

/** Single precision places a point within a metre: what is near the limit is left to the judge. */
export function roughly(km: number): number {
  return Math.max(0, km) * (1 + 1e-6) + marginKm;
}
