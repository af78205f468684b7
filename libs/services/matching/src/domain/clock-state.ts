import type { Side } from '#libs/contracts';
import { toOffsetIso } from '#libs/facts';
import { lastMomentOf, nextOf, running, type IsFree, type Limits } from './answer-clock.js';
import { callFor, calmed } from './attention.js';
import type { Match } from './match.js';
import type { SideClock } from './what-waits.js';

export const withClock = (match: Match, side: Side, clock: SideClock): Match => ({
  ...match,
  clocks: { ...match.clocks, [side]: clock },
});

export const limitsOf = (match: Match, isFree: IsFree): Limits => ({
  start: lastMomentOf(match),
  leadTimeDays: match.terms.leadTimeDays ?? 0,
  isFree,
});

/** With what follows from its clocks: when it is looked at next, until when an answer is awaited, why a person must look. */
export function settled(match: Match, by: { readonly actor: string; readonly now: number }): Match {
  const clocks = Object.values(running(match));
  const reasons = new Set(clocks.flatMap((clock) => reasonOf(clock) ?? []));
  const known = new Set((match.attentions ?? []).map(({ reason }) => reason));
  const calm = calmed(dated(match, clocks), (reason) => ofClocks.has(reason) && !reasons.has(reason));
  return [...reasons]
    .filter((reason) => !known.has(reason))
    .reduce((so, reason) => callFor(so, reason, by), calm);
}

const undeliverable = 'question-undeliverable';
const undelivered = 'question-undelivered';
const unanswered = 'no-answer';
const ofClocks: ReadonlySet<string> = new Set([undeliverable, undelivered, unanswered]);

function reasonOf(clock: SideClock): string | undefined {
  if (clock.undeliverable) return undeliverable;
  if (clock.missed) return undelivered;
  return clock.stage === 'attention' ? unanswered : undefined;
}

function dated(match: Match, clocks: readonly SideClock[]): Match {
  const releases = clocks.flatMap(({ stages }) => stages?.releaseAt ?? []);
  const answerBy = releases.length > 0 ? toOffsetIso(Math.min(...releases)) : undefined;
  if (match.state === 'asked') return { ...match, ...(answerBy ? { answerBy } : {}), nextAt: nextOf(match) };
  if (match.state !== 'confirmed' || match.wanted?.phase !== 'asked') return match;
  const wanted = answerBy ? { ...match.wanted, answerBy } : match.wanted;
  return { ...match, wanted, nextAt: nextOf(match) };
}
