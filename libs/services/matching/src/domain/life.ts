import {
  HoldAnswered,
  MatchApproved,
  MatchAsked,
  MatchConfirmed,
  MatchEnded,
  MatchHeld,
  MatchOptioned,
  MatchRefused,
  event,
  type Ending,
  type HoldRefused,
  type Side,
} from '#libs/contracts';
import { answerDeadline, isPublicHoliday, toOffsetIso } from '#libs/facts';
import { clocksOf, lastMomentFrom, latestAnswer } from './answer-clock.js';
import { callFor, calmed } from './attention.js';
import { settled } from './clock-state.js';
import {
  beforehand,
  endOf,
  imported,
  liveStates,
  pastStates,
  snapshotOf,
  startOf,
  step,
  timeOf,
  timesOf,
  type Made,
  type Match,
  type Step,
  type Wanted,
  type Yes,
} from './match.js';
import { refuse } from './match.errors.js';
import { impliedSessions } from './times.js';

/** Milliseconds after which somebody must look at a place that is still not secured. */
const holdingPatience = 15 * 60_000;
const day = 24 * 60 * 60_000;
/** Milliseconds after which a match that took place is closed whatever is missing. */
export const closesAfter = 30 * day;

/** When that is, epoch ms: counted from its end, or from when it was written down when that was later. */
export function closesAt(match: Match): number {
  const [first] = match.history;
  // Of an earlier year's list nobody is asked anything: it is closed from the start.
  const isWrittenDown = first?.what === 'arranged' && first.reason !== imported;
  return Math.max(endOf(match), isWrittenDown ? Date.parse(first.at) : 0) + closesAfter;
}

export interface By {
  readonly actor: string;
  /** Epoch ms. */
  readonly now: number;
}

export const line = ({ actor, now }: By, what: Step['what'], more: Partial<Step> = {}): Step => ({
  at: new Date(now).toISOString(),
  actor,
  what,
  ...more,
});

const firstStep = {
  proposed: 'approved',
  booked: 'booked',
  arranged: 'arranged',
  repeated: 'repeated',
} as const;

/**
 * A match is made, by whichever entrance: `offers` is asked to hold what it needs. What was arranged and is over already
 * counts as held; the other side is still asked whether it is right.
 */
export function make(wanted: Wanted, by: By): Made {
  const isPast = wanted.origin === 'arranged' && endOf(wanted) <= by.now;
  const fresh: Match = {
    ...wanted,
    state: isPast ? 'held' : 'holding',
    lastQuestion: wanted.question,
    heldTimes: timesOf(wanted.sessions),
    wanted: null,
    nextAt: by.now + (isPast ? closesAfter : holdingPatience),
    history: [line(by, firstStep[wanted.origin])],
  };
  const state = isPast ? withStandingYes(fresh, by) : fresh;
  const made = event(MatchApproved, { match: snapshotOf(state), needs: isPast ? [] : [...state.needs] });
  return { state, events: isPast ? [made, event(MatchHeld, { match: snapshotOf(state) })] : [made] };
}

/** The place is ours: whoever did not say yes beforehand is asked. A match that ended meanwhile stays ended. */
export function secured(match: Match, question: number, by: By): Made | null {
  if (match.state !== 'holding' || match.question !== question) return null;
  const held = calmed(match, (reason) => reason === notSecured);
  if (held.optionWorkingDays !== null) return option(held, held.optionWorkingDays, by);
  const granted = withStandingYes(held, by);
  const asks = sidesWithoutYes(granted);
  if (asks.length === 0 && granted.exact) return confirm(granted, by);
  return ask(step(granted, { state: 'asked' }, line(by, 'asked')), asks, by);
}

/** Yeses that were given beforehand, with the time they imply. */
function withStandingYes(match: Match, by: By): Match {
  const implied = match.exact ? match.sessions : impliedSessions(match);
  // A firm slot is a yes to its own time; without a time there is nothing to say yes to yet, but to all of what was wished.
  const standing = match.standing.filter((side) => implied !== null || side === 'school');
  if (standing.length === 0) return match;
  const yes: Yes = { at: new Date(by.now).toISOString(), by: by.actor, how: beforehand };
  const acceptedBy = Object.fromEntries(standing.map((side) => [side, yes]));
  return {
    ...match,
    ...(implied ? { sessions: implied, exact: true } : {}),
    acceptedBy: { ...acceptedBy, ...match.acceptedBy },
  };
}

const sidesWithoutYes = ({ acceptedBy }: Match): Side[] =>
  (['school', 'partner'] as const).filter((side) => acceptedBy[side] === undefined);

