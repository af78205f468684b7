import type { EquityView, Explanation } from './answers.js';
import { scoreParts, type MatchingContext, type OfferSlot, type RequestNeed, type Weights } from './model.js';
import { partSentences } from './part-sentences.js';
import { valueOf } from './parts.js';
import { checkWeights } from './weights.js';

/** What a part counts without facts to judge by. */
export const noFactsValue = 0.5;

/**
 * The share of each part in all weights; without equity the other parts share it all.
 * @throws WeightsInvalid
 */
export function sharesOf(weights: Weights, view: EquityView): Weights {
  checkWeights(weights);
  const counted = view === 'with-equity' ? weights : { ...weights, equity: 0 };
  const sum = scoreParts.reduce((total, part) => total + counted[part], 0);
  const shares = { ...counted };
  for (const part of scoreParts) shares[part] = sum > 0 ? counted[part] / sum : 0;
  return shares;
}

/** The weighted mean of the soft parts, with shares from `sharesOf`. Says nothing about the hard conditions. */
export function weigh(
  request: RequestNeed,
  slot: OfferSlot,
  context: MatchingContext,
  shares: Weights,
): number {
  let sum = 0;
  for (const part of scoreParts) {
    sum += (valueOf(part, request, slot, context) ?? noFactsValue) * shares[part];
  }
  return sum;
}

/**
 * How well a slot suits a request, in [0, 1] but for rounding in the last bit; the hard conditions play no part. Without
 * equity the score does not depend on the school's equity figures (and is 0 when nothing but equity has a weight).
 * @throws WeightsInvalid
 */
export function score(
  request: RequestNeed,
  slot: OfferSlot,
  context: MatchingContext,
  view: EquityView = 'with-equity',
): number {
  return weigh(request, slot, context, sharesOf(context.weights, view));
}

/**
 * The same score, part by part and in words. Schools and partners get `without-equity`: the part is absent, the
 * weights of the others are worked out again.
 * @throws WeightsInvalid
 */
export function explain(
  request: RequestNeed,
  slot: OfferSlot,
  context: MatchingContext,
  view: EquityView = 'with-equity',
): Explanation {
  const shares = sharesOf(context.weights, view);
  const parts = scoreParts.map((part) => {
    const known = valueOf(part, request, slot, context);
    const [value, weight] = [known ?? noFactsValue, shares[part]];
    const { sentence, facts } = partSentences[part](request, slot, context, known);
    return { part, value, weight, contribution: value * weight, sentence, facts };
  });
  const shown = parts.filter(({ part }) => part !== 'equity' || view === 'with-equity');
  return { score: shown.reduce((sum, part) => sum + part.contribution, 0), parts: shown };
}
