import type {
  ActivityKind,
  ActivityStatus,
  MatchCosts,
  MatchCount,
  MatchEvaluation,
  MatchHours,
  MatchSnapshot,
  MatchState,
  MatchTally,
  Origin,
  Programme,
  Sector,
} from '#libs/contracts';
import { localDateOf, toOffsetIso, type LocalDate } from '#libs/facts';

interface ActivityGroup {
  readonly groupId: string;
  readonly sector: Sector;
  readonly pupils: number;
}

/** What a match tells of what happened, or is going to. */
export interface Activity {
  /** The request that it answers; absent: none, or kept before this was. */
  readonly requestId?: string;
  readonly regionId: string;
  readonly schoolLocationId: string;
  readonly organisationId: string;
  readonly origin: Origin;
  readonly state: MatchState;
  readonly kind: ActivityKind;
  readonly themes: readonly string[];
  readonly programme: Programme;
  /** The Dutch day of the first session. */
  readonly date: LocalDate;
  readonly start: string;
  readonly end: string;
  readonly sessions: number;
  /** As planned; a group of several sessions once, with the largest number. */
  readonly groups: readonly ActivityGroup[];
  readonly costs: Readonly<MatchCosts>;
  readonly count?: Pick<MatchCount, 'pupils' | 'adults' | 'groups'>;
  readonly hours?: Pick<MatchHours, 'people' | 'preparation' | 'delivery' | 'travel'>;
  readonly evaluation?: MatchEvaluation;
  readonly tally?: MatchTally;
}

/** How a match ended; told once, apart from what later events say of it. */
export interface EndedMatch {
  readonly wasConfirmed: boolean;
  /** Later than the offer allows. */
  readonly late: boolean;
  readonly feeCents: number;
}

export function activityOf(match: MatchSnapshot): Activity {
  const { regionId, schoolLocationId, organisationId, origin, state, kind, programme, count, hours } = match;
  const { evaluation, tally } = match;
  const start = Math.min(...match.sessions.map((session) => Date.parse(session.start)));
  const end = Math.max(...match.sessions.map((session) => Date.parse(session.end)));
  const { totalCents, schoolCents, regionCents, partnerCents } = match.costs;
  return {
    ...(match.requestId ? { requestId: match.requestId } : {}),
    regionId,
    schoolLocationId,
    organisationId,
    origin,
    state,
    kind,
    themes: [...match.themes],
    programme,
    date: localDateOf(start),
    start: toOffsetIso(start),
    end: toOffsetIso(end),
    sessions: match.sessions.length,
    groups: groupsOf(match),
    costs: { totalCents, schoolCents, regionCents, partnerCents },
    ...(count && { count: { pupils: count.pupils, adults: count.adults, groups: count.groups } }),
    ...(hours && {
      hours: {
        people: hours.people,
        preparation: hours.preparation,
        delivery: hours.delivery,
        travel: hours.travel,
      },
    }),
    ...(evaluation && { evaluation: { ...evaluation } }),
    ...(tally && { tally: { ...tally } }),
  };
}

/** Sessions name no sector: that is the group's. */
function groupsOf({ sessions, groups }: MatchSnapshot): ActivityGroup[] {
  const found = new Map<string, ActivityGroup>();
  for (const { groupId, pupils } of sessions.flatMap((session) => session.groups)) {
    const sector = (groups.find((group) => group.groupId === groupId) ?? groups[0])?.sector ?? 'po';
    found.set(groupId, { groupId, sector, pupils: Math.max(pupils, found.get(groupId)?.pupils ?? 0) });
  }
  return [...found.values()];
}

const heldStates: readonly MatchState[] = ['held', 'counted', 'evaluated', 'closed'];

/** What reports make of it; undefined for a match that never was an appointment, or is none yet. */
export function statusOf(
  { state, count }: Pick<Activity, 'state' | 'count'>,
  ended?: EndedMatch,
): ActivityStatus | undefined {
  if (heldStates.includes(state)) return count ? 'counted' : 'to-be-counted';
  if (state === 'confirmed') return 'planned';
  if (state === 'no-show') return 'no-show';
  return state === 'cancelled' && ended?.wasConfirmed ? 'cancelled' : undefined;
}

/** Has it given its groups what was asked for, or is it agreed that it will? */
export function serves({ state }: Pick<Activity, 'state'>): boolean {
  return heldStates.includes(state) || state === 'confirmed';
}

/** False for what no report will ever name, whatever else arrives. */
export function mayBeReported({ state }: Pick<Activity, 'state'>): boolean {
  return heldStates.includes(state) || ['confirmed', 'no-show', 'cancelled'].includes(state);
}
