import { MatchAccepted, atField, event } from '#libs/contracts';
import { parseOffsetIso, toOffsetIso } from '#libs/facts';
import { ask, confirm, end, line, mustBeAsked, timeOf, type By } from './life.js';
import { refuse } from './match.errors.js';
import { at, snapshotOf, step, type Made, type Match, type Side, type Span, type Yes } from './match.js';

export interface Answerer extends By {
  readonly side: Side;
  readonly how?: string;
}

const other = (side: Side): Side => (side === 'school' ? 'partner' : 'school');

/**
 * One side says yes. The first yes that names a time sets it.
 * @throws matches.time-needed, matches.time-outside, matches.time-differs, and as `mustBeAsked`
 */
export function accept(match: Match, asked: { start?: string; end?: string }, by: Answerer): Made | null {
  const saidYes = match.acceptedBy[by.side] !== undefined;
  if (match.state !== 'confirmed' || !saidYes) mustBeAsked(match);
  const named = namedTime(match, asked);
  if (match.exact && named && !same(named, timeOf(match))) {
    throw refuse('matches.time-differs', { facts: { start: timeOf(match).start, end: timeOf(match).end } });
  }
  if (saidYes) return null;
  const time = match.exact ? timeOf(match) : (named ?? impliedTime(match));
  const yes: Yes = { at: new Date(by.now).toISOString(), by: by.actor, ...(by.how ? { how: by.how } : {}) };
  const state = step(
    match,
    { sessions: at(match, time), exact: true, acceptedBy: { ...match.acceptedBy, [by.side]: yes } },
    line(by, 'accepted', { side: by.side, time, ...(by.how ? { how: by.how } : {}) }),
  );
  const accepted = event(MatchAccepted, { match: snapshotOf(state), by: by.side });
  if (!state.acceptedBy[other(by.side)]) return { state, events: [accepted] };
  const confirmed = confirm(state, by);
  return { state: confirmed.state, events: [accepted, ...confirmed.events] };
}

/**
 * One side proposes another time: that is its own yes, and a new question to the other.
 * @throws matches.counter-…, matches.time-outside, and as `mustBeAsked`
 */
export function counter(
  match: Match,
  asked: { start?: string; end?: string; note?: string },
  by: Answerer,
): Made {
  mustBeAsked(match);
  const time = namedTime(match, asked);
  if (!time) throw refuse('matches.counter-time-only', atField('start', 'required', 'is required'));
  if (match.exact && same(time, timeOf(match))) throw refuse('matches.counter-same');
  const yes: Yes = { at: new Date(by.now).toISOString(), by: by.actor, ...(by.how ? { how: by.how } : {}) };
  const state = step(
    match,
    { sessions: at(match, time), exact: true, question: match.question + 1, acceptedBy: { [by.side]: yes } },
    line(by, 'countered', {
      side: by.side,
      time,
      ...(asked.note ? { reason: asked.note } : {}),
      ...(by.how ? { how: by.how } : {}),
    }),
  );
  return ask(state, by.now, other(by.side));
}

/** One side says no, with the reason. @throws as `mustBeAsked` */
export function decline(match: Match, because: { reason: string; reasonCode?: string }, by: Answerer): Made {
  mustBeAsked(match);
  return end(match, 'declined', by.side, { ...because, ...(by.how ? { how: by.how } : {}) }, by);
}

/**
 * Called off. Before the question is sent it is undo: silent.
 * @throws matches.ended, matches.over
 */
export function cancel(
  match: Match,
  because: { reason: string; reasonCode?: string; how?: string },
  whose: Side | 'coordinator',
  by: By,
): Made {
  if (!['holding', 'asked', 'confirmed'].includes(match.state))
    throw refuse('matches.ended', { facts: { state: match.state } });
  if (Date.parse(timeOf(match).end) <= by.now) throw refuse('matches.over');
  return end(match, 'cancelled', whose, because, by);
}

const same = (a: Span, b: Span) =>
  Date.parse(a.start) === Date.parse(b.start) && Date.parse(a.end) === Date.parse(b.end);

/** The time that somebody named, checked; undefined when none was named. */
function namedTime(match: Match, asked: { start?: string; end?: string }): Span | undefined {
  if (asked.start == null) {
    if (asked.end != null)
      throw refuse('matches.time-needed', atField('start', 'required', 'is required with end'));
    return undefined;
  }
  const start = parseOffsetIso(asked.start);
  const until = asked.end == null ? (start ?? 0) + match.minutes * 60_000 : parseOffsetIso(asked.end);
  if (start === null || until === null)
    throw refuse('matches.time-outside', atField('start', 'moment', 'is not a moment that exists'));
  if (until <= start)
    throw refuse('matches.time-outside', atField('end', 'after-start', 'lies before the start'));
  if (until - start < match.minutes * 60_000) {
    throw refuse(
      'matches.time-outside',
      atField('end', 'duration', `the activity takes ${match.minutes} minutes`),
    );
  }
  const inside = match.allowed.some(
    (span) => Date.parse(span.start) <= start && until <= Date.parse(span.end),
  );
  if (!inside)
    throw refuse('matches.time-outside', {
      ...atField('start', 'window', 'lies outside what slot and wish allow'),
      facts: { allowed: match.allowed },
    });
  return { start: toOffsetIso(start), end: toOffsetIso(until) };
}

/** A firm slot, or one that is exactly as long as the activity, is its own time. */
function impliedTime(match: Match): Span {
  const slot = timeOf(match);
  const exactlyAsLong = Date.parse(slot.end) - Date.parse(slot.start) === match.minutes * 60_000;
  if (match.promise === 'firm' || exactlyAsLong) return slot;
  throw refuse('matches.time-needed', {
    ...atField('start', 'required', 'is required: the slot is longer than the activity'),
    facts: { allowed: match.allowed },
  });
}
