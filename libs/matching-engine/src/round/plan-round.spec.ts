import fc from 'fast-check';
import { aContext, aGroup, aRequest, aSlot } from '../../test/builders.js';
import { Draw, randomContext, randomOffer, randomRequest } from '../../test/random-market.js';
import { MarketIndex } from '../market/market-index.js';
import { infinitePrice } from '../plan/bid-book.js';
import { fits } from '../scoring/fits.js';
import { groupsNeeded } from '../scoring/groups.js';
import type { OfferSlot, RequestNeed } from '../scoring/model.js';
import { ceilingTable } from './ceilings.js';
import { equityBonus } from './equity-bonus.js';
import { placeCosts } from './place-costs.js';
import { planRound, shownPrice, type PlannedRequests } from './plan-round.js';

const context = aContext();

/** Plans these requests, the oldest first, and says the slot of each by id. */
function planned(requests: readonly RequestNeed[], slots: readonly OfferSlot[], region = context) {
  const index = new MarketIndex(context.themes);
  const offers = Map.groupBy(slots, ({ offerId }) => offerId);
  for (const [id, ofOffer] of offers) index.putOffer(id, ofOffer);
  for (const request of requests) index.putRequest(request, region);
  const { market, ids } = index.round(
    requests.map(({ id }) => id),
    {
      today: context.today,
      bonusOf: (id) => equityBonus(requests.find((request) => request.id === id) as RequestNeed, region),
    },
  );
  const known = new Map(slots.map((slot) => [slot.slotId, slot]));
  const rows = ids.slotIds.map((id) => known.get(id));
  const outcome = planRound({
    market,
    ceilings: ceilingTable(rows),
    placeCosts: placeCosts(rows, region.weights),
  });
  const given = ({ slots: rows }: PlannedRequests) =>
    Array.from(rows, (row) => (row < 0 ? null : ids.slotIds[row]));
  return {
    outcome,
    given: given(outcome),
    firstCome: given(outcome.firstCome),
    greedy: given(outcome.greedy),
  };
}

const theSlot = (slotId: string, changes: Partial<OfferSlot> = {}) => aSlot({ slotId, ...changes });
const theRequest = (id: string, changes: Partial<RequestNeed> = {}) => aRequest({ id, ...changes });

describe('a round of whole requests', () => {
  it('gives a request with two groups two places of one slot, or nothing', () => {
    const two = theRequest('two', { groups: [aGroup({ key: 'a' }), aGroup({ key: 'b' })] });
    const narrow = theSlot('narrow', { capacityGroups: 1 });
    expect(planned([two], [narrow]).given).toEqual([null]);
    expect(planned([two], [narrow, theSlot('wide', { capacityGroups: 2 })]).given).toEqual(['wide']);
  });

  it('counts the partner’s own groups: a class that needs two guides takes two places', () => {
    const guided = theSlot('guided', { capacityGroups: 3, pupilsPerGroup: 15 });
    const requests = ['first', 'second'].map((id) => theRequest(id, { groups: [aGroup({ pupils: 26 })] }));
    expect(planned(requests, [guided]).given.filter(Boolean)).toEqual(['guided']);
  });

  it('stays under a ceiling that several slots share', () => {
    const monthly = { ceilings: [{ code: 'offer-month' as const, max: 3, taken: 2 }], capacityGroups: 2 };
    const slots = [theSlot('one', monthly), theSlot('other', monthly)];
    const requests = [theRequest('first'), theRequest('second')];
    expect(planned(requests, slots).given.filter(Boolean)).toHaveLength(1);
  });

  it('lets who has no choice go before who has, and says what first come first served would give', () => {
    const [contested, other] = [theSlot('contested'), theSlot('other', { offerId: 'far', reachKm: 60 })];
    const later = { ...other, day: other.day + 7 };
    const flexible = theRequest('flexible', {
      windows: [{ fromDay: contested.day, toDay: contested.day + 8, weekdays: [], parts: [] }],
    });
    const bound = theRequest('bound', {
      windows: [{ fromDay: contested.day, toDay: contested.day, weekdays: [], parts: [] }],
    });
    const { outcome, given, firstCome } = planned([flexible, bound], [contested, later]);
    expect(given).toEqual(['other', 'contested']);
    expect([outcome.served, outcome.firstCome.served]).toEqual([2, firstCome.filter(Boolean).length]);
    expect(outcome.value).toBeGreaterThanOrEqual(outcome.firstCome.value);
  });

  it.each([
    ['nobody asks', [], [theSlot('free')]],
    ['nothing is offered', [theRequest('alone')], []],
    ['everything is full', [theRequest('late')], [theSlot('full', { takenGroups: 1, capacityGroups: 1 })]],
  ])('is an empty plan when %s', (_, requests, slots) => {
    const { outcome } = planned(requests, slots);
    expect(outcome).toMatchObject({ served: 0, value: 0, bound: 0 });
  });

  it('holds conditions, places and ceilings on random markets, and its bound lies above every other plan', () => {
    let [served, split] = [0, 0];
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const draw = new Draw(seed);
        const region = randomContext(draw);
        const slots = ['offer-1', 'offer-2', 'offer-3'].flatMap((id) =>
          randomOffer(draw, id, draw.integer(0, 5)),
        );
        const requests = Array.from({ length: draw.integer(0, 7) }, (_, n) =>
          randomRequest(draw, `request-${n}`),
        );
        const { outcome, given, firstCome, greedy } = planned(requests, slots, region);
        const here = { ...region, themes: context.themes, today: context.today };
        for (const plan of [given, firstCome, greedy]) holds(requests, slots, plan, here);
        for (const other of [outcome, outcome.firstCome, outcome.greedy])
          expect(outcome.bound).toBeGreaterThanOrEqual(other.value);
        served += outcome.served;
        split += requests.filter(({ groups }, at) => groups.length > 1 && given[at]).length;
      }),
      { numRuns: 400 },
    );
    expect(Math.min(served, split)).toBeGreaterThan(5);
  });
});

