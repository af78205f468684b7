import { MatchAccepted, atField, event, type Side } from '#libs/contracts';
import { yesOf, type Answerer } from './answerer.js';
import { cancelRest } from './cancel-rest.js';
import { acceptChange, dropChange } from './changes.js';
import { settled } from './clock-state.js';
import { ask, confirm, end, line, mustBeAsked, refuseState, type By } from './life.js';
import { refuse } from './match.errors.js';
import {
  beforehand,
  endOf,
  liveStates,
  otherSide,
  pastStates,
  snapshotOf,
  step,
  timeOf,
  undone,
  type Made,
  type Match,
} from './match.js';
import { freeUntil } from './terms.js';
import { impliedSessions, mustLieAhead, sameTimes, sessionsAt, type NamedTime } from './times.js';

/**
 * One side says yes: to the question, to an option, to a change that waits for it, or that what was recorded is right. The
 * first yes that names a time sets it.
 * @throws matches.time-needed, matches.time-outside, matches.time-differs, and as `mustBeAsked`
 */
export function accept(match: Match, asked: NamedTime, by: Answerer): Made | null {
  if (match.wanted?.phase === 'asked' && match.wanted.by !== by.side) {
    const named = sessionsAt({ ...match, ...match.wanted }, asked);
    if (named && !sameTimes(named, match.wanted.sessions))
      throw refuse('matches.time-differs', {
        facts: { ...timeOf(match.wanted), sessions: match.wanted.sessions },
      });
    return acceptChange(match, by);
  }
  const saidYes = match.acceptedBy[by.side] !== undefined;
  if (match.state === 'option') return acceptOption(match, by);
  if (isWrittenDownFor(match, by.side)) return agreeAfterwards(match, by);
  if (match.state !== 'confirmed' || !saidYes) mustBeAsked(match);
  const named = sessionsAt(match, asked);
  if (match.exact && named && !sameTimes(named, match.sessions)) {
    throw refuse('matches.time-differs', { facts: { ...timeOf(match), sessions: match.sessions } });
  }
  if (saidYes && (match.exact || !named)) return null;
  const sessions = match.exact ? match.sessions : (named ?? impliedSessions(match));
  if (!sessions) {
    throw refuse('matches.time-needed', {
      ...atField('start', 'required', 'is required: the slot is longer than the activity'),
      facts: { allowed: match.allowed },
    });
  }
  const state = step(
    match,
    { sessions, exact: true, acceptedBy: { ...match.acceptedBy, [by.side]: yesOf(by) } },
    line(by, 'accepted', { side: by.side, time: timeOf({ sessions }), ...(by.how ? { how: by.how } : {}) }),
  );
  const accepted = event(MatchAccepted, { match: snapshotOf(state), by: by.side });
  if (!state.acceptedBy[otherSide(by.side)]) return { state: settled(state, by), events: [accepted] };
  const confirmed = confirm(state, by);
  return { state: confirmed.state, events: [accepted, ...confirmed.events] };
}

/** The school takes up its option; the partner's yes is the firm slot. */
function acceptOption(match: Match, by: Answerer): Made {
  if (by.side !== 'school') throw refuse('matches.is-option');
  const state = step(
    match,
    { acceptedBy: { ...match.acceptedBy, school: yesOf(by) } },
    line(by, 'accepted', { side: 'school', ...(by.how ? { how: by.how } : {}) }),
  );
  const confirmed = confirm(state, by);
  const accepted = event(MatchAccepted, { match: snapshotOf(state), by: by.side });
  return { state: confirmed.state, events: [accepted, ...confirmed.events] };
}

/** Others wrote down that it took place, perhaps with their own figures, and that side has yet to call it right or not. */
const isWrittenDownFor = ({ state, origin, acceptedBy }: Match, side: Side): boolean =>
  origin === 'arranged' && state !== 'closed' && pastStates.includes(state) && !acceptedBy[side];