function option(match: Match, workingDays: number, by: By): Made {
  const granted = withStandingYes({ ...match, standing: ['partner'] }, by);
  const lapses = Math.min(answerDeadline(by.now, workingDays), startOf(match));
  const state = step(
    { ...granted, state: 'option', answerBy: toOffsetIso(lapses), nextAt: lapses },
    {},
    line(by, 'optioned'),
  );
  return { state, events: [event(MatchOptioned, { match: snapshotOf(state) })] };
}

/** Something stood in the way; the request is open again. */
export function refuseFor(
  match: Match,
  question: number,
  obstacle: HoldRefused['obstacle'],
  by: By,
): Made | null {
  if (match.state !== 'holding' || match.question !== question) return null;
  const state = step(
    match,
    { state: 'refused', obstacle, nextAt: null, attentions: [] },
    line(by, 'refused', { reason: obstacle }),
  );
  return { state, events: [event(MatchRefused, { match: snapshotOf(state) })] };
}

/** Keep what is held while the match lives, else let it go. */
export function answerHold(match: Match, question: number): Made {
  const isWanted = question <= match.question || question === match.wanted?.question;
  const keep = liveStates.includes(match.state) && isWanted;
  return { state: match, events: [event(HoldAnswered, { question, keep })] };
}

/** Until when an answer is expected as long as nobody knows when the question arrives, epoch ms. */
export function provisional(match: Match, now: number): number {
  const limits = {
    start: lastMomentFrom(now, match),
    leadTimeDays: match.terms.leadTimeDays ?? 0,
    isFree: isPublicHoliday,
  };
  return Math.min(answerDeadline(now, match.questionWorkingDays), latestAnswer(now, limits));
}

export function ask(match: Match, asks: readonly Side[], by: By): Made {
  const { now } = by;
  const clocks = clocksOf(match.question, asks, now);
  const state = settled({ ...match, answerBy: toOffsetIso(provisional(match, now)), clocks }, by);
  return { state, events: [event(MatchAsked, { match: snapshotOf(state), asks: [...asks] })] };
}

/** Both sides said yes to the same exact time. */
export function confirm(match: Match, by: By): Made {
  const { answerBy: _, ...rest } = match;
  const confirmed: Match = {
    ...rest,
    state: 'confirmed',
    nextAt: endOf(match),
    clocks: {},
    calendarSequence: match.calendarSequence + 1,
  };
  const state = step(settled(confirmed, by), {}, line(by, 'confirmed', { time: timeOf(match) }));
  return { state, events: [event(MatchConfirmed, { match: snapshotOf(state) })] };
}

/** It ends without having been held as agreed. */
export function end(
  match: Match,
  ending: Ending,
  whose: MatchEnded['by'],
  because: { reason: string; reasonCode?: string; how?: string; late?: boolean },
  by: By,
): Made {
  const { answerBy: _, ...rest } = match;
  const { how, late = false, ...ended } = because;
  const feeCents = late ? match.costs.schoolCents : 0;
  const wasConfirmed = match.state === 'confirmed' || pastStates.includes(match.state);
  const wasAsked = match.state !== 'holding';
  const state = step(
    {
      ...rest,
      state: ending,
      nextAt: null,
      clocks: {},
      attentions: [],
      wanted: null,
      ended: { by: whose, feeCents, ...ended },
      calendarSequence: match.calendarSequence + (wasConfirmed ? 1 : 0),
    },
    {},
    line(by, ending, {
      reason: because.reason,
      ...(how ? { how } : {}),
      ...(whose === 'school' || whose === 'partner' ? { side: whose } : {}),
    }),
  );
  const told = { match: snapshotOf(state), ending, by: whose, wasAsked, wasConfirmed, late, feeCents };
  return { state, events: [event(MatchEnded, told)] };
}

const notSecured = 'not-secured';

/** Its place is still not held: a person looks, and again after a day. */
export function whenNotSecured(match: Match, by: By): Made {
  return { state: { ...callFor(match, notSecured, by), nextAt: by.now + day }, events: [] };
}

/** What the answer of a state that no longer takes it is called. */
export function refuseState(match: Match): never {
  switch (match.state) {
    case 'holding':
      throw refuse('matches.not-asked');
    case 'option':
      throw refuse('matches.is-option');
    case 'asked':
      throw refuse('matches.not-confirmed');
    case 'confirmed':
      throw refuse('matches.confirmed');
    case 'held':
    case 'counted':
    case 'evaluated':
    case 'closed':
      throw refuse('matches.over');
    default:
      throw refuse('matches.ended', { facts: { state: match.state } });
  }
}

/** @throws matches.ended, matches.not-asked, matches.confirmed …: nothing to answer now */
export function mustBeAsked(match: Match): void {
  if (match.state !== 'asked') refuseState(match);
}
