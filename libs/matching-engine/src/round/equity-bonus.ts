import type { MatchingContext, RequestNeed } from '../scoring/model.js';
import { equityValue } from '../scoring/parts.js';
import { noFactsValue, sharesOf } from '../scoring/score.js';
import { scoreUnits } from '../search/flat-market.js';

/**
 * What a request counts in a plan beyond its score without equity: what the equity part would add, in score units. A
 * school that received less, or has a higher disadvantage figure, has more of it.
 * @throws WeightsInvalid
 */
export function equityBonus(request: RequestNeed, { weights }: Pick<MatchingContext, 'weights'>): number {
  const share = sharesOf(weights, 'with-equity').equity;
  return Math.round(scoreUnits * share * Math.min(1, Math.max(0, equityValue(request) ?? noFactsValue)));
}