/** "Klopt": what one side recorded afterwards is right. */
function agreeAfterwards(match: Match, by: Answerer): Made {
  const state = step(
    match,
    { acceptedBy: { ...match.acceptedBy, [by.side]: yesOf(by) } },
    line(by, 'accepted', { side: by.side, ...(by.how ? { how: by.how } : {}) }),
  );
  return { state, events: [event(MatchAccepted, { match: snapshotOf(state), by: by.side })] };
}

/**
 * One side proposes another time within the slot: that is its own yes, and a new question to the other.
 * @throws matches.counter-…, matches.time-outside, and as `mustBeAsked`
 */
export function counter(match: Match, asked: NamedTime & { note?: string }, by: Answerer): Made {
  mustBeAsked(match);
  if (match.wanted) throw refuse('matches.change-waits', { facts: { by: match.wanted.by } });
  const sessions = sessionsAt(match, asked);
  if (!sessions)
    throw refuse('matches.counter-empty', atField('start', 'required', 'is required, or slotId'));
  if (match.exact && sameTimes(sessions, match.sessions)) throw refuse('matches.counter-same');
  mustLieAhead({ sessions }, by.now);
  const question = match.lastQuestion + 1;
  const state = step(
    match,
    { sessions, exact: true, question, lastQuestion: question, acceptedBy: { [by.side]: yesOf(by) } },
    line(by, 'countered', {
      side: by.side,
      time: timeOf({ sessions }),
      changed: 'time',
      ...(asked.note ? { reason: asked.note } : {}),
      ...(by.how ? { how: by.how } : {}),
    }),
  );
  return ask(state, [otherSide(by.side)], by);
}

/**
 * One side says no, with the reason: to the question, or to a change that waits; who proposed that takes it back.
 * @throws as `mustBeAsked`
 */
export function decline(match: Match, because: { reason: string; reasonCode?: string }, by: Answerer): Made {
  if (match.state === 'confirmed' && match.wanted)
    return dropChange(match, by.side, { reason: because.reason }, by);
  const disputes = isWrittenDownFor(match, by.side);
  const givesUp = match.state === 'option' && by.side === 'school';
  if (!disputes && !givesUp) mustBeAsked(match);
  return end(match, 'declined', by.side, { ...because, ...(by.how ? { how: by.how } : {}) }, by);
}

/**
 * Called off. Before the question is sent it is undo: silent; who wants nothing but that says `undo`. A school that cancels
 * a confirmed appointment later than the offer allows pays its share. Of what has begun only the rest is called off.
 * @throws matches.ended, matches.over, matches.too-late-to-undo
 */
export function cancel(
  match: Match,
  { undo = false, ...because }: { reason: string; reasonCode?: string; how?: string; undo?: boolean },
  whose: Side | 'coordinator',
  by: By,
): Made {
  if (!liveStates.includes(match.state)) refuseState(match);
  if (endOf(match) <= by.now) throw refuse('matches.over');
  const late = whose === 'school' && match.state === 'confirmed' && by.now > freeUntil(match);
  const isUndo = whose === 'coordinator' && match.origin === 'proposed' && isUnheard(match);
  if (undo && !isUndo) throw refuse('matches.too-late-to-undo', { facts: { state: match.state } });
  const { reason, how } = because;
  const rest = cancelRest(match, { reason, ...(how ? { how } : {}) }, whose, by);
  if (rest) return rest;
  return end(match, 'cancelled', whose, { ...because, ...(isUndo ? { reasonCode: undone } : {}), late }, by);
}

/**
 * Nobody has been told: the place is still being secured, or the questions have not been delivered. A yes that was given
 * beforehand, as a firm slot is, answers no question.
 */
function isUnheard({ state, clocks = {}, acceptedBy }: Match): boolean {
  if (state === 'holding') return true;
  const saidYes = Object.values(acceptedBy).some(({ how }) => how !== beforehand);
  return state === 'asked' && !saidYes && Object.values(clocks).every((clock) => clock.deliveredAt === null);
}
