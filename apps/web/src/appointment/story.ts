import type { Match } from '../api/matches.js';
import type { Me } from '../api/me.js';
import type { Step } from '../parts/steps.js';
import { localDateOf, type Span } from '../say/dates.js';

export type Side = 'school' | 'partner';

/** For which side somebody speaks of this appointment; a coordinator for neither. */
export function sideOf(
  me: Pick<Me, 'roles'> | null,
  { schoolLocationId, organisationId }: Pick<Match, 'schoolLocationId' | 'organisationId'>,
): Side | undefined {
  const roles = me?.roles ?? [];
  if (roles.some((role) => role.schoolLocationId === schoolLocationId)) return 'school';
  if (roles.some((role) => role.organisationId === organisationId)) return 'partner';
  return undefined;
}

export function isCoordinator(me: Pick<Me, 'roles'> | null, { regionId }: Pick<Match, 'regionId'>): boolean {
  return (me?.roles ?? []).some(
    ({ role, regionIds }) => role === 'coordinator' && regionIds.includes(regionId),
  );
}

/** Whether somebody may answer for their side: a teacher only what they asked or receive. */
export function mayAnswer(me: Pick<Me, 'id' | 'roles'> | null, match: Match): boolean {
  const side = sideOf(me, match);
  if (side === 'partner') return true;
  const isAdmin = (me?.roles ?? []).some(
    ({ role, schoolLocationId }) => role === 'school-admin' && schoolLocationId === match.schoolLocationId,
  );
  return side === 'school' && (isAdmin || match.contacts.school.includes(me?.id ?? ''));
}

const other = { school: 'partner', partner: 'school' } as const;
const over = ['held', 'counted', 'evaluated', 'closed'];
const ended = ['refused', 'declined', 'released', 'cancelled', 'no-show'];

export const isOver = ({ state }: Pick<Match, 'state'>): boolean => over.includes(state);
export const isEnded = ({ state }: Pick<Match, 'state'>): boolean => ended.includes(state);

/** Sides that have not said yes to what is asked: to the appointment, to an option, to a change, or to what was recorded. */
export function awaited(match: Match): readonly Side[] {
  const { state, acceptedBy, change, origin } = match;
  const silent = (['school', 'partner'] as const).filter((side) => acceptedBy[side] === undefined);
  if (state === 'option') return ['school'];
  if (state === 'asked') return silent;
  if (state === 'confirmed' && change) return change.phase === 'asked' ? [other[change.by]] : [];
  if (isOver(match) && state !== 'closed' && origin === 'arranged') return silent;
  return [];
}

/** Who has the next move, as the one who looks says it. */
export type Turn = 'you' | 'school' | 'partner' | 'both' | 'nobody';

export function turnOf(match: Match, side: Side | undefined): Turn {
  const waits = awaited(match);
  if (side && waits.includes(side)) return 'you';
  if (waits.length === 2) return 'both';
  return waits[0] ?? 'nobody';
}

/** Until when: of a change by its own clock, else by that of the question. */
export function answerByOf({ state, change, answerBy }: Match): string | undefined {
  return (state === 'confirmed' ? change?.answerBy : answerBy) ?? undefined;
}

export type StepName = 'asked' | 'approved' | 'school-yes' | 'partner-yes' | 'day';

/** Over the bridge: asked, approved, both sides, the day. What was booked or arranged was asked nobody. */
export function stepsOf(
  match: Pick<Match, 'state' | 'origin' | 'acceptedBy'>,
): readonly { readonly id: StepName; readonly state: Step['state'] }[] {
  const { state, origin, acceptedBy } = match;
  const names: StepName[] =
    origin === 'proposed'
      ? ['asked', 'approved', 'school-yes', 'partner-yes', 'day']
      : ['asked', 'school-yes', 'partner-yes', 'day'];
  const isDone = (name: StepName): boolean => {
    if (isOver({ state })) return true;
    if (name === 'school-yes') return acceptedBy.school !== undefined;
    if (name === 'partner-yes') return acceptedBy.partner !== undefined;
    if (name === 'day') return false;
    return name === 'asked' || state !== 'holding';
  };
  const first = names.findIndex((name) => !isDone(name));
  return names.map((id, place) => ({
    id,
    state: isDone(id) ? 'done' : place !== first ? 'to-come' : isEnded({ state }) ? 'ended' : 'now',
  }));
}

export const startOf = ({ sessions }: Pick<Match, 'sessions'>): string => sessions[0]?.start ?? '';
/** Is that limit of its terms the start itself, and not the end of a day before? */
export const lastsUntilStart = (limit: string, match: Pick<Match, 'sessions'>): boolean =>
  Date.parse(limit) >= Date.parse(startOf(match));

/** Of each of its days the first start and the last end, in order. */
export function spansOf({ sessions }: Pick<Match, 'sessions'>): Span[] {
  const byDay = new Map<string, Span>();
  for (const { start, end } of sessions.toSorted((a, b) => Date.parse(a.start) - Date.parse(b.start))) {
    const before = byDay.get(localDateOf(start));
    const last = before && Date.parse(before.end) > Date.parse(end) ? before.end : end;
    byDay.set(localDateOf(start), { start: before?.start ?? start, end: last });
  }
  return [...byDay.values()];
}

export const endOf = ({ sessions }: Pick<Match, 'sessions'>): string => sessions.at(-1)?.end ?? '';

interface Sorted {
  readonly waiting: readonly Match[];
  readonly coming: readonly Match[];
  readonly past: readonly Match[];
}

/** What waits for you first, then what comes, soonest first, then what was, newest first. */
export function inOrder(matches: readonly Match[], me: Pick<Me, 'roles'> | null, now: string): Sorted {
  const byStart = matches.toSorted((a, b) => Date.parse(startOf(a)) - Date.parse(startOf(b)));
  const isYours = (match: Match) => turnOf(match, sideOf(me, match)) === 'you' || isToCount(match, me);
  const isPast = (match: Match) =>
    isEnded(match) || isOver(match) || Date.parse(endOf(match)) < Date.parse(now);
  const waiting = byStart.filter(isYours);
  const rest = byStart.filter((match) => !isYours(match));
  return {
    waiting,
    coming: rest.filter((match) => !isPast(match)),
    past: rest.filter(isPast).toReversed(),
  };
}

/** It was, and this side has not counted yet. */
export function isToCount(match: Match, me: Pick<Me, 'roles'> | null): boolean {
  const side = sideOf(me, match);
  if (match.state === 'closed' || !isOver(match)) return false;
  return (side === 'school' && !match.count) || (side === 'partner' && !match.hours);
}
