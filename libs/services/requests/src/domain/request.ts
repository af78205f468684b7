import {
  RequestChanged,
  RequestPosted,
  RequestWithdrawn,
  event,
  type Owners,
  type PatchRequestBody,
  type PostRequestBody,
  type RequestSnapshot,
  type RequestedGroup,
} from '#libs/contracts';
import { answerMoment, findTheme, sayGroups, toOffsetIso } from '#libs/facts';
import { checkGoals, checkPreferred, checkThemes, checkWindows } from './checks.js';
import { refuse } from './request.errors.js';
import type { SchoolLocation } from './school-location.js';

/** A request as `requests` keeps it: what others may know, and what only its own people may read. */
export interface Request extends RequestSnapshot {
  readonly note: string;
  readonly withdrawnBecause: string | null;
  /** The match that lives for it, as far as heard. */
  readonly match: { readonly id: string; readonly confirmed: boolean } | null;
}

export interface PostingFacts {
  readonly location: SchoolLocation;
  readonly groups: readonly RequestedGroup[];
  readonly answerWorkingDays: number;
  readonly madeBy: string;
  /** Epoch ms. */
  readonly now: number;
}

export interface Made {
  readonly state: Request;
  readonly events: readonly object[];
}

export function ownersOf(request: Request): Owners {
  return { regions: [request.regionId], school: request.schoolLocationId };
}

/** The region a request belongs to. @throws requests.region-needed, requests.region-wrong */
export function regionFor(location: SchoolLocation, asked: string | null | undefined): string {
  const [only, ...others] = location.regionIds;
  if (asked) {
    if (!location.regionIds.includes(asked)) throw refuse('requests.region-wrong', { errors: [regionError] });
    return asked;
  }
  if (only === undefined || others.length > 0)
    throw refuse('requests.region-needed', { errors: [regionError] });
  return only;
}

const regionError = {
  path: 'regionId',
  code: 'region',
  message: 'must be one of the regions of this school location',
};

/** @throws a refusal that names the field: theme, goal, window or preference. */
export function postRequest(body: PostRequestBody, facts: PostingFacts): Made {
  checkThemes(body.themes);
  checkGoals(body.goals ?? []);
  checkPreferred(body.preferred ?? []);
  checkWindows(body.windows, facts.location, facts.now);
  const state: Request = {
    schoolLocationId: body.schoolLocationId,
    regionId: regionFor(facts.location, body.regionId),
    kind: body.kind,
    title: body.title ?? titleOf(body.themes, facts.groups),
    themes: body.themes,
    goals: body.goals ?? [],
    groups: [...facts.groups],
    windows: body.windows,
    places: body.places ?? ['at-school', 'at-partner', 'online'],
    ...(body.maxDistanceKm == null ? {} : { maxDistanceKm: body.maxDistanceKm }),
    preferred: body.preferred ?? [],
    suitability: body.suitability ?? [],
    ...(body.maxCostCents == null ? {} : { maxCostCents: body.maxCostCents }),
    transport: body.transport ?? 'none',
    splitAllowed: body.splitAllowed ?? false,
    mergeAllowed: body.mergeAllowed ?? false,
    confirm: body.confirm ?? 'ask-me',
    postedAt: toOffsetIso(facts.now),
    answerBy: toOffsetIso(answerMoment(facts.now, facts.answerWorkingDays)),
    state: 'open',
    note: body.note ?? '',
    contactId: body.contactId ?? facts.madeBy,
    madeBy: facts.madeBy,
    withdrawnBecause: null,
    match: null,
  };
  return { state, events: [event(RequestPosted, { request: snapshotOf(state) })] };
}

/** @throws as `postRequest`; requests.withdrawn */
export function changeRequest(
  request: Request,
  patch: PatchRequestBody,
  facts: { location: SchoolLocation; groups?: readonly RequestedGroup[]; now: number },
): Made {
  if (request.state === 'withdrawn') throw refuse('requests.withdrawn');
  if (patch.themes) checkThemes(patch.themes);
  if (patch.goals) checkGoals(patch.goals);
  if (patch.preferred) checkPreferred(patch.preferred);
  if (patch.windows) checkWindows(patch.windows, facts.location, facts.now);
  const { maxDistanceKm, maxCostCents, ...rest } = patch;
  const state: Request = {
    ...withLimits(request, { maxDistanceKm, maxCostCents }),
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined && value !== null)),
    groups: facts.groups ? [...facts.groups] : request.groups,
  };
  return { state, events: [event(RequestChanged, { request: snapshotOf(state) })] };
}

/** Null takes a limit away; undefined leaves it. */
function withLimits(
  request: Request,
  limits: { maxDistanceKm: number | null | undefined; maxCostCents: number | null | undefined },
): Request {
  const { maxDistanceKm, maxCostCents, ...rest } = request;
  const distance = limits.maxDistanceKm === undefined ? maxDistanceKm : limits.maxDistanceKm;
  const cost = limits.maxCostCents === undefined ? maxCostCents : limits.maxCostCents;
  return {
    ...rest,
    ...(distance == null ? {} : { maxDistanceKm: distance }),
    ...(cost == null ? {} : { maxCostCents: cost }),
  };
}

/** @throws requests.withdrawn, requests.confirmed */
export function withdrawRequest(request: Request, reason: string): Made {
  if (request.state === 'withdrawn') throw refuse('requests.withdrawn');
  if (request.match?.confirmed) throw refuse('requests.confirmed', { facts: { matchId: request.match.id } });
  const state: Request = { ...request, state: 'withdrawn', withdrawnBecause: reason };
  return { state, events: [event(RequestWithdrawn, { request: snapshotOf(state) })] };
}

/** What happened to a match of this request; only the one that lives counts. */
export function hearOfMatch(
  request: Request,
  matchId: string,
  heard: 'approved' | 'confirmed' | 'ended',
): Made | null {
  if (heard === 'approved') {
    return request.match?.confirmed
      ? null
      : { state: { ...request, match: { id: matchId, confirmed: false } }, events: [] };
  }
  if (heard === 'confirmed') return moved({ ...request, match: { id: matchId, confirmed: true } }, 'met');
  if (request.match?.id !== matchId) return null;
  return moved({ ...request, match: null }, 'open');
}

function moved(request: Request, to: 'met' | 'open'): Made {
  if (request.state === 'withdrawn' || request.state === to) return { state: request, events: [] };
  const state: Request = { ...request, state: to };
  return { state, events: [event(RequestChanged, { request: snapshotOf(state) })] };
}

export function snapshotOf(request: Request): RequestSnapshot {
  const { note: _note, withdrawnBecause: _why, match: _match, ...snapshot } = request;
  return snapshot;
}

/** "Programmeren voor groep 7/8B" */
function titleOf(themes: readonly string[], groups: readonly RequestedGroup[]): string {
  const theme = findTheme(themes[0] ?? '')?.label.nl ?? '';
  const spoken = groups.map(({ sector, grades, levels }) => ({ sector, grades, levels }));
  return `${theme} voor ${sayGroups(spoken, 'nl')}`.slice(0, 200);
}
