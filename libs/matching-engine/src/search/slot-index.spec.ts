import * as fc from 'fast-check';
import { appendSlots, workloadLayout, type WorkloadLayout } from '../workload/workload-layout.js';
import { WorkloadMarket } from '../workload/workload-market.js';
import {
  arrayTypes,
  defaultWorkloadWeights,
  requestFields,
  rowsOf,
  slotFields,
  type Workload,
  type WorkloadWeights,
} from '../workload/workload.js';
import { buildLayout } from './build-layout.js';
import { type CandidateSource, type Question } from './candidate-source.js';
import { FullScan } from './full-scan.js';
import { SlotIndex } from './slot-index.js';

const layouts = [
  undefined,
  { cellKm: 5, weekDays: 1, runEntries: 1 },
  { cellKm: 40, weekDays: 7, runEntries: 3 },
];

describe('the index', () => {
  it('gives what a full scan gives', () => {
    fc.assert(
      fc.property(markets, questions, fc.constantFrom(...layouts), (rows, question, options) => {
        const { market } = open(rows);
        const index = new SlotIndex(market, buildLayout(market, options));
        if (question.prices) index.reprice(question.prices);

        for (let request = 0; request < market.requestCount; request++) {
          const found = best(index, request, question);
          expect(found).toEqual(sorted(market, request, question));
          expect(found).toEqual(best(new FullScan(market), request, question));
        }
      }),
      { numRuns: 2_500 },
    );
  });

  it('goes on doing so while slots come, go, fill up and change their price', () => {
    fc.assert(
      fc.property(
        markets,
        questions,
        fc.array(changes, { maxLength: 12 }),
        fc.constantFrom(2_000, 1_000_000),
        (rows, question, made, first) => {
          const live = open(rows);
          const { market } = live;
          const prices = new Int32Array(mostSlots + 12).fill(first);
          const index = new SlotIndex(market, buildLayout(market, layouts[1]));
          const scan = new FullScan(market);
          index.reprice(prices);

          for (const change of made) {
            apply(change, live, index, prices);

            for (let request = 0; request < market.requestCount; request++) {
              for (const asked of [
                { ...question, prices },
                { ...question, prices: undefined },
              ]) {
                expect(best(index, request, asked)).toEqual(best(scan, request, asked));
              }
            }
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('can be searched over a layout and a market that another thread made', () => {
    const { layout, market } = open({ slots: [aSlot, aSlot], requests: [aRequest] });
    const there = new WorkloadMarket(structuredClone(layout));

    const index = new SlotIndex(there, structuredClone(buildLayout(market)));
    market.capacity[0] = 0;

    expect(best(index, 0, anyThree).slots).toEqual([1]);
  });

  it('is empty for a market without slots, without requests, or with full ones only', () => {
    const full = open({ slots: [{ ...aSlot, cap: 0 }], requests: [aRequest] }).market;
    const none = open({ slots: [], requests: [aRequest] }).market;

    expect(best(new SlotIndex(full), 0, anyThree).slots).toEqual([]);
    expect(best(new SlotIndex(none), 0, anyThree).slots).toEqual([]);
    expect(() => new SlotIndex(open({ slots: [], requests: [] }).market)).not.toThrow();
  });

  it('counts the slots that came after its layout', () => {
    const live = open({ slots: [aSlot], requests: [aRequest] });
    const index = new SlotIndex(live.market);

    append(live.layout, aSlot);
    expect(index.added).toBe(1);

    index.adopt(buildLayout(live.market));
    expect(index.added).toBe(0);
  });

  it('refuses a request that does not exist and a k that cannot be', () => {
    const index = new SlotIndex(open({ slots: [aSlot], requests: [aRequest] }).market);

    for (const request of [-1, 1, NaN]) expect(() => best(index, request, anyThree)).toThrow(RangeError);
    for (const k of [0, 65, NaN]) expect(() => best(index, 0, { ...anyThree, k })).toThrow(RangeError);
  });
});

type SlotRow = Record<keyof typeof slotFields, number>;
type RequestRow = Record<keyof typeof requestFields, number>;
interface Rows {
  readonly weights?: WorkloadWeights;
  readonly slots: readonly SlotRow[];
  readonly requests: readonly RequestRow[];
}

const mostSlots = 40;
const anyThree: Question = { k: 3, above: 0, prices: undefined };
const whole = (min: number, max: number) => fc.integer({ min, max });
/** Often the same few numbers, so that there are ties and distances that are exactly a limit. */
const km = fc.oneof(
  fc.constantFrom(0, 30, 40, 70),
  whole(0, 100),
  fc.float({ min: 0, max: 100, noNaN: true }),
);

const slotRows: fc.Arbitrary<SlotRow> = fc.record({
  x: km,
  y: km,
  radius: fc.constantFrom(0, 10, 30, 30, 60),
  load: fc.constantFrom(0, 0.03, 0.1, 0.5),
  theme: fc.oneof(whole(0, 7), whole(0, 7), whole(0, 89)),
  day: whole(0, 20),
  mode: fc.constantFrom(1, 2, 4),
  level: fc.constantFrom(1, 3),
  part: fc.constantFrom(2, 3),
  maxGroup: fc.constantFrom(0, 20, 25, 30),
  cap: fc.constantFrom(0, 1, 2, 3),
  partner: fc.constant(0),
});

const requestRows: fc.Arbitrary<RequestRow> = fc
  .record({
    x: km,
    y: km,
    radius: fc.constantFrom(0, 10, 30, 30, 60),
    equity: fc.constantFrom(-0.4, 0, 0.05),
    theme: fc.oneof(whole(0, 7), whole(0, 7), whole(0, 89)),
    d0: whole(0, 10),
    d1: whole(0, 20),
    modes: fc.constantFrom(1, 2, 2, 3, 4, 7),
    level: fc.constantFrom(1, 3),
    parts: fc.constantFrom(2, 3),
    group: fc.constantFrom(0, 15, 22),
    school: fc.constant(0),
  })
  .map((row) => ({ ...row, d1: row.d0 + row.d1 }));

/** Copies make ties; where a single part counts, bounds are tight. */
const markets: fc.Arbitrary<Rows> = fc
  .record({
    slots: fc.array(slotRows, { maxLength: mostSlots / 2 }),
    copies: fc.array(whole(0, mostSlots), { maxLength: mostSlots / 2 }),
    requests: fc.array(requestRows, { minLength: 1, maxLength: 3 }),
    weights: fc.constantFrom(
      defaultWorkloadWeights,
      { theme: 0, distance: 1, schedule: 0, group: 0, load: 0 },
      { theme: 0.2, distance: 0, schedule: 0, group: 0, load: 1 },
    ),
  })
  .map(({ slots, copies, ...rest }) => ({
    ...rest,
    slots: [...slots, ...(slots.length > 0 ? copies.map((copy) => slots[copy % slots.length]!) : [])],
  }));

const questions: fc.Arbitrary<Question> = fc.record({
  k: fc.constantFrom(1, 2, 5, 12, 64),
  above: fc.constantFrom(0, 0, 0, 3_000),
  prices: fc.option(
    fc
      .array(fc.constantFrom(0, 0, 500, 5_000, 1_000_000), { minLength: mostSlots, maxLength: mostSlots })
      .map((prices) => Int32Array.from(prices)),
    { nil: undefined },
  ),
});

type Change =
  | { readonly kind: 'add'; readonly row: SlotRow }
  | { readonly kind: 'capacity' | 'price'; readonly at: number; readonly to: number }
  | { readonly kind: 'adopt' };

const changes: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), row: slotRows }),
  fc.record({ kind: fc.constant('capacity' as const), at: whole(0, 200), to: whole(-1, 2) }),
  fc.record({ kind: fc.constant('price' as const), at: whole(0, 200), to: whole(0, 6_000) }),
  fc.record({ kind: fc.constant('adopt' as const) }),
);

function apply(change: Change, live: Live, index: SlotIndex, prices: Int32Array): void {
  const { market, layout } = live;
  if (change.kind === 'add') append(layout, change.row);
  else if (change.kind === 'adopt') index.adopt(buildLayout(market, layouts[2]));
  else if (market.slotCount > 0) {
    const slot = change.at % market.slotCount;
    // A removed slot stays removed.
    if (change.kind === 'capacity' && market.capacity[slot]! >= 0) market.capacity[slot] = change.to;
    if (change.kind === 'price') {
      const before = prices[slot]!;
      prices[slot] = change.to;
      if (change.to < before) index.lowered(slot);
    }
  }
}

const aSlot: SlotRow = {
  x: 10,
  y: 10,
  radius: 30,
  load: 0,
  theme: 0,
  day: 5,
  mode: 1,
  level: 1,
  part: 1,
  maxGroup: 30,
  cap: 1,
  partner: 0,
};

const aRequest: RequestRow = {
  x: 12,
  y: 10,
  radius: 20,
  equity: 0,
  theme: 1,
  d0: 0,
  d1: 10,
  modes: 7,
  level: 1,
  parts: 1,
  group: 20,
  school: 0,
};

interface Live {
  readonly layout: WorkloadLayout;
  readonly market: WorkloadMarket;
}

function open({ slots, requests, weights = defaultWorkloadWeights }: Rows): Live {
  const workload: Workload = {
    meta: {
      slots: slots.length,
      requests: requests.length,
      leaves: 90,
      days: 100,
      weights,
    },
    slots: columns(slotFields, slots),
    requests: columns(requestFields, requests),
  };
  const layout = workloadLayout(workload, { slots: 12, requests: 0 });
  return { layout, market: new WorkloadMarket(layout) };
}

function append(layout: WorkloadLayout, row: SlotRow): void {
  appendSlots(layout, columns(slotFields, [row]));
}

function columns<F extends typeof slotFields | typeof requestFields>(
  fields: F,
  rows: readonly Readonly<Record<string, number>>[],
) {
  return rowsOf(fields, (field, type) => arrayTypes[type].from(rows.map((row) => row[field]!)));
}

function best(source: CandidateSource, request: number, question: Question) {
  const into = { slots: new Int32Array(66).fill(-7), values: new Int32Array(66).fill(-7) };
  const count = source.top(request, question, into, 1);
  return { slots: [...into.slots.subarray(1, 1 + count)], values: [...into.values.subarray(1, 1 + count)] };
}

/** The best by sorting everything. */
function sorted(market: WorkloadMarket, request: number, { k, above, prices }: Question) {
  const rows = Array.from({ length: market.slotCount }, (_, slot) => {
    const score = market.score(request, slot);
    return { slot, value: score < 0 ? -1 : score - (prices?.[slot] ?? 0) };
  })
    .filter(({ value }) => value > above)
    .sort((one, other) => other.value - one.value || one.slot - other.slot)
    .slice(0, k);
  return { slots: rows.map(({ slot }) => slot), values: rows.map(({ value }) => value) };
}
