import type { Side } from '#libs/contracts';
import { addDays, answerDeadline, lastMinuteOf, localDateOf, momentAfter, sameTimeAfter } from '#libs/facts';
import type { LocalDate } from '#libs/facts';
import { endOf, otherSide, startOf, type Match } from './match.js';
import type { Clocks, SideClock, Stages } from './what-waits.js';

/** Whether a side does not work that day; weekends need no answer. */
export type IsFree = (date: LocalDate) => boolean;

/** Working days from delivery: `nudge` ≤ `attention` ≤ `release`. */
export interface Pace {
  readonly nudge: number;
  readonly attention: number;
  readonly release: number;
}

export function clocksOf(question: number, sides: readonly Side[], now: number): Clocks {
  const clock: SideClock = {
    question,
    askedAt: now,
    deliveredAt: null,
    stages: null,
    stage: 'waiting',
    undeliverable: null,
    missed: false,
  };
  return Object.fromEntries(sides.map((side) => [side, clock]));
}

/** The clocks of the sides that have a question to answer now: of the appointment, or of a change that waits. */
export function running(match: Match): Clocks {
  const { state, wanted, question, acceptedBy, clocks = {} } = match;
  const asked = state === 'confirmed' && wanted?.phase === 'asked' ? wanted : null;
  if (state !== 'asked' && !asked) return {};
  const still = (side: Side) =>
    asked ? side === otherSide(asked.by) && clocks[side]?.question === asked.question : !acceptedBy[side];
  return Object.fromEntries(
    Object.entries(clocks).filter(
      ([side, clock]) => still(side as Side) && clock.question === (asked?.question ?? question),
    ),
  );
}

/** When that clock wants something next; null when nothing but a delivery or an answer can come. */
export function nextStageAt({ askedAt, stages, stage, undeliverable, missed }: SideClock): number | null {
  if (!stages) return undeliverable || missed ? null : momentAfter(askedAt, 'P1D');
  if (stage === 'waiting') return stages.nudgeAt;
  return stage === 'nudge' ? stages.attentionAt : stages.releaseAt;
}

/** The moment from which a question asked then makes no sense any more: the next of what it is about begins. Epoch ms. */
export function lastMomentFrom(askedAt: number, match: Match): number {
  const ahead = match.sessions.map(({ start }) => Date.parse(start)).filter((start) => start > askedAt);
  // One that was written down while it runs can be answered until it is over.
  return ahead.length > 0 ? Math.min(...ahead) : endOf(match);
}

/** The same of the question that it has. */
export function lastMomentOf(match: Match): number {
  const start = lastMomentFrom(
    Math.max(0, ...Object.values(match.clocks ?? {}).map(({ askedAt }) => askedAt)),
    match,
  );
  return match.state === 'confirmed' && match.wanted ? Math.min(start, startOf(match.wanted)) : start;
}

/** When the clocks of a match have to be looked at next, epoch ms. */
export function nextOf(match: Match): number {
  const moments = Object.values(running(match)).flatMap((clock) => nextStageAt(clock) ?? []);
  return Math.min(...moments, lastMomentOf(match), endOf(match));
}

/** `count` on that side's own working days; Infinity for who is closed for a year. Epoch ms. */
function onWorkingDays(count: typeof sameTimeAfter, from: number, days: number, isFree: IsFree): number {
  try {
    return count(from, days, isFree);
  } catch (error) {
    if (error instanceof RangeError) return Infinity;
    throw error;
  }
}

export interface Limits {
  /** Epoch ms at which the activity begins. */
  readonly start: number;
  readonly leadTimeDays: number;
  readonly isFree: IsFree;
}

/**
 * Until when an answer helps: the end of the day on which the lead time begins if that leaves a working day, else the
 * start. Epoch ms.
 */
export function latestAnswer(from: number, { start, leadTimeDays, isFree }: Limits): number {
  const inTime = leadTimeDays > 0 ? lastMinuteOf(addDays(localDateOf(start), -leadTimeDays)) : start;
  return inTime >= onWorkingDays(answerDeadline, from, 1, isFree) ? inTime : start;
}

/**
 * The stages of a question delivered then, on that side's own calendar. Where the activity is nearer than the last of
 * them, all come sooner in proportion.
 */
export function stagesOf(deliveredAt: number, { nudge, attention, release }: Pace, limits: Limits): Stages {
  const latest = Math.max(deliveredAt, latestAnswer(deliveredAt, limits));
  const at = (days: number) => onWorkingDays(sameTimeAfter, deliveredAt, days, limits.isFree);
  const releaseAt = onWorkingDays(answerDeadline, deliveredAt, release, limits.isFree);
  if (releaseAt <= latest) return { nudgeAt: at(nudge), attentionAt: at(attention), releaseAt };
  const whole = Number.isFinite(releaseAt) ? releaseAt - deliveredAt : null;
  const sooner = (days: number) => {
    const share = whole === null ? days / release : (at(days) - deliveredAt) / whole;
    return deliveredAt + Math.floor((latest - deliveredAt) * share);
  };
  return { nudgeAt: sooner(nudge), attentionAt: sooner(attention), releaseAt: latest };
}

/** Later than this a stage counts as missed, ms. */
const punctual = 60 * 60_000;

/**
 * The stages after one that was reached late (the process was down, the clock jumped): each at least one of that side's
 * working days after the one before, but never past the start.
 */
export function pushedBack(
  clock: SideClock,
  reachedAt: number,
  now: number,
  { start, isFree }: Limits,
): Stages {
  const stages = clock.stages as Stages;
  if (now - reachedAt <= punctual) return stages;
  const after = (count: typeof sameTimeAfter, from: number, planned: number) =>
    Math.min(start, Math.max(planned, onWorkingDays(count, from, 1, isFree)));
  const isNudge = clock.stage === 'waiting';
  const attentionAt = isNudge ? after(sameTimeAfter, now, stages.attentionAt) : stages.attentionAt;
  const releaseAt = after(answerDeadline, isNudge ? attentionAt : now, stages.releaseAt);
  return { ...stages, attentionAt, releaseAt };
}
