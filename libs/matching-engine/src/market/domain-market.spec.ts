import fc from 'fast-check';
import { aContext, aGroup, aRequest, aSlot } from '../../test/builders.js';
import { Draw, randomContext, randomOffer, randomRequest } from '../../test/random-market.js';
import type { RequestAxes, SlotAxes } from '../search/flat-market.js';
import { newRequestAxes, newSlotAxes } from '../search/index-layout.js';
import { FullScan } from '../search/full-scan.js';
import { groupsNeeded } from '../scoring/groups.js';
import { scoreParts, type OfferSlot } from '../scoring/model.js';
import { meetsAll } from '../scoring/fits.js';
import { score } from '../scoring/score.js';
import { DomainCandidates } from './domain-candidates.js';
import { DomainMarket } from './domain-market.js';
import { MarketIndex } from './market-index.js';
import { MarketInvalid } from './market-invalid.js';

const context = aContext();
/** Themes may be more alike across roots than under one. */
const themes = {
  ...context.themes,
  similarity: (one: string, other: string) => context.themes.similarity(one, other) || 0.95,
};

function randomRound(draw: Draw) {
  const index = new MarketIndex(themes);
  const slots = Array.from({ length: draw.integer(0, 5) }, (_, offer) =>
    randomOffer(draw, `offer-${offer}`, draw.integer(0, 12)),
  );
  slots.forEach((ofOffer, offer) => index.putOffer(`offer-${offer}`, ofOffer));
  const regions = Array.from({ length: 3 }, () => ({ ...randomContext(draw), themes, today: context.today }));
  const requests = regions.map((region, number) => {
    const request = randomRequest(draw, `request-${number}`);
    index.putRequest(request, region);
    return request;
  });
  const bonuses = requests.map(() => draw.mostly(0, () => draw.integer(0, 900), 0.5));
  const excludedOfferIds = draw.mostly<string[]>([], () => ['offer-1', 'offer-9'], 0.3);
  const excludedSlotIds = draw.some(slots.flat(), 0.1).map(({ slotId }) => slotId);
  const round = index.round(
    requests.map(({ id }) => id),
    {
      today: context.today,
      bonusOf: (id) => bonuses[Number(id.slice(-1))]!,
      excludedOf: (id) =>
        id === 'request-2'
          ? { offerIds: excludedOfferIds, slotIds: excludedSlotIds }
          : { offerIds: [], slotIds: [] },
    },
  );
  const isOut = (number: number, slot: OfferSlot) =>
    number === 2 && (excludedOfferIds.includes(slot.offerId) || excludedSlotIds.includes(slot.slotId));
  return {
    ...round,
    slots: new Map(slots.flat().map((slot) => [slot.slotId, slot])),
    requests,
    regions,
    bonuses,
    isOut,
  };
}

/** What a request that looks for this slot may think that it scores at most; −1 where it does not look. */
function bound(request: RequestAxes, slot: SlotAxes): number {
  if (slot.day < request.firstDay || slot.day > request.lastDay || (slot.online && !request.online))
    return -1;
  const km = Math.hypot(slot.x - request.x, slot.y - request.y);
  const reach = Math.max(request.reach, request.slotsTravel ? slot.reach : -1);
  if (!slot.online && km > reach) return -1;
  let theme = -1;
  for (let tier = request.tierCount - 1; tier >= 0; tier--) {
    for (let at = 0; at < slot.themeCount; at++) {
      const isIn =
        slot.roots[at] === request.tierRoots[tier] && request.tierLeaves[tier]! & (1 << slot.leaves[at]!);
      if (isIn) theme = Math.max(theme, request.tierWorths[tier]!);
    }
  }
  if (theme < 0) return -1;
  const near = Math.max(0, 1 - km / Math.max(request.limit, slot.limit));
  return (
    1 +
    request.base +
    theme +
    slot.ceiling +
    (slot.online ? request.onlineWorth : request.distanceWorth * near) +
    request.timeWorth * (1 - Math.abs(slot.day - request.middleDay) / request.timeScale)
  );
}