function holds(
  requests: readonly RequestNeed[],
  slots: readonly OfferSlot[],
  plan: readonly (string | null | undefined)[],
  region: Parameters<typeof fits>[2],
): void {
  const taken = new Map<OfferSlot, number>();
  const activities = new Map<OfferSlot, number>();
  plan.forEach((id, at) => {
    if (!id) return;
    const slot = slots.find(({ slotId }) => slotId === id) as OfferSlot;
    const request = requests[at] as RequestNeed;
    expect(fits(request, slot, region)).toEqual([]);
    taken.set(slot, (taken.get(slot) ?? 0) + groupsNeeded(request, slot));
    activities.set(slot, (activities.get(slot) ?? 0) + 1);
  });
  for (const [slot, groups] of taken) {
    expect(slot.takenGroups + groups).toBeLessThanOrEqual(slot.capacityGroups);
    for (const { max, taken: before } of slot.ceilings)
      expect(before + (activities.get(slot) ?? 0)).toBeLessThanOrEqual(max);
  }
}

describe('a partner’s load', () => {
  const weights = { ...context.weights, load: 2 };
  const region = { ...context, weights };

  it('costs more with every further place of a slot, in proportion to all the partner’s places', () => {
    const slots = [theSlot('one', { capacityGroups: 4 }), undefined, theSlot('other', { capacityGroups: 6 })];
    const { first, step } = placeCosts(slots, weights);
    expect([...first]).toEqual([0, 0, 0]);
    expect(step[0]).toBe(step[2]);
    expect(step[1]).toBe(0);
    const [fewer] = placeCosts([theSlot('one', { capacityGroups: 2 })], weights).step;
    expect(fewer).toBeGreaterThan(step[0] as number);
  });

  it('makes a plan spread over equal slots before it stacks', () => {
    const slots = ['monday', 'same'].map((slotId) => theSlot(slotId, { capacityGroups: 2 }));
    const requests = [theRequest('first'), theRequest('second')];
    expect(new Set(planned(requests, slots, region).given)).toEqual(new Set(['monday', 'same']));
  });
});

describe('what a round adds', () => {
  it('shows no price where no place is left, and never more than the whole score', () => {
    expect([0, 2_500, 30_000, infinitePrice].map((price) => shownPrice(price, 10_000))).toEqual([
      0, 0.25, 1, 0,
    ]);
  });

  it('counts a school that received less for more', () => {
    const weights = { ...context.weights, equity: 1 };
    const bonus = (changes: Partial<RequestNeed>) => equityBonus(aRequest(changes), { weights });
    expect(bonus({ equityPriority: null, servedPerGroup: 0 })).toBeGreaterThan(
      bonus({ equityPriority: null, servedPerGroup: 3 }),
    );
    expect(equityBonus(aRequest(), { weights: { ...context.weights, equity: 0 } })).toBe(0);
  });
});
