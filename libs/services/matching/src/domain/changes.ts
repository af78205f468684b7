import {
  ChangeDropped,
  ChangeProposed,
  HoldWanted,
  MatchConfirmed,
  atField,
  event,
  type HeldSlot,
  type MatchCosts,
  type MatchSession,
  type Side,
} from '#libs/contracts';
import { toOffsetIso } from '#libs/facts';
import { clocksOf } from './answer-clock.js';
import { settled } from './clock-state.js';
import { yesOf, type Answerer } from './answerer.js';
import { ask, line, mustBeAsked, provisional, refuseState, type By } from './life.js';
import { refuse } from './match.errors.js';
import {
  endOf,
  otherSide,
  snapshotOf,
  startOf,
  step,
  timeOf,
  timesOf,
  type AllowedSpan,
  type Made,
  type Match,
  type Step,
  type WantedChange,
} from './match.js';
import { costsOf, needsOf } from './sessions.js';
import { numbersUntil } from './terms.js';
import { mustLieAhead, sameTimes } from './times.js';

/** Where a changed match would be: already checked against slot, wish and calendars. */
export interface NewPlace {
  readonly sessions: readonly MatchSession[];
  readonly needs: readonly HeldSlot[];
  readonly allowed: readonly AllowedSpan[];
}

/**
 * One side of a question still open proposes another slot: the old place is kept until the new one is held, then the other
 * side is asked anew. @throws matches.time-outside, matches.counter-same, matches.change-waits, and as `mustBeAsked`
 */
export function counterElsewhere(match: Match, place: NewPlace, note: string, by: Answerer): Made {
  mustBeAsked(match);
  mustLieAhead(place, by.now);
  return want(match, 'time', place, note, true, by);
}

/**
 * One side of a confirmed match wants another time. @throws matches.not-confirmed, matches.over, matches.time-outside,
 * matches.move-same, matches.change-waits
 */
export function move(match: Match, place: NewPlace, reason: string, by: Answerer): Made {
  mustBeConfirmedAhead(match, by);
  mustLieAhead(place, by.now);
  return want(match, 'time', place, reason, false, by);
}

/**
 * Other numbers for a confirmed match, at the price that was agreed; more places are secured before the other side is asked.
 * @throws matches.numbers-fixed, matches.group-unknown, matches.numbers-same, and as `move`
 */
export function changeNumbers(
  match: Match,
  numbers: readonly { readonly groupId: string; readonly pupils: number }[],
  reason: string,
  by: Answerer,
): Made {
  mustBeConfirmedAhead(match, by);
  if (by.now > numbersUntil(match))
    throw refuse('matches.numbers-fixed', { facts: { until: toOffsetIso(numbersUntil(match)) } });
  numbers.forEach(({ groupId }, i) => {
    if (!match.groups.some((group) => group.groupId === groupId))
      throw refuse(
        'matches.group-unknown',
        atField(`groups[${i}].groupId`, 'known', 'is no group of this appointment'),
      );
  });
  const pupilsOf = new Map(numbers.map(({ groupId, pupils }) => [groupId, pupils]));
  const sessions = match.sessions.map((session) => ({
    ...session,
    groups: session.groups.map((group) => ({
      ...group,
      pupils: pupilsOf.get(group.groupId) ?? group.pupils,
    })),
  }));
  if (JSON.stringify(sessions) === JSON.stringify(match.sessions)) throw refuse('matches.numbers-same');
  const needs = needsOf(sessions, match.offerId, match.terms);
  return want(match, 'pupils', { sessions, needs, allowed: match.allowed }, reason, false, by);
}

function want(
  match: Match,
  what: WantedChange['what'],
  place: NewPlace,
  reason: string,
  isCounter: boolean,
  by: Answerer,
): Made {
  if (match.wanted) throw refuse('matches.change-waits', { facts: { by: match.wanted.by } });
  if (what === 'time' && JSON.stringify(place.sessions) === JSON.stringify(match.sessions))
    throw refuse(isCounter ? 'matches.counter-same' : 'matches.move-same');
  const question = match.lastQuestion + 1;
  const wanted: WantedChange = {
    what,
    by: by.side,
    question,
    phase: 'holding',
    sessions: [...place.sessions],
    needs: place.needs,
    allowed: place.allowed,
    ...costsThen(match, place.sessions),
    reason,
    isCounter,
  };
  const time = timeOf(place);
  const state = step(
    match,
    { wanted, lastQuestion: question },
    line(by, 'change-wanted', { side: by.side, time, reason, ...(by.how ? { how: by.how } : {}) }),
  );
  const hold = { match: snapshotOf(state), question, sessions: [...place.sessions], needs: [...place.needs] };
  return { state, events: [event(HoldWanted, hold)] };
}

/** What other numbers cost at the price that was agreed; nothing when the numbers stay, or the costs are an amount. */
function costsThen(
  { sessions: now, price, terms }: Match,
  then: readonly MatchSession[],
): { readonly costs?: MatchCosts } {
  return price && numbersOf(now) !== numbersOf(then) ? { costs: costsOf(then, price, terms) } : {};
}

