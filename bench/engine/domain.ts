import {
  MarketIndex,
  ceilingTable,
  defaultWeights,
  equityBonus,
  placeCosts,
  planRound,
  propose,
  type OfferSlot,
  type RequestNeed,
} from '#libs/matching-engine';
import { percentile, type Row } from '../table.js';
import { mean, medianSeconds, microseconds } from './measure.js';
import { Draw, aRequest, anOffer, firstDay, themes } from './domain-market.js';

const today = firstDay - 5;
const policy = { weights: defaultWeights, priorities: { themes: { r1: 0.5 }, sectors: {} } };
const words = { theme: (id: string) => ({ nl: id, en: id }), organisation: (id: string) => id };
const context = { today, themes, ...policy, words };

interface Market {
  readonly index: MarketIndex;
  readonly slots: readonly OfferSlot[];
  readonly requests: readonly RequestNeed[];
}

/** `perOffer` slots an offer, in a square of `km` km. */
function market(slotCount: number, requestCount: number, { perOffer = 100, km = 60 } = {}): Market {
  const draw = new Draw(7);
  const index = new MarketIndex(themes);
  const offers = Array.from({ length: slotCount / perOffer }, (_, number) =>
    anOffer(draw, number, perOffer, km),
  );
  offers.forEach((slots, number) => index.putOffer(`offer-${number}`, slots));
  const requests = Array.from({ length: requestCount }, (_, number) => aRequest(draw, number, km));
  for (const request of requests) index.putRequest(request, policy);
  return { index, slots: offers.flat(), requests };
}

/** The model of the domain: best five of 50,000 slots, and rounds of a region. */
export function domain(): { rows: Row[]; broken: string[] } {
  const { index, slots, requests } = market(50_000, 4_000);
  const best = (request: RequestNeed) => index.best(request.id, 5, { today });
  for (const request of requests) best(request);
  const times = microseconds(requests.length, (number) => best(requests[number] as RequestNeed));
  const counts = microseconds(requests.length, (number) =>
    index.countFittingOffers((requests[number] as RequestNeed).id, { today }),
  );
  const compared = requests.slice(0, 100);
  const differing = compared.filter((request) => {
    const found = best(request).map(({ slot }) => slot.slotId);
    return (
      found.join() !==
      propose(request, slots, 5, context)
        .items.map(({ slot }) => slot.slotId)
        .join()
    );
  });
  const row = (what: string, value: number, unit: string, promised: string): Row => ({
    what,
    value,
    unit,
    promised,
  });
  return {
    rows: [
      row('domain: best five of 50,000 slots, mean', mean(times), 'µs', ''),
      row('domain: best five of 50,000 slots, p99', percentile(times, 0.99), 'µs', '≤ 100'),
      row(`  differences from its scan in ${compared.length}`, differing.length, '', '0'),
      row('domain: how many offers fit, p99', percentile(counts, 0.99), 'µs', ''),
      row('a region’s round, 300 × 1,200', round(1_200, 300), 's', '≤ 1'),
      row('a region’s round, 5,000 × 20,000', round(20_000, 5_000), 's', '≤ 5'),
    ],
    broken: differing.length > 0 ? [`${differing.length} proposals differ from the scan`] : [],
  };
}

/** Planned, made whole, checked and compared; `planRound` throws where the check finds a fault. */
function round(slotCount: number, requestCount: number): number {
  const { index, slots, requests } = market(slotCount, requestCount, { perOffer: 20, km: 60 });
  const bonuses = new Map(requests.map((request) => [request.id, equityBonus(request, policy)]));
  const known = new Map(slots.map((slot) => [slot.slotId, slot]));
  return medianSeconds(5, () => {
    const { market: flat, ids } = index.round([...bonuses.keys()], {
      today,
      bonusOf: (id) => bonuses.get(id) ?? 0,
    });
    const rows = ids.slotIds.map((id) => known.get(id));
    planRound({
      market: flat,
      ceilings: ceilingTable(rows),
      placeCosts: placeCosts(rows, defaultWeights),
    });
  });
}
