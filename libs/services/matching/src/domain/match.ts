import type {
  DespiteBody,
  HeldSlot,
  HoldRefused,
  MatchSession,
  MatchSnapshot,
  Owners,
} from '#libs/contracts';

export type Side = 'school' | 'partner';

export interface Yes {
  readonly at: string;
  readonly by: string;
  readonly how?: string;
}

export interface Span {
  readonly start: string;
  readonly end: string;
}

/** One line of a match's trail. */
export interface Step {
  readonly at: string;
  /** The id of the person, or `service:<name>`. */
  readonly actor: string;
  readonly what:
    | 'approved'
    | 'refused'
    | 'asked'
    | 'accepted'
    | 'countered'
    | 'confirmed'
    | 'declined'
    | 'cancelled'
    | 'released'
    | 'attention';
  readonly side?: Side;
  readonly how?: string;
  readonly reason?: string;
  readonly time?: Span;
}

/** What the coordinator decided on: the audit trail. */
export interface DecidedOn {
  readonly score: number;
  readonly explanation: unknown;
  readonly warnings: readonly unknown[];
  readonly despite: readonly DespiteBody[];
  /** What the coordinator said the region pays; counts from issue 3 on. */
  readonly regionPaysCents: number | null;
}

/** A match as `matching` keeps it: what others may know, and what only those concerned may read. */
export interface Match extends MatchSnapshot {
  readonly title: string;
  /** Who asked and who receives the guest: the teachers who answer for the school. */
  readonly askers: readonly string[];
  readonly needs: readonly HeldSlot[];
  /** Where the agreed time may lie. */
  readonly allowed: readonly Span[];
  /** Minutes of all lessons together. */
  readonly minutes: number;
  readonly promise: 'firm' | 'by-appointment';
  /** Working days both sides have to answer. */
  readonly questionWorkingDays: number;
  readonly acceptedBy: { readonly school?: Yes; readonly partner?: Yes };
  readonly decidedOn: DecidedOn;
  readonly obstacle: HoldRefused['obstacle'] | null;
  readonly ended: { readonly by: string; readonly reason: string; readonly reasonCode?: string } | null;
  /** Why a person must look at it. */
  readonly attention: string | null;
  /** Until when something is expected of somebody, epoch ms. */
  readonly nextAt: number | null;
  readonly history: readonly Step[];
}

export interface Made {
  readonly state: Match;
  readonly events: readonly object[];
}

export function ownersOf(match: MatchSnapshot): Owners {
  return { regions: [match.regionId], school: match.schoolLocationId, organisation: match.organisationId };
}

/** Still on its way: its place is held or about to be. */
export const liveStates: readonly string[] = ['holding', 'option', 'asked', 'confirmed'];

export function snapshotOf(match: Match): MatchSnapshot {
  return {
    requestId: match.requestId,
    offerId: match.offerId,
    regionId: match.regionId,
    schoolLocationId: match.schoolLocationId,
    organisationId: match.organisationId,
    origin: match.origin,
    state: match.state,
    question: match.question,
    ...(match.answerBy ? { answerBy: match.answerBy } : {}),
    sessions: match.sessions,
    exact: match.exact,
    costs: match.costs,
    schoolSaidYes: match.acceptedBy.school !== undefined,
    partnerSaidYes: match.acceptedBy.partner !== undefined,
    calendarSequence: match.calendarSequence,
  };
}

/** The match with that state and one more line in its trail. */
export function step(match: Match, change: Partial<Match>, line: Step): Match {
  return { ...match, ...change, history: [...match.history, line] };
}

/** Issue 1 knows one session a match. */
export function sessionOf(match: Match): MatchSession {
  return match.sessions[0] as MatchSession;
}

export function at(match: Match, time: Span): MatchSession[] {
  return [{ ...sessionOf(match), start: time.start, end: time.end }];
}
