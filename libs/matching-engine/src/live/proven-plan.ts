import { certificate } from '../plan/certificate.js';
import { type Plan } from '../plan/plan.js';
import { type LiveMarket } from './live-market.js';
import { absent, waiting } from './request-records.js';

/** The live state as a plan, and by weak duality what no plan of those who take part can be worth more than. */
export function provenPlan({ market, source, records, book, epsilon }: LiveMarket): Plan {
  const assignment = records.column(records.slotOf, market.requestCount);
  const prices = book.prices.slice(0, market.slotCount);
  const question = { k: 1, above: 0, prices: book.prices };
  const best = { slots: new Int32Array(1), values: new Int32Array(1) };
  let value = 0;
  let bound = 0;
  for (let request = 0; request < assignment.length; request++) {
    const slot = assignment[request]!;
    if (slot === absent) assignment[request] = waiting;
    else if (source.top(request, question, best, 0) > 0) bound += best.values[0]!;
    if (slot >= 0) value += market.score(request, slot);
  }
  for (let slot = 0; slot < prices.length; slot++) {
    for (let place = 0; place < market.capacity[slot]!; place++) {
      const cost = book.costOf(slot, place);
      if (place < book.counts[slot]!) value -= cost;
      bound += Math.max(0, prices[slot]! - cost);
    }
  }
  return { assignment, prices, value, certificate: certificate(bound, value, epsilon) };
}
