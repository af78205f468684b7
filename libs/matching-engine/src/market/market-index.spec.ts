import fc from 'fast-check';
import { aContext, aGroup, aRequest, aSlot, kmNorth, today, tuesday } from '../../test/builders.js';
import { Draw, randomContext, randomOffer, randomRequest } from '../../test/random-market.js';
import { countFittingOffers, propose } from '../scoring/propose.js';
import type { OfferSlot, RequestNeed } from '../scoring/model.js';
import { WeightsInvalid } from '../scoring/weights.js';
import { MarketIndex } from './market-index.js';
import { MarketInvalid } from './market-invalid.js';

const context = aContext();
const question = { today };

function indexOf(slots: readonly OfferSlot[], ...requests: readonly RequestNeed[]): MarketIndex {
  const index = new MarketIndex(context.themes);
  for (const [offerId, ofOffer] of Map.groupBy(slots, (slot) => slot.offerId))
    index.putOffer(offerId, ofOffer);
  for (const request of requests) index.putRequest(request, context);
  return index;
}

/** A market beside the list of what stands in it. */
class Twin {
  readonly index = new MarketIndex(context.themes);
  private readonly offers = new Map<string, OfferSlot[]>();

  get slots(): OfferSlot[] {
    return [...this.offers.values()].flat();
  }

  put(draw: Draw, offerId: string, most: number): void {
    const slots = randomOffer(draw, offerId, draw.integer(0, most));
    this.offers.set(offerId, slots);
    this.index.putOffer(offerId, slots);
  }

  remove(offerId: string): void {
    expect(this.index.removeOffer(offerId)).toBe(this.offers.delete(offerId));
  }
}

describe('a live market', () => {
  it('answers as a full scan by the scorer does, after any changes', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const draw = new Draw(seed);
        const twin = new Twin();
        for (let change = 0; change < 8; change++) {
          const offerId = `offer-${draw.integer(1, 6)}`;
          if (draw.share() < 0.2) twin.remove(offerId);
          else twin.put(draw, offerId, 25);
          const [request, region] = [
            randomRequest(draw, `request-${draw.integer(1, 3)}`),
            randomContext(draw),
          ];
          twin.index.putRequest(request, region);

          const excludedOfferIds = new Set(draw.mostly<string[]>([], () => [`offer-${draw.integer(1, 6)}`]));
          const out = draw.some(twin.slots, draw.one([0, 0, 0.3]));
          const excludedSlotIds = new Set(out.map(({ slotId }) => slotId));
          const left = twin.slots.filter(
            (slot) => !excludedOfferIds.has(slot.offerId) && !out.includes(slot),
          );
          const asked = { today: region.today, excludedOfferIds, excludedSlotIds };
          const k = draw.one([1, 5, 40]);

          const found = twin.index.best(request.id, k, asked);

          const expected = propose(request, left, k, region).items;
          expect(found.map(({ slot, score }) => [slot.slotId, score])).toEqual(
            expected.map(({ slot, score }) => [slot.slotId, Math.round(10_000 * score)]),
          );
          expect(found.every(({ slot }, rank) => slot === expected[rank]?.slot)).toBe(true);
          expect(twin.index.countFittingOffers(request.id, asked)).toBe(
            countFittingOffers(request, left, region),
          );
        }
      }),
      { numRuns: 300, endOnFailure: true },
    );
  });

  it('still does after it has thrown away what thousands of changes left behind', () => {
    const [draw, twin] = [new Draw(7), new Twin()];
    let most = 0;
    for (let change = 0; change < 300; change++) {
      const offerId = `offer-${draw.integer(1, 12)}`;
      if (draw.share() < 0.4) twin.remove(offerId);
      else twin.put(draw, offerId, 60);
      const request = { ...randomRequest(draw, `request-${draw.integer(1, 9)}`), windows: [] };
      twin.index.putRequest(request, context);

      const found = twin.index.best(request.id, 50, question);

      const expected = propose(request, twin.slots, 50, context).items;
      expect(found.map(({ slot }) => slot)).toEqual(expected.map(({ slot }) => slot));
      most = Math.max(most, found.length);
    }
    expect(most).toBe(50);
  });

  it('ranks by score less price, and shows both', () => {
    const slots = [
      aSlot({ slotId: 'near', location: kmNorth(1) }),
      aSlot({ slotId: 'far', location: kmNorth(20) }),
    ];
    const index = indexOf(slots, aRequest());
    const [near, far] = index.best('request-1', 2, question).map(({ score }) => score) as [number, number];

    const found = index.best('request-1', 2, { ...question, prices: new Map([['near', 9000]]) });

    expect(found.map(({ slot, score, value }) => [slot.slotId, score, value])).toEqual([
      ['far', far, far],
      ['near', near, near - 9000],
    ]);
  });

  it('judges lead time and pause by the day that is asked for', () => {
    const index = indexOf([aSlot({ leadTimeDays: 7, pausedUntil: tuesday - 10 })], aRequest());
    const fitsOn = (day: number) => index.best('request-1', 5, { today: day }).length === 1;

    expect([-11, -10, -7, -6].map((offset) => fitsOn(tuesday + offset))).toEqual([false, true, true, false]);
  });

  it('forgets a request and an offer that are gone', () => {
    const index = indexOf([aSlot()], aRequest());

    expect([index.removeRequest('request-1'), index.removeRequest('request-1')]).toEqual([true, false]);
    expect([index.removeOffer('offer-1'), index.removeOffer('offer-1')]).toEqual([true, false]);
    expect(() => index.best('request-1', 5, question)).toThrow(MarketInvalid);
    index.putRequest(aRequest(), context);
    expect(index.best('request-1', 5, question)).toEqual([]);
  });
});

