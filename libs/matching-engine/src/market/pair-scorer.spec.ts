import fc from 'fast-check';
import { aContext } from '../../test/builders.js';
import { Draw, randomContext, randomRequest, randomSlots } from '../../test/random-market.js';
import { conditionCodes, type EquityView } from '../scoring/answers.js';
import { conditions } from '../scoring/conditions.js';
import { meetsAll } from '../scoring/fits.js';
import type { MatchingContext, OfferSlot, RequestNeed } from '../scoring/model.js';
import { score } from '../scoring/score.js';
import { MarketStore } from './market-store.js';
import { PairScorer } from './pair-scorer.js';

const views: readonly EquityView[] = ['with-equity', 'without-equity'];

function storeOf(slots: readonly OfferSlot[]): MarketStore {
  const store = new MarketStore(aContext().themes);
  for (const [offerId, ofOffer] of Map.groupBy(slots, (slot) => slot.offerId))
    store.putOffer(offerId, ofOffer);
  return store;
}

/** The condition that alone keeps the pair apart, by whose reach where that is the distance. */
function loneFailure(request: RequestNeed, slot: OfferSlot, context: MatchingContext): string | undefined {
  const [failed, another] = conditionCodes.filter(
    (code) => conditions[code].miss(request, slot, context) > 0,
  );
  if (failed === undefined || another !== undefined) return undefined;
  return failed === 'distance' ? `distance ${slot.place}` : failed;
}

describe('the flat score', () => {
  it('is the score × 10,000 of every pair of random markets, and every condition decides', () => {
    const decided = new Set<string>();
    let [pairs, fitting] = [0, 0];
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const draw = new Draw(seed);
        const store = storeOf(randomSlots(draw, draw.integer(0, 30)));
        const scorers = views.map((view) => new PairScorer(store.data, view));
        for (let number = 0; number < 3; number++) {
          const [request, context] = [randomRequest(draw, `request-${number}`), randomContext(draw)];
          store.putRequest(request, context);
          for (const scorer of scorers) scorer.begin(store.requestRow(request.id), context.today);
          for (let row = 0; row < store.data.slotCount; row++) {
            const slot = store.slotAt(row)!;
            const fits = meetsAll(request, slot, context);
            if (!fits) decided.add(loneFailure(request, slot, context) ?? 'several');
            pairs++;
            fitting += fits ? 1 : 0;
            for (const [which, view] of views.entries()) {
              const expected = fits ? Math.round(10_000 * score(request, slot, context, view)) : -1;
              const found = scorers[which]!.score(row);
              if (found !== expected)
                throw new Error(JSON.stringify({ found, expected, view, request, slot }));
            }
          }
        }
      }),
      { numRuns: 2000, endOnFailure: true },
    );
    const others = conditionCodes.filter((code) => code !== 'distance');
    expect([...decided]).toEqual(
      expect.arrayContaining([...others, 'distance at-school', 'distance at-partner', 'several']),
    );
    expect(fitting).toBeGreaterThan(pairs / 50);
  });
});
