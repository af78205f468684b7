import {
  HoldAnswered,
  MatchApproved,
  MatchAsked,
  MatchConfirmed,
  MatchEnded,
  MatchRefused,
  event,
  type Ending,
  type HoldRefused,
} from '#libs/contracts';
import { answerMoment, toOffsetIso } from '#libs/facts';
import { sessionOf, snapshotOf, step, type Made, type Match, type Span, type Step } from './match.js';
import { refuse } from './match.errors.js';

/** Milliseconds after which somebody must look at a place that is still not secured. */
const holdingPatience = 15 * 60_000;

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

/** The coordinator approved: `offers` is asked to hold what it needs. */
export function approve(match: Omit<Match, 'state' | 'history' | 'nextAt'>, by: By): Made {
  const state: Match = {
    ...match,
    state: 'holding',
    nextAt: by.now + holdingPatience,
    history: [line(by, 'approved')],
  };
  return { state, events: [event(MatchApproved, { match: snapshotOf(state), needs: [...state.needs] })] };
}

/** The place is ours: both sides are asked. A match that ended meanwhile stays ended. */
export function askBothSides(match: Match, question: number, by: By): Made | null {
  if (match.state !== 'holding' || match.question !== question) return null;
  return ask(step(match, { state: 'asked' }, line(by, 'asked')), by.now);
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
    { state: 'refused', obstacle, nextAt: null, attention: null },
    line(by, 'refused', { reason: obstacle }),
  );
  return { state, events: [event(MatchRefused, { match: snapshotOf(state) })] };
}

/** Keep what is held while the match lives, else let it go. */
export function answerHold(match: Match, question: number): Made {
  const keep =
    ['holding', 'asked', 'confirmed', 'option'].includes(match.state) && match.question >= question;
  return { state: match, events: [event(HoldAnswered, { question, keep })] };
}

export function ask(match: Match, now: number, askedAgain?: 'school' | 'partner'): Made {
  const clock = answerMoment(now, match.questionWorkingDays);
  const latest = Math.min(clock, Date.parse(sessionOf(match).start));
  const state: Match = { ...match, answerBy: toOffsetIso(latest), nextAt: latest };
  return {
    state,
    events: [event(MatchAsked, { match: snapshotOf(state), ...(askedAgain ? { askedAgain } : {}) })],
  };
}

/** Both sides said yes to the same exact time. */
export function confirm(match: Match, by: By): Made {
  const { answerBy: _, ...rest } = match;
  const state = step(
    { ...rest, state: 'confirmed', nextAt: null, calendarSequence: match.calendarSequence + 1 },
    {},
    line(by, 'confirmed', { time: timeOf(match) }),
  );
  return { state, events: [event(MatchConfirmed, { match: snapshotOf(state) })] };
}

/** It ends before it happened. */
export function end(
  match: Match,
  ending: Ending,
  whose: MatchEnded['by'],
  because: { reason: string; reasonCode?: string; how?: string },
  by: By,
): Made {
  const { answerBy: _, ...rest } = match;
  const { how, ...ended } = because;
  const wasConfirmed = match.state === 'confirmed';
  const wasAsked = match.state !== 'holding';
  const state = step(
    {
      ...rest,
      state: ending,
      nextAt: null,
      attention: null,
      ended: { by: whose, ...ended },
      calendarSequence: match.calendarSequence + (wasConfirmed ? 1 : 0),
    },
    {},
    line(by, ending, {
      reason: because.reason,
      ...(how ? { how } : {}),
      ...(whose === 'school' || whose === 'partner' ? { side: whose } : {}),
    }),
  );
  return {
    state,
    events: [event(MatchEnded, { match: snapshotOf(state), ending, by: whose, wasAsked, wasConfirmed })],
  };
}

/** What fell due: an unanswered question is released, a hold that nobody answered gets a person's attention. */
export function whenDue(match: Match, by: By): Made | null {
  if (match.state === 'asked') {
    return end(match, 'released', 'clock', { reason: 'Er kwam op tijd geen antwoord.' }, by);
  }
  if (match.state !== 'holding') return null;
  return { state: callForAttention(match, 'not-secured', by, by.now + 24 * 60 * 60_000), events: [] };
}

/** The school needs it no longer: a match that is not confirmed ends; a confirmed one gets a person's attention. */
export function whenRequestWithdrawn(match: Match, by: By): Made | null {
  if (match.state === 'confirmed')
    return { state: callForAttention(match, 'request-withdrawn', by, null), events: [] };
  if (match.state !== 'holding' && match.state !== 'asked') return null;
  return end(
    match,
    'cancelled',
    'request-withdrawn',
    { reason: 'De school heeft de aanvraag ingetrokken.' },
    by,
  );
}

/** A request or offer changed and a hard condition fails now: the match stays, a person looks. */
export function whenItNoLongerFits(match: Match, conditions: readonly string[], by: By): Made | null {
  const attention = conditions.length === 0 ? null : `no-longer-fits: ${conditions.join(', ')}`;
  if (attention === match.attention || !['asked', 'confirmed'].includes(match.state)) return null;
  if (attention === null && !match.attention?.startsWith('no-longer-fits')) return null;
  const state =
    attention === null ? { ...match, attention } : callForAttention(match, attention, by, match.nextAt);
  return { state, events: [] };
}

function callForAttention(match: Match, attention: string, by: By, nextAt: number | null): Match {
  return step(match, { attention, nextAt }, line(by, 'attention', { reason: attention }));
}

export function timeOf(match: Match): Span {
  const { start, end: until } = sessionOf(match);
  return { start, end: until };
}

/** @throws matches.ended, matches.not-asked, matches.confirmed: nothing to answer now */
export function mustBeAsked(match: Match): void {
  if (match.state === 'holding') throw refuse('matches.not-asked');
  if (match.state === 'confirmed') throw refuse('matches.confirmed');
  if (match.state !== 'asked') throw refuse('matches.ended', { facts: { state: match.state } });
}
