import type {
  DespiteBody,
  HeldSlot,
  HoldRefused,
  MatchChange,
  MatchCount,
  MatchHours,
  MatchSession,
  MatchSnapshot,
  MatchState,
  OfferSnapshot,
  Owners,
  RequestedGroup,
  Side,
} from '#libs/contracts';
import type { Price } from './price.js';
import type { Attention, Clocks } from './what-waits.js';

export interface Yes {
  readonly at: string;
  readonly by: string;
  readonly how?: string;
}

/** How a yes was given that nobody had to be asked for. */
export const beforehand = 'beforehand';

/** Why a match stands in the trail as arranged that nobody arranged here: a list told of it. */
export const imported = 'imported';

export interface Span {
  readonly start: string;
  readonly end: string;
}

/** Where a time may be agreed: within a slot, or anywhere in that span when no slot is taken. */
export interface AllowedSpan extends Span {
  readonly slotId?: string;
}

/** One line of a match's trail. */
export interface Step {
  readonly at: string;
  /** The id of the person, or `service:<name>`. */
  readonly actor: string;
  readonly what:
    | 'approved'
    | 'booked'
    | 'arranged'
    | 'repeated'
    | 'refused'
    | 'optioned'
    | 'asked'
    | 'accepted'
    | 'countered'
    | 'confirmed'
    | 'change-wanted'
    | 'change-asked'
    | 'changed'
    | 'change-dropped'
    | 'contact-changed'
    | 'declined'
    | 'cancelled'
    | 'released'
    | 'no-show'
    | 'held'
    | 'counted'
    | 'hours-entered'
    | 'evaluated'
    | 'tallied'
    | 'closed'
    | 'attention';
  readonly side?: Side;
  readonly how?: string;
  readonly reason?: string;
  readonly time?: Span;
  /** What another proposal makes different. */
  readonly changed?: 'time' | 'pupils' | 'both';
  /** Nobody answered, since the question reached nobody. */
  readonly undelivered?: true;
}

/** What the coordinator decided on: the audit trail. */
export interface DecidedOn {
  readonly score: number;
  readonly explanation: unknown;
  readonly warnings: readonly unknown[];
  /** Limits that were passed knowingly; both sides read them. */
  readonly despite: readonly DespiteBody[];
}

/** A change that one side wants, with what `offers` holds for it and why. */
export interface WantedChange extends MatchChange {
  readonly needs: readonly HeldSlot[];
  readonly allowed: readonly AllowedSpan[];
  readonly reason: string;
  /** A counter to a question still open: once secured it replaces the question instead of waiting beside it. */
  readonly isCounter: boolean;
}

/** What the offer said when the match was made. */
export interface Terms {
  /** Days before the start until which cancelling is free. */
  readonly freeCancelDays: number;
  /** Days before the start until which the numbers may change. */
  readonly changeNumbersUntilDays: number;
  readonly pupilsPerGroup: number;
  readonly maxPupils: number;
  /** Days that the partner needs between yes and start; absent: none. */
  readonly leadTimeDays?: number;
  /** For whom it is and how many adults come along; absent: no offer, or agreed before this was kept. */
  readonly audience?: OfferSnapshot['audience'];
}

/** Who evaluated for a side, and in which words: for those concerned alone. */
export interface Evaluated {
  readonly by: string;
  readonly at: string;
  readonly how?: string;
  readonly words?: string;
}

/** A match as `matching` keeps it: what others may know, and what only those concerned may read. */
export interface Match extends MatchSnapshot {
  /** Who asked and who receives the guest: the people who answer for the school. */
  readonly askers: readonly string[];
  /** Who answers for the partner, when it is not the contact of the offer. */
  readonly partnerContactId?: string;
  readonly needs: readonly HeldSlot[];
  readonly allowed: readonly AllowedSpan[];
  /** The times that `offers` holds for it: within these nothing new has to be held. */
  readonly heldTimes: readonly AllowedSpan[];
  /** Minutes of all lessons in a row. */
  readonly minutes: number;
  /** Minutes of one lesson. */
  readonly lessonMinutes: number;
  readonly promise: 'firm' | 'by-appointment';
  /** Working days both sides have to answer. */
  readonly questionWorkingDays: number;
  /** Working days an option stands; null when nobody wants one. */
  readonly optionWorkingDays: number | null;
  /** Whose yes was given beforehand: a firm slot, "fits my times", or having recorded it. */
  readonly standing: readonly Side[];
  readonly terms: Terms;
  /** Absent, the costs stay what they are: arranged between the sides, or agreed before prices were kept. */
  readonly price?: Price;
  readonly acceptedBy: { readonly school?: Yes; readonly partner?: Yes };
  readonly decidedOn: DecidedOn;
  readonly obstacle: HoldRefused['obstacle'] | null;
  readonly ended: {
    readonly by: string;
    readonly reason: string;
    readonly reasonCode?: string;
    readonly feeCents: number;
  } | null;
  readonly wanted: WantedChange | null;
  /** The highest question number given out: a dropped change never gets its number back. */
  readonly lastQuestion: number;
  /** Of the sides that were asked and have not answered. */
  readonly clocks?: Clocks;
  /** Why a person must look at it, oldest first. */
  readonly attentions?: readonly Attention[];
  readonly evaluatedBy?: Readonly<Partial<Record<Side, Evaluated>>>;
  /** Until when something is expected of somebody, epoch ms. */
  readonly nextAt: number | null;
  readonly history: readonly Step[];
  /** A note of the school, for the partner alone. */
  readonly note: string;
}

