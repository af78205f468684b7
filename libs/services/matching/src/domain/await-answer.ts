import { AnswerAwaited, event, type Side, type WhyUndeliverable } from '#libs/contracts';
import {
  lastMomentOf,
  nextStageAt,
  pushedBack,
  running,
  stagesOf,
  type IsFree,
  type Limits,
  type Pace,
} from './answer-clock.js';
import { dropChange } from './changes.js';
import { limitsOf, settled, withClock } from './clock-state.js';
import { end, type By } from './life.js';
import { snapshotOf, undelivered, type Made, type Match } from './match.js';
import type { SideClock } from './what-waits.js';

/** Each side's own calendar. */
export type Calendars = Readonly<Record<Side, IsFree>>;

interface Told {
  readonly question: number;
  readonly side: Side;
}

/**
 * The question reached somebody of that side: its clock runs, on its own calendar. Null for another question, for who
 * answered, and for a second recipient.
 */
export function questionDelivered(
  match: Match,
  { question, side, at }: Told & { readonly at: number },
  { pace, calendars }: { readonly pace: Pace; readonly calendars: Calendars },
  by: By,
): Made | null {
  const clock = running(match)[side];
  if (clock?.question !== question || clock.stages) return null;
  const deliveredAt = Math.min(by.now, Math.max(clock.askedAt, at));
  const stages = stagesOf(deliveredAt, pace, limitsOf(match, calendars[side]));
  const delivered: SideClock = { ...clock, deliveredAt, stages, undeliverable: null, missed: false };
  return { state: settled(withClock(match, side, delivered), by), events: [] };
}

/** Nobody of that side can be reached: a person looks, and nothing is released for it. */
export function questionUndeliverable(
  match: Match,
  { question, side, why }: Told & { readonly why: WhyUndeliverable },
  by: By,
): Made | null {
  const clock = running(match)[side];
  if (clock?.question !== question || clock.stages || clock.undeliverable) return null;
  return { state: settled(withClock(match, side, { ...clock, undeliverable: why }), by), events: [] };
}

const noAnswer = 'Er kwam op tijd geen antwoord.';

/**
 * What the clocks of a question say now: one stage a side at a time. A question that reached nobody is never released for
 * silence; it ends when what it is about begins.
 */
export function followClocks(match: Match, by: By, calendars: Calendars): Made | null {
  const due = Object.entries(running(match)).filter(
    ([, clock]) => (nextStageAt(clock) ?? Infinity) <= by.now,
  ) as [Side, SideClock][];
  if (due.some(([, { stage }]) => stage === 'attention')) return runOut(match, { reason: noAnswer }, by);
  if (lastMomentOf(match) <= by.now) return runOutOfTime(match, by);
  if (due.length === 0) return null;
  const events: object[] = [];
  let state = match;
  for (const [side, clock] of due) {
    const reached = reach(clock, by.now, limitsOf(match, calendars[side]));
    state = withClock(state, side, reached);
    if (reached.stage !== 'waiting') events.push({ side, stage: reached.stage });
  }
  const told = settled(state, by);
  return {
    state: told,
    events: events.map((stage) => event(AnswerAwaited, { match: snapshotOf(told), ...(stage as Stage) })),
  };
}

type Stage = Pick<AnswerAwaited, 'side' | 'stage'>;

function reach(clock: SideClock, now: number, limits: Limits): SideClock {
  if (!clock.stages) return { ...clock, missed: true };
  const stages = pushedBack(clock, nextStageAt(clock) ?? now, now, limits);
  return { ...clock, stages, stage: clock.stage === 'waiting' ? 'nudge' : 'attention' };
}

/** Who never got the question was not silent. */
function runOutOfTime(match: Match, by: By): Made {
  const reachedNobody = Object.values(running(match)).every(({ stages }) => !stages);
  return reachedNobody
    ? runOut(match, { reason: 'De vraag kwam bij niemand aan.', undelivered: true }, by)
    : runOut(match, { reason: 'Er kwam geen antwoord voor de dag zelf.' }, by);
}

function runOut(match: Match, why: { readonly reason: string; readonly undelivered?: true }, by: By): Made {
  if (match.state !== 'asked') return dropChange(match, 'clock', why, by);
  const { reason } = why;
  return end(
    match,
    'released',
    'clock',
    why.undelivered ? { reason, reasonCode: undelivered } : { reason },
    by,
  );
}