describe('a round', () => {
  it('scores without equity, plus the bonus', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { market, ids, slots, requests, regions, bonuses, isOut } = randomRound(new Draw(seed));
        const flat = new DomainMarket(market);
        ids.requestIds.forEach((id, unit) => {
          const number = Number(id.slice(-1));
          const [request, region] = [requests[number]!, regions[number]!];
          for (let row = 0; row < flat.slotCount; row++) {
            const slot = slots.get(ids.slotIds[row]!)!;
            const units = Math.round(10_000 * score(request, slot, region, 'without-equity'));
            const fits = meetsAll(request, slot, region) && !isOut(number, slot);
            expect(flat.score(unit, row)).toBe(fits ? units + bonuses[number]! : -1);
            expect(flat.placesNeeded(unit, row)).toBe(fits ? groupsNeeded(request, slot) : -1);
          }
        });
      }),
      { numRuns: 150, endOnFailure: true },
    );
  });

  it('finds by its offers what a full scan finds', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const draw = new Draw(seed);
        const flat = new DomainMarket(randomRound(draw).market);
        const sources = [new FullScan(flat), new DomainCandidates(flat)];
        const prices = Int32Array.from({ length: flat.slotCount }, () =>
          draw.mostly(0, () => draw.integer(0, 9000), 0.5),
        );
        for (let unit = 0; unit < flat.requestCount; unit++) {
          const question = {
            k: draw.integer(1, 12),
            above: draw.mostly(0, () => 5000),
            prices: draw.one([undefined, prices]),
          };
          const [expected, ...found] = sources.map((source) => {
            const into = { slots: new Int32Array(20), values: new Int32Array(20) };
            return [source.top(unit, question, into, 3), into];
          });
          expect(found).toEqual(found.map(() => expected));
        }
      }),
      { numRuns: 400, endOnFailure: true },
    );
  });

  it('bounds every score by the axes of unit and slot, or looks at the slot anyway', () => {
    let [bounded, extra] = [0, 0];
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const flat = new DomainMarket(randomRound(new Draw(seed)).market);
        const [request, slot] = [newRequestAxes(), newSlotAxes()];
        for (let unit = 0; unit < flat.requestCount; unit++) {
          flat.requestAxes(unit, request);
          for (let row = 0; row < flat.slotCount; row++) {
            const units = flat.score(unit, row);
            if (units < 0) continue;
            flat.slotAxes(row, slot);
            if (request.extras.subarray(request.extrasFrom, request.extrasTo).includes(row)) extra++;
            else {
              expect(units).toBeLessThanOrEqual(bound(request, slot));
              bounded++;
            }
          }
        }
      }),
      { numRuns: 400, endOnFailure: true },
    );
    expect(Math.min(bounded, extra)).toBeGreaterThan(20);
  });

  it('bounds a slot found by one theme and liked for another', () => {
    const index = new MarketIndex(themes);
    const none = Object.fromEntries(scoreParts.map((part) => [part, 0])) as typeof context.weights;
    index.putRequest(aRequest({ themes: ['digital/media/film'] }), {
      ...context,
      weights: { ...none, theme: 1 },
    });
    index.putOffer('offer-1', [aSlot({ themes: ['digital/code/robots', 'art'] })]);
    const flat = new DomainMarket(index.round(['request-1'], { today: context.today }).market);
    const [request, slot] = [newRequestAxes(), newSlotAxes()];
    flat.requestAxes(0, request);
    flat.slotAxes(0, slot);

    expect(flat.score(0, 0)).toBe(9500);
    expect(bound(request, slot)).toBeCloseTo(9501);
  });

  it('may be empty', () => {
    const index = new MarketIndex(context.themes);
    const flat = new DomainMarket(index.round([], { today: context.today }).market);

    expect([flat.requestCount, flat.slotCount, flat.capacity.length]).toEqual([0, 0, 0]);
  });

  it('refuses a request that comes twice, is not known, or has a bonus that is no whole number', () => {
    const index = new MarketIndex(context.themes);
    index.putRequest(aRequest(), context);
    const { today } = context;

    expect(() => index.round(['request-1', 'request-1'], { today })).toThrow(MarketInvalid);
    expect(() => index.round(['request-2'], { today })).toThrow(MarketInvalid);
    for (const bonus of [-1, 0.5, Number.NaN])
      expect(() => index.round(['request-1'], { today, bonusOf: () => bonus })).toThrow(MarketInvalid);
  });

  it('makes each group of a request a unit, and stays as it is when the market changes', () => {
    const index = new MarketIndex(context.themes);
    const request = aRequest({ groups: [aGroup({ key: '7' }), aGroup({ key: '8' })] });
    index.putRequest(request, context);
    index.putOffer('offer-1', [
      aSlot({ capacityGroups: 5, takenGroups: 2 }),
      aSlot({ slotId: 'b', closed: true }),
    ]);

    const { market, ids } = index.round(['request-1'], { today: context.today });
    index.removeOffer('offer-1');
    index.removeRequest('request-1');

    const flat = new DomainMarket(market);
    expect(ids).toEqual({
      requestIds: ['request-1', 'request-1'],
      groupKeys: ['7', '8'],
      slotIds: ['b', 'slot-1'],
    });
    expect(Array.from(flat.capacity)).toEqual([0, 3]);
    expect([flat.score(0, 0), flat.score(1, 1) > 0, flat.placesNeeded(0, 1)]).toEqual([-1, true, 2]);
  });
});
