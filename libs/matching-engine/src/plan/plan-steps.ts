import { type CandidateSource } from '../search/candidate-source.js';
import { assignExactly } from './assign-exactly.js';
import { auction } from './auction.js';
import { certificate, planValue, supplyValue, type Certificate } from './certificate.js';
import { CandidateFinder } from './find-candidates.js';
import { type PlanOptions } from './plan-options.js';
import { chunk, chunksOf, lowerPrices, markRestocked, startOver, type Planning } from './planning.js';
import { priceOut } from './price-out.js';

/** Work that may be shared out: tasks 0 … tasks − 1 in any order, on any number of threads, with the same outcome. */
export interface PlanStep {
  readonly name: 'candidates' | 'auction' | 'pricing';
  readonly tasks: number;
  readonly epsilon: number;
}

/** What the pricing pass proved of the plan that now stands in `assigned`. */
export interface Proof {
  readonly value: number;
  readonly certificate: Certificate;
}

const defaultEpsilon = 30;
/** Without bids nearly every plan is proven in the second; what is not then may never be. */
const mostExactRounds = 4;

/** The steps of a plan in order; go on only when all tasks of a step are done. Returns the proof. */
export function* planSteps(
  planning: Planning,
  { epsilon: first = defaultEpsilon, within = Infinity }: PlanOptions,
): Generator<PlanStep, Proof, void> {
  const chunks = chunksOf(planning.requests.length);
  for (let epsilon = first, round = 1; ; round++) {
    const exact = epsilon === 0;
    if (!exact || round === 1) startOver(planning);
    // What was asked for at the prices of one exact round is asked for anew at those of the next, and perhaps more of it.
    else markRestocked(planning);
    yield { name: 'candidates', tasks: chunks, epsilon };
    if (exact) markRestocked(planning);
    yield { name: 'auction', tasks: planning.taskStarts.length - 1, epsilon };
    // Bids overshoot by up to ε: from prices a little lower the bound is tighter (measured: by a quarter of the gap).
    lowerPrices(planning, epsilon);
    yield { name: 'pricing', tasks: chunks, epsilon };
    const profits = planning.profits.reduce((sum, profit) => sum + profit, 0);
    const value = planValue(planning);
    const proof = { value, certificate: certificate(profits + supplyValue(planning), value, epsilon) };
    if (epsilon === 1 || proof.certificate.gap <= (exact ? 0 : within)) return proof;
    if (!exact || round === mostExactRounds) epsilon = Math.max(1, Math.floor(epsilon / 3));
  }
}

/** One thread's hand in a step. */
export function stepWorker(
  planning: Planning,
  source: CandidateSource,
  { name, epsilon }: PlanStep,
): (task: number) => void {
  source.reprice(planning.slotPrices);
  if (name === 'pricing')
    return (task) => priceOut(planning, source, task, epsilon === 0 ? Infinity : epsilon);
  const finder = new CandidateFinder(planning, source);
  if (name === 'auction' && epsilon === 0) return (task) => assignExactly(planning, task);
  if (name === 'auction') return (task) => auction(planning, finder, task, epsilon);
  return (task) => {
    const to = Math.min(planning.requests.length, (task + 1) * chunk);
    for (let position = task * chunk; position < to; position++)
      if (epsilon === 0) finder.beginExact(position);
      else finder.begin(position);
  };
}
