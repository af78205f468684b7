import {
  RequestChanged,
  RequestPosted,
  RequestWithdrawn,
  event,
  type Owners,
  type PatchRequestBody,
  type PostRequestBody,
  type RequestSnapshot,
  type RequestState,
  type RequestedGroup,
} from '#libs/contracts';
import { findTheme, sayGroups, toOffsetIso } from '#libs/facts';
import { answerDate, withinItsDays, withNewDate } from './answer-date.js';
import { checkGoals, checkPreferred, checkThemes, checkWindows } from './checks.js';
import { isUnderWay, stateOf, type LiveMatch } from './covered.js';
import { refuse } from './request.errors.js';
import type { SchoolLocation } from './school-location.js';

/** A request as `requests` keeps it: what others may know, and what only its own people may read. */
export interface Request extends RequestSnapshot {
  readonly note: string;
  readonly withdrawnBecause: string | null;
  /** Who wrote that; absent: who asked. */
  readonly withdrawnBy?: string;
  /** The matches that live for it, as far as heard, with the groups that each is for. */
  readonly matches: readonly LiveMatch[];
  /** The coordinator who looks after it; a person's id. */
  readonly assigneeId: string | null;
  /** What coordinators tell each other; the school does not read it. */
  readonly internalNote: string;
  /** What the school must say first, while its state is `needs-info`. */
  readonly question: string | null;
  /** Half the time to answer has passed: the coordinator was told. */
  readonly halfWay: boolean;
  /** The answer date has passed: the school was told "not yet". Absent until then, and again once it has a new date. */
  readonly toldNotYet?: true;
}

export interface PostingFacts {
  readonly location: SchoolLocation;
  readonly groups: readonly RequestedGroup[];
  readonly answerWorkingDays: number;
  /** The answer date of the round that takes it in, `YYYY-MM-DD`. */
  readonly roundAnswerBy?: string;
  readonly madeBy: string;
  /** Nobody said yet that who asks teaches there. */
  readonly unconfirmed?: boolean;
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
    answerBy: answerDate(body, facts),
    state: 'open',
    note: body.note ?? '',
    contactId: body.contactId ?? facts.madeBy,
    madeBy: facts.madeBy,
    ...(facts.unconfirmed ? { unconfirmed: true } : {}),
    withdrawnBecause: null,
    matches: [],
    assigneeId: null,
    internalNote: '',
    question: null,
    halfWay: false,
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
  if (request.state === 'expired' && !patch.windows) throw refuse('requests.expired');
  if (patch.themes) checkThemes(patch.themes);
  if (patch.goals) checkGoals(patch.goals);
  if (patch.preferred) checkPreferred(patch.preferred);
  if (patch.windows) checkWindows(patch.windows, facts.location, facts.now);
  const { maxDistanceKm, maxCostCents, ...rest } = patch;
  const changed: Request = {
    ...withLimits(request, { maxDistanceKm, maxCostCents }),
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined && value !== null)),
    groups: facts.groups ? [...facts.groups] : request.groups,
  };
  const state = whatFollows(request, changed, facts.now);
  return { state, events: [event(RequestChanged, { request: snapshotOf(state) })] };
}

/** What the change means for the state and the answer date. */
function whatFollows(before: Request, changed: Request, now: number): Request {
  const state = stateOf(changed);
  // Whoever changes the wish has answered what was asked, and asks anew.
  if (['needs-info', 'unmet', 'expired'].includes(before.state) || before.toldNotYet)
    return withNewDate({ ...changed, state, question: null }, now);
  // A group that came to it where every group had its appointment: the coordinator hears of it as of any other.
  const asksMore = isUnderWay(before) && !isUnderWay(changed);
  return asksMore
    ? withNewDate({ ...changed, state, halfWay: false }, now)
    : withinItsDays({ ...changed, state }, now);
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
export function withdrawRequest(request: Request, reason: string, by: string): Made {
  if (request.state === 'withdrawn') throw refuse('requests.withdrawn');
  const confirmed = request.matches.find((match) => match.confirmed);
  if (confirmed) throw refuse('requests.confirmed', { facts: { matchId: confirmed.id } });
  const state: Request = { ...request, state: 'withdrawn', withdrawnBecause: reason, withdrawnBy: by };
  return { state, events: [event(RequestWithdrawn, { request: snapshotOf(state) })] };
}

/** Who asked does teach there; null when that was clear already. */
export function releaseRequest(request: Request): Made | null {
  const { unconfirmed, ...state } = request;
  return unconfirmed ? { state, events: [event(RequestChanged, { request: snapshotOf(state) })] } : null;
}

/** In that state, and told when it is another. */
export function moved(request: Request, to: RequestState): Made {
  return request.state === to ? { state: request, events: [] } : toldAs(request, to);
}

/** In that state, and told whether or not it is another: something else that people see of it changed. */
export function toldAs(request: Request, to: RequestState): Made {
  if (request.state === 'withdrawn') return { state: request, events: [] };
  const state: Request = { ...request, state: to };
  return { state, events: [event(RequestChanged, { request: snapshotOf(state) })] };
}

export function snapshotOf(request: Request): RequestSnapshot {
  const {
    note: _note,
    withdrawnBecause: _why,
    withdrawnBy: _by,
    matches: _matches,
    assigneeId: _assignee,
    internalNote: _internal,
    question: _question,
    halfWay: _halfWay,
    toldNotYet: _told,
    ...snapshot
  } = request;
  return snapshot;
}

/** "Programmeren voor groep 7/8B" */
function titleOf(themes: readonly string[], groups: readonly RequestedGroup[]): string {
  const theme = findTheme(themes[0] ?? '')?.label.nl ?? '';
  const spoken = groups.map(({ sector, grades, levels }) => ({ sector, grades, levels }));
  return `${theme} voor ${sayGroups(spoken, 'nl')}`.slice(0, 200);
}