/** A match that is about to be made. */
export type Wanted = Omit<Match, 'state' | 'history' | 'nextAt' | 'lastQuestion' | 'wanted' | 'heldTimes'>;

export interface Made {
  readonly state: Match;
  readonly events: readonly object[];
}

export function ownersOf(match: MatchSnapshot): Owners {
  return { regions: [match.regionId], school: match.schoolLocationId, organisation: match.organisationId };
}

/** Still on its way: its place is held or about to be. */
export const liveStates: readonly MatchState[] = ['holding', 'option', 'asked', 'confirmed'];
/** It took place. */
export const pastStates: readonly MatchState[] = ['held', 'counted', 'evaluated', 'closed'];

export function snapshotOf(match: Match): MatchSnapshot {
  return {
    ...(match.requestId ? { requestId: match.requestId } : {}),
    ...(match.offerId ? { offerId: match.offerId } : {}),
    regionId: match.regionId,
    schoolLocationId: match.schoolLocationId,
    organisationId: match.organisationId,
    origin: match.origin,
    state: match.state,
    kind: match.kind,
    title: match.title,
    themes: match.themes,
    programme: match.programme,
    groups: groupsAsAgreed(match),
    place: match.place,
    question: match.question,
    ...(match.answerBy ? { answerBy: match.answerBy } : {}),
    sessions: match.sessions,
    exact: match.exact,
    costs: match.costs,
    schoolSaidYes: match.acceptedBy.school !== undefined,
    partnerSaidYes: match.acceptedBy.partner !== undefined,
    calendarSequence: match.calendarSequence,
    ...(match.wanted ? { change: changeOf(match.wanted) } : {}),
    ...(match.count ? { count: match.count } : {}),
    ...(match.hours ? { hours: match.hours } : {}),
    ...(match.evaluation ? { evaluation: match.evaluation } : {}),
    ...(match.tally ? { tally: match.tally } : {}),
    ...(isUndone(match) ? { undone: true } : {}),
  };
}

/** The groups with the numbers of their sessions: those are what changes when other numbers are agreed on. */
export function groupsAsAgreed({ groups, sessions }: Pick<Match, 'groups' | 'sessions'>): RequestedGroup[] {
  const agreed = sessions.flatMap((session) => session.groups);
  return groups.map((group) => ({
    ...group,
    pupils: agreed.find(({ groupId }) => groupId === group.groupId)?.pupils ?? group.pupils,
  }));
}

/** The reason code of a cancel that nobody has heard of. */
export const undone = 'undone';

/** The reason code of what was released since its question reached nobody. */
export const undelivered = 'undelivered';

function isUndone({ state, ended }: Match): boolean {
  return state === 'cancelled' && ended?.by === 'coordinator' && ended.reasonCode === undone;
}

function changeOf({ what, by, question, phase, sessions, costs, answerBy }: WantedChange): MatchChange {
  return {
    ...{ what, by, question, phase, sessions },
    ...(costs ? { costs } : {}),
    ...(answerBy ? { answerBy } : {}),
  };
}

/** The match with that state and one more line in its trail. */
export function step(match: Match, change: Partial<Match>, line: Step): Match {
  return { ...match, ...change, history: [...match.history, line] };
}

export const otherSide = (side: Side): Side => (side === 'school' ? 'partner' : 'school');

/** From the first start to the last end. */
export function timeOf({ sessions }: { readonly sessions: readonly MatchSession[] }): Span {
  const byStart = [...sessions].sort((a, b) => Date.parse(a.start) - Date.parse(b.start));
  const byEnd = [...sessions].sort((a, b) => Date.parse(a.end) - Date.parse(b.end));
  return { start: (byStart[0] as MatchSession).start, end: (byEnd.at(-1) as MatchSession).end };
}

/** Each session's time, with the slot it lies in. */
export const timesOf = (sessions: readonly MatchSession[]): AllowedSpan[] =>
  sessions.map(({ slotId, start, end }) => ({ ...(slotId ? { slotId } : {}), start, end }));

export const endOf = (match: { readonly sessions: readonly MatchSession[] }): number =>
  Date.parse(timeOf(match).end);
export const startOf = (match: { readonly sessions: readonly MatchSession[] }): number =>
  Date.parse(timeOf(match).start);

export type { MatchCount, MatchHours };