/** Until a time is agreed it is the slot's: who names a shorter one proposes it. */
function changedBy({ sessions: now }: Match, { sessions: then }: WantedChange): Step['changed'] {
  if (numbersOf(now) === numbersOf(then)) return 'time';
  return sameTimes(now, then) ? 'pupils' : 'both';
}

const numbersOf = (sessions: readonly MatchSession[]): string =>
  JSON.stringify(sessions.map(({ groups }) => groups));

/** What the change needs is held: a counter becomes the question, a move waits for the other side's yes. */
export function changeSecured(match: Match, question: number, by: By): Made | null {
  const { wanted } = match;
  if (!wanted || wanted.question !== question || wanted.phase !== 'holding') return null;
  const { actor, now } = by;
  if (match.state === 'asked' && wanted.isCounter) {
    const { sessions, needs, allowed, costs = match.costs } = wanted;
    const yes = yesOf({ actor, now, side: wanted.by });
    const state = step(
      match,
      {
        sessions,
        needs,
        allowed,
        costs,
        question,
        heldTimes: timesOf(sessions),
        exact: true,
        wanted: null,
        acceptedBy: { [wanted.by]: yes },
      },
      line(by, 'countered', {
        side: wanted.by,
        time: timeOf(wanted),
        changed: changedBy(match, wanted),
        reason: wanted.reason,
      }),
    );
    return ask(state, [otherSide(wanted.by)], by);
  }
  if (match.state !== 'confirmed') return null;
  const answerBy = Math.min(
    provisional(match, now),
    provisional({ ...match, sessions: wanted.sessions }, now),
  );
  const asked: WantedChange = { ...wanted, phase: 'asked', answerBy: toOffsetIso(answerBy) };
  const clocks = clocksOf(question, [otherSide(wanted.by)], now);
  const state = step(
    settled({ ...match, wanted: asked, clocks }, by),
    {},
    line(by, 'change-asked', { side: wanted.by, time: timeOf(wanted) }),
  );
  return { state, events: [event(ChangeProposed, { match: snapshotOf(state) })] };
}

/** Something stood in the way of the change: the old appointment, or the old question, stands. */
export function changeRefused(match: Match, question: number, obstacle: string, by: By): Made | null {
  if (match.wanted?.question !== question || match.wanted.phase !== 'holding') return null;
  return drop(match, 'offers', { reason: obstacle }, by);
}

/** The side that did not propose it says yes to the change: that is the appointment now. */
export function acceptChange(match: Match, by: Answerer): Made {
  const { wanted } = match;
  if (!wanted || wanted.phase !== 'asked') refuseState(match);
  const { sessions, needs, allowed, costs, question, what } = wanted;
  const changed: Match = {
    ...match,
    sessions,
    needs,
    allowed,
    costs: costs ?? match.costs,
    question,
    heldTimes: timesOf(sessions),
    wanted: null,
    nextAt: endOf({ sessions }),
    clocks: {},
    calendarSequence: match.calendarSequence + 1,
    acceptedBy: { ...match.acceptedBy, [by.side]: yesOf(by) },
  };
  const state = step(
    settled(changed, by),
    {},
    line(by, 'changed', {
      side: by.side,
      reason: what,
      time: timeOf({ sessions }),
      ...(by.how ? { how: by.how } : {}),
    }),
  );
  return { state, events: [event(MatchConfirmed, { match: snapshotOf(state) })] };
}

/** The other side said no, the proposer took it back, or nobody answered: the old appointment stands. */
export function dropChange(match: Match, whose: ChangeDropped['by'], why: Why, by: By): Made {
  if (!match.wanted) refuseState(match);
  return drop(match, whose, why, by);
}

type Why = Pick<Step, 'reason' | 'undelivered'>;

function drop(match: Match, whose: ChangeDropped['by'], why: Why, by: By): Made {
  const { question } = match.wanted as WantedChange;
  const nextAt = match.state === 'confirmed' ? endOf(match) : match.nextAt;
  const side: Partial<{ side: Side }> = whose === 'school' || whose === 'partner' ? { side: whose } : {};
  const clocks = match.state === 'confirmed' ? {} : match.clocks;
  const stands = settled({ ...match, wanted: null, nextAt, ...(clocks ? { clocks } : {}) }, by);
  const state = step(stands, {}, line(by, 'change-dropped', { ...why, ...side }));
  return { state, events: [event(ChangeDropped, { match: snapshotOf(state), question, by: whose })] };
}

function mustBeConfirmedAhead(match: Match, by: By): void {
  if (match.state !== 'confirmed') {
    if (['holding', 'option', 'asked'].includes(match.state)) throw refuse('matches.not-confirmed');
    refuseState(match);
  }
  if (startOf(match) <= by.now) throw refuse('matches.over');
}