describe('bad input to a live market', () => {
  const fitting = (slot: Partial<OfferSlot>, request: Partial<RequestNeed> = {}) =>
    indexOf([aSlot(slot)], aRequest(request)).countFittingOffers('request-1', question);

  it.each<[string, Partial<OfferSlot>, Partial<RequestNeed>]>([
    ['a slot nobody knows the place of', { location: { lat: Number.NaN, lon: 6 } }, {}],
    ['a school nobody knows the place of', {}, { location: { lat: 52, lon: Number.NaN } }],
    ['a slot on the other side of the earth', { location: { lat: -52.5, lon: -174 } }, {}],
    ['a reach of 0 to a school elsewhere', { reachKm: 0 }, {}],
    ['a reach below 0', { reachKm: -1, location: kmNorth(0) }, {}],
    [
      'a window that ends before it starts',
      {},
      { windows: [{ fromDay: tuesday, toDay: tuesday - 1, weekdays: [], parts: [] }] },
    ],
    [
      'a window of no days',
      {},
      { windows: [{ fromDay: Number.NaN, toDay: tuesday, weekdays: [], parts: [] }] },
    ],
    ['a slot that ends before it starts', { startMinute: 600, endMinute: 540, promise: 'firm' }, {}],
  ])('finds nothing for %s', (_, slot, request) => {
    expect(fitting(slot, request)).toBe(0);
  });

  it('finds what it can where a place plays no part', () => {
    expect(fitting({ reachKm: 0, location: kmNorth(0) })).toBe(1);
    expect(fitting({ place: 'online', location: null }, { location: { lat: Number.NaN, lon: 6 } })).toBe(1);
  });

  it.each<[string, OfferSlot[]]>([
    ['takes the id of a slot elsewhere', [aSlot({ offerId: 'offer-2', slotId: 'slot-1' })]],
    [
      'has two slots of one id',
      [aSlot({ offerId: 'offer-2', slotId: 'a' }), aSlot({ offerId: 'offer-2', slotId: 'a' })],
    ],
    ['holds a slot of another offer', [aSlot({ offerId: 'offer-3', slotId: 'a' })]],
    ['has a day that is none', [aSlot({ offerId: 'offer-2', slotId: 'a', day: Number.NaN })]],
    ['has a capacity that is none', [aSlot({ offerId: 'offer-2', slotId: 'a', capacityGroups: Number.NaN })]],
    ['has a reach that is none', [aSlot({ offerId: 'offer-2', slotId: 'a', reachKm: Number.NaN })]],
    ['takes no pupils per group', [aSlot({ offerId: 'offer-2', slotId: 'a', pupilsPerGroup: 0 })]],
    [
      'is rated by no number',
      [
        aSlot({ offerId: 'offer-2', slotId: 'a' }),
        aSlot({ offerId: 'offer-2', slotId: 'b', partnerLoad: Number.NaN }),
      ],
    ],
  ])('refuses an offer that %s, and changes nothing', (_, slots) => {
    const index = indexOf([aSlot()], aRequest());

    expect(() => index.putOffer('offer-2', slots)).toThrow(MarketInvalid);

    expect(index.best('request-1', 5, question).map(({ slot }) => slot.slotId)).toEqual(['slot-1']);
  });

  it('refuses a request with a value that is no number, or weights that are none, and keeps the old one', () => {
    const index = indexOf([aSlot()], aRequest());
    const none = Object.fromEntries(Object.keys(context.weights).map((part) => [part, 0]));
    const grades = Array.from({ length: 33 }, (_, grade) => `${grade}`);

    const weights = none as typeof context.weights;
    expect(() => index.putRequest(aRequest({ themes: ['art'] }), { ...context, weights })).toThrow(
      WeightsInvalid,
    );
    for (const over of [
      { maxCostCents: Number.NaN },
      { equityPriority: Number.NaN },
      { groups: [aGroup({ pupils: Number.NaN })] },
      { groups: [aGroup({ grades })] },
      { windows: [{ fromDay: -Infinity, toDay: tuesday, weekdays: [], parts: [] }] },
    ])
      expect(() => index.putRequest(aRequest({ themes: ['art'], ...over }), context)).toThrow(MarketInvalid);

    expect(index.countFittingOffers('request-1', question)).toBe(1);
    index.putRequest(aRequest({ groups: [aGroup({ grades: ['a', 'b', '8'] })] }), context);
    expect(index.countFittingOffers('request-1', question)).toBe(1);
  });

  it('answers nothing when nothing is asked for', () => {
    const index = indexOf([aSlot()], aRequest());
    expect([0, -1, Number.NaN].map((k) => index.best('request-1', k, question))).toEqual([[], [], []]);
    expect(indexOf([], aRequest()).best('request-1', 5, question)).toEqual([]);
  });
});
