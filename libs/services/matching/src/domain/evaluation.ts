import {
  MatchEvaluated,
  TallyCounted,
  atField,
  event,
  type MatchTally,
  type SideEvaluation,
} from '#libs/contracts';
import { plannedPupils, tookPlace } from './afterwards.js';
import type { Answerer } from './answerer.js';
import { closesAt, line, refuseState } from './life.js';
import { refuse } from './match.errors.js';
import { endOf, liveStates, pastStates, snapshotOf, startOf, step, type Made, type Match } from './match.js';

/** What one side thinks of it, with its words for the other. */
export interface Opinion extends SideEvaluation {
  readonly words?: string;
}

/**
 * What one side thought of it, once: who said it may correct it until thirty days after it was over or written down, and
 * say it in place of whoever noted it on the side's behalf. The same again changes nothing.
 * @throws matches.not-yet, matches.closed, matches.evaluated, and as `mustHaveBeen`
 */
export function evaluate(match: Match, { fit, again, words }: Opinion, by: Answerer): Made | null {
  mustHaveBeen(match, endOf(match), by.now);
  if (by.now > closesAt(match)) throw refuse('matches.closed');
  const { side } = by;
  const before = match.evaluatedBy?.[side];
  if (before && before.by !== by.actor && !before.how) throw refuse('matches.evaluated');
  const held = whenOver(match, by);
  const evaluation = { ...match.evaluation, [side]: { fit, again } };
  const evaluated = { by: by.actor, ...(by.how ? { how: by.how } : {}), ...(words ? { words } : {}) };
  if (before && same({ ...before, at: '' }, { ...evaluated, at: '' }) && same(evaluation, match.evaluation))
    return null;
  const state = step(
    held.state,
    {
      evaluation,
      evaluatedBy: { ...match.evaluatedBy, [side]: { ...evaluated, at: new Date(by.now).toISOString() } },
      state: held.state.state === 'counted' ? 'evaluated' : held.state.state,
    },
    line(by, 'evaluated', { side, ...(by.how ? { how: by.how } : {}) }),
  );
  return { state, events: [...held.events, event(MatchEvaluated, { match: snapshotOf(state), by: side })] };
}

/** How long after the end a class may be counted, ms. */
const tallyPatience = 7 * 24 * 60 * 60_000;

/**
 * Hands of the class, from the start until a week after the end; a second count replaces the first.
 * @throws matches.not-yet, matches.tally-over, matches.tally-by-school, matches.tally-impossible, and as `mustHaveBeen`
 */
export function countHands(match: Match, tally: MatchTally, by: Answerer): Made | null {
  if (by.side !== 'school') throw refuse('matches.tally-by-school');
  mustHaveBeen(match, startOf(match), by.now);
  if (by.now > endOf(match) + tallyPatience) throw refuse('matches.tally-over');
  const { present, fun, learned, wantMore } = tally;
  const most = plannedPupils(match) * 1.5;
  if (present > most)
    throw refuse('matches.tally-impossible', atField('present', 'max', `${present} is more than ${most}`));
  for (const [field, hands] of Object.entries({ fun, learned, wantMore }))
    if (hands > present)
      throw refuse('matches.tally-impossible', atField(field, 'max', `${hands} of ${present} present`));
  const next = { present, fun, learned, wantMore };
  if (same(next, match.tally)) return null;
  const held = whenOver(match, by);
  const state = step(
    held.state,
    { tally: next },
    line(by, 'tallied', { side: 'school', ...(by.how ? { how: by.how } : {}) }),
  );
  return { state, events: [...held.events, event(TallyCounted, { match: snapshotOf(state) })] };
}

/** @throws matches.not-yet, matches.ended, matches.not-asked …: it did not take place, or not yet */
function mustHaveBeen(match: Match, from: number, now: number): void {
  if (match.state === 'confirmed' || pastStates.includes(match.state)) {
    if (now < from) throw refuse('matches.not-yet');
    return;
  }
  if (liveStates.includes(match.state)) throw refuse('matches.not-held');
  refuseState(match);
}

/** Held sets itself at the end; who is quicker than the clock need not wait for it. */
function whenOver(match: Match, by: Answerer): Made {
  const isOver = match.state === 'confirmed' && endOf(match) <= by.now;
  return isOver ? tookPlace(match, by) : { state: match, events: [] };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

const sorted = (value: unknown): unknown =>
  value && typeof value === 'object'
    ? Object.entries(value)
        .map(([key, part]) => [key, sorted(part)] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1))
    : value;
