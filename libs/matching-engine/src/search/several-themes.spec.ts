import * as fc from 'fast-check';
import { buildLayout } from './build-layout.js';
import { FlatMarket, type RequestAxes, type SlotAxes } from './flat-market.js';
import { type CandidateSource } from './candidate-source.js';
import { FullScan } from './full-scan.js';
import { SlotIndex } from './slot-index.js';

const finest = { cellKm: 5, weekDays: 1, runEntries: 1 };

describe('the index of a market in which both sides have several themes', () => {
  it('finds a slot once though it has several themes, under each root that is asked for, and those asked for by name', () => {
    fc.assert(
      fc.property(
        fc.array(themedSlots, { maxLength: 30 }),
        fc.array(themedRequests, { minLength: 1, maxLength: 3 }),
        fc.constantFrom(1, 3, 12),
        (slots, requests, k) => {
          const market = new ThemedMarket(slots, requests);
          const index = new SlotIndex(market, buildLayout(market, finest));

          for (let request = 0; request < requests.length; request++) {
            expect(best(index, request, k)).toEqual(best(new FullScan(market), request, k));
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

function best(source: CandidateSource, request: number, k: number) {
  const into = { slots: new Int32Array(k), values: new Int32Array(k) };
  const count = source.top(request, { k, above: 0, prices: undefined }, into, 0);
  return { slots: [...into.slots.subarray(0, count)], values: [...into.values.subarray(0, count)] };
}

const whole = (min: number, max: number) => fc.integer({ min, max });

interface Theme {
  readonly root: number;
  readonly leaf: number;
}

interface ThemedSlot {
  readonly x: number;
  readonly online: boolean;
  readonly day: number;
  readonly worth: number;
  readonly themes: readonly Theme[];
}

interface ThemedRequest {
  readonly x: number;
  readonly reach: number;
  readonly firstDay: number;
  readonly themes: readonly Theme[];
  readonly named: readonly number[];
}

const themeLists = fc.array(fc.record({ root: whole(0, 2), leaf: whole(0, 31) }), {
  minLength: 1,
  maxLength: 4,
});
const themedSlots: fc.Arbitrary<ThemedSlot> = fc.record({
  x: whole(0, 100),
  online: fc.boolean(),
  day: whole(0, 20),
  worth: fc.constantFrom(0, 100, 900),
  themes: themeLists,
});
const themedRequests: fc.Arbitrary<ThemedRequest> = fc.record({
  x: whole(-20, 120),
  reach: fc.constantFrom(0, 15, 60, Infinity),
  firstDay: whole(-5, 20),
  themes: themeLists,
  named: fc.array(whole(0, 40), { maxLength: 3 }),
});

/** Several themes on both sides, in the least that a market must be. */
class ThemedMarket extends FlatMarket {
  readonly slotCount: number;
  readonly requestCount: number;
  readonly capacity: Int32Array;

  constructor(
    private readonly slots: readonly ThemedSlot[],
    private readonly requests: readonly ThemedRequest[],
  ) {
    super();
    this.slotCount = slots.length;
    this.requestCount = requests.length;
    this.capacity = new Int32Array(slots.length).fill(1);
  }

  score(request: number, slot: number): number {
    const [wish, given] = [this.requests[request]!, this.slots[slot]!];
    const similarity = Math.max(
      ...wish.themes.map((one) => Math.max(...given.themes.map((other) => like(one, other)))),
    );
    if (wish.named.includes(slot)) return 5_000 + given.worth;
    const km = Math.abs(wish.x - given.x);
    if (similarity === 0 || given.day < wish.firstDay || (!given.online && km > wish.reach)) return -1;
    return Math.round(
      3_000 * similarity + given.worth + (given.online ? 500 : 1_000 * Math.max(0, 1 - km / 50)),
    );
  }

  slotAxes(slot: number, into: SlotAxes): void {
    const { x, online, day, worth, themes } = this.slots[slot]!;
    Object.assign(into, {
      x,
      y: 0,
      online,
      day,
      reach: -1,
      limit: -1,
      ceiling: worth,
      themeCount: themes.length,
    });
    themes.forEach(({ root, leaf }, at) => {
      into.roots[at] = root;
      into.leaves[at] = leaf;
    });
  }

  requestAxes(request: number, into: RequestAxes): void {
    const { x, reach, firstDay, themes, named } = this.requests[request]!;
    const extras = Int32Array.from(named.filter((slot) => slot < this.slotCount));
    const roots = [...new Set(themes.map(({ root }) => root))].sort();
    Object.assign(into, {
      x,
      y: 0,
      reach,
      limit: 50,
      slotsTravel: false,
      online: true,
      firstDay,
      lastDay: 1_000,
    });
    Object.assign(into, { base: 0, distanceWorth: 1_000, onlineWorth: 500, timeWorth: 0, middleDay: 0 });
    Object.assign(into, { timeScale: Infinity, tierCount: 2 * roots.length, extras, extrasFrom: 0 });
    into.extrasTo = extras.length;
    roots.forEach((root, at) => {
      const wished = themes.filter((theme) => theme.root === root);
      into.tierRoots.fill(root, 2 * at, 2 * at + 2);
      into.tierLeaves[2 * at] = wished.reduce((bits, { leaf }) => bits | (1 << leaf), 0);
      into.tierLeaves[2 * at + 1] = -1;
      into.tierWorths[2 * at] = 3_000;
      into.tierWorths[2 * at + 1] = 1_500;
    });
  }
}

function like(one: Theme, other: Theme): number {
  if (one.root !== other.root) return 0;
  return one.leaf === other.leaf ? 1 : 0.5;
}
