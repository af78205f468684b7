import * as fc from 'fast-check';
import { bestValue } from '../../test/best-value.js';
import {
  GrowingMarket,
  requestRows,
  slotRows,
  type RequestRow,
  type SlotRow,
} from '../../test/live-markets.js';
import { TableMarket } from '../../test/table-market.js';
import { infinitePrice } from '../plan/bid-book.js';
import { checkPlan } from '../plan/check-plan.js';
import { plan } from '../plan/plan.js';
import { FullScan } from '../search/full-scan.js';
import { SlotIndex } from '../search/slot-index.js';
import { Assignment } from './assignment.js';
import { type AssignmentSnapshot } from './assignment-snapshot.js';

type Change =
  | { readonly kind: 'add-request'; readonly row: RequestRow }
  | { readonly kind: 'add-slot'; readonly row: SlotRow }
  | { readonly kind: 'withdraw' | 'return' | 'remove-slot' | 'freeze' | 'mark-shown'; readonly pick: number }
  | { readonly kind: 'freeze-elsewhere' | 'set-capacity'; readonly pick: number; readonly other: number };

const picks = fc.nat(1000);
const alikeSlots = slotRows.map((row) => ({
  ...row,
  theme: row.theme % 10,
  mode: row.mode === 4 ? 4 : 1,
  radius: 60,
  level: 3,
  part: 3,
  cap: row.day % 4 === 0 ? 2 : 1,
}));
const alikeRequests = requestRows.map((row) => ({
  ...row,
  theme: row.theme % 10,
  modes: row.group % 2 === 0 ? 5 : 1,
  level: 3,
  parts: 3,
  d0: 0,
  d1: 11,
}));

const changes = (
  slotRows: fc.Arbitrary<SlotRow>,
  requestRows: fc.Arbitrary<RequestRow>,
): fc.Arbitrary<Change> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('add-request' as const), row: requestRows }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('add-slot' as const), row: slotRows }) },
    {
      weight: 7,
      arbitrary: fc.record({
        kind: fc.constantFrom(
          'withdraw' as const,
          'withdraw',
          'return',
          'remove-slot',
          'freeze',
          'mark-shown',
          'mark-shown',
        ),
        pick: picks,
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constantFrom('freeze-elsewhere' as const, 'set-capacity'),
        pick: picks,
        other: picks,
      }),
    },
  );

interface Rows {
  readonly slots: fc.Arbitrary<SlotRow[]>;
  readonly requests: fc.Arbitrary<RequestRow[]>;
  readonly changes: fc.Arbitrary<Change[]>;
}

interface Situation {
  readonly slots: readonly SlotRow[];
  readonly requests: readonly RequestRow[];
  readonly epsilon: number;
  readonly keepBonus: number;
  readonly costs: readonly { readonly first: number; readonly step: number }[] | undefined;
  readonly start: 'plan' | 'empty';
  readonly changes: readonly Change[];
}

const mostSlots = 6;
const small = situations({
  slots: fc.array(slotRows, { maxLength: mostSlots }),
  requests: fc.array(requestRows, { maxLength: 9 }),
  changes: fc.array(changes(slotRows, requestRows), { maxLength: 16 }),
});
/** More slots that fit a request than it holds candidates. */
const crowded = situations({
  slots: fc.array(alikeSlots, { minLength: 20, maxLength: 40 }),
  requests: fc.array(alikeRequests, { minLength: 10, maxLength: 60 }),
  changes: fc.array(changes(alikeSlots, alikeRequests), { minLength: 10, maxLength: 30 }),
});

function situations(rows: Rows): fc.Arbitrary<Situation> {
  return fc.record({
    ...rows,
    epsilon: fc.constantFrom(1, 5, 40, 900),
    keepBonus: fc.constantFrom(0, 0, 300),
    costs: fc.option(
      fc.array(fc.record({ first: fc.constantFrom(0, 0, 900), step: fc.constantFrom(0, 1500, 4000) }), {
        minLength: mostSlots,
        maxLength: mostSlots,
      }),
      { nil: undefined },
    ),
    start: fc.constantFrom('plan', 'empty'),
  });
}

describe('a live assignment, on any market and through any changes', () => {
  it.each([
    ['small', small, 700],
    ['crowded', crowded, 60],
  ])(
    'stays feasible, in ε-complementary slackness over all pairs, and near the best (%s)',
    (_, situations, numRuns) => {
      fc.assert(
        fc.property(situations, (situation) => {
          const { market, assignment, epsilon } = begin(situation);
          for (const change of situation.changes) {
            apply(market, assignment, change);
            expect(faultsOf(market, assignment, epsilon)).toEqual([]);
          }
          expect(shortfall(market, assignment)).toBeLessThanOrEqual(epsilon * mostServed(market, assignment));
        }),
        { numRuns },
      );
    },
  );

  it('tells a plan that the independent checker passes', () => {
    fc.assert(
      fc.property(small, (situation) => {
        const { market, assignment } = begin(situation);
        for (const change of situation.changes) apply(market, assignment, change);

        const { placeCosts } = assignment.snapshot();
        const source = new FullScan(presentOnly(market, assignment));
        expect(checkPlan(market, source, assignment.plan(), placeCosts && { placeCosts })).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('goes on from a snapshot as if nothing had happened', () => {
    fc.assert(
      fc.property(fc.oneof(small, crowded), fc.nat(16), (situation, until) => {
        const one = begin(situation);
        const other = begin(situation);
        situation.changes.slice(0, until).forEach((change) => apply(one.market, one.assignment, change));
        situation.changes.slice(0, until).forEach((change) => apply(other.market, other.assignment, change));
        const restored = Assignment.restore(
          other.market,
          new SlotIndex(other.market),
          other.assignment.snapshot(),
        );
        situation.changes.slice(until).forEach((change) => apply(one.market, one.assignment, change));
        situation.changes.slice(until).forEach((change) => apply(other.market, restored, change));

        expect(restored.snapshot()).toEqual(one.assignment.snapshot());
      }),
      { numRuns: 100 },
    );
  });
});

function begin({ slots, requests, epsilon, keepBonus, costs, start }: Situation) {
  const market = GrowingMarket.of(slots, start === 'plan' ? requests : []);
  const source = new SlotIndex(market);
  const placeCosts = costs && {
    first: Int32Array.from(slots, (_, slot) => costs[slot % mostSlots]!.first),
    step: Int32Array.from(slots, (_, slot) => costs[slot % mostSlots]!.step),
  };
  const options = { epsilon, keepBonus, ...(placeCosts && { placeCosts }) };
  if (start === 'empty') {
    const assignment = Assignment.empty(market, source, options);
    for (const row of requests) assignment.addRequest(market.appendRequest(row));
    return { market, assignment, epsilon };
  }
  const made = plan(market, source, { epsilon: Math.ceil(epsilon / 2), ...(placeCosts && { placeCosts }) });
  return { market, assignment: Assignment.fromPlan(market, source, made, options), epsilon };
}

function apply(market: GrowingMarket, assignment: Assignment, change: Change): void {
  const requests = numbers(market.requestCount).filter((request) => assignment.takesPart(request));
  const gone = numbers(market.requestCount).filter((request) => !assignment.takesPart(request));
  const served = requests.filter((request) => assignment.slotOf(request) >= 0);
  const open = numbers(market.slotCount).filter((slot) => assignment.priceOf(slot) < infinitePrice);
  const one = (from: readonly number[], pick: number, then: (number: number) => void) => {
    if (from.length > 0) then(from[pick % from.length]!);
  };
  switch (change.kind) {
    case 'add-request':
      return assignment.addRequest(market.appendRequest(change.row));
    case 'add-slot':
      return assignment.addSlot(market.appendSlot(change.row));
    case 'withdraw':
      return one(requests, change.pick, (request) => assignment.withdrawRequest(request));
    case 'return':
      return one(gone, change.pick, (request) => assignment.addRequest(request));
    case 'remove-slot':
      return one(open, change.pick, (slot) => assignment.removeSlot(slot));
    case 'freeze':
      return one(served, change.pick, (request) => assignment.freeze(request));
    case 'mark-shown':
      return one(served, change.pick, (request) => assignment.markShown(request));
    case 'freeze-elsewhere':
      return one(requests, change.pick, (request) =>
        one(open, change.other, (slot) => assignment.freeze(request, slot)),
      );
    case 'set-capacity':
      return one(numbers(market.slotCount), change.pick, (slot) =>
        assignment.setCapacity(slot, change.other % 4),
      );
  }
}

/** Every promise of the class that a pair or a slot breaks. */
function faultsOf(market: GrowingMarket, assignment: Assignment, epsilon: number): string[] {
  const snapshot = assignment.snapshot();
  const { slots, prices, placeCosts } = snapshot;
  const worth = worths(market, snapshot);
  const faults: string[] = [];
  const taken = new Int32Array(market.slotCount);
  slots.forEach((slot, request) => {
    if (slot === -2) return;
    if (slot >= 0) taken[slot]!++;
    const profit = slot < 0 ? 0 : worth(request, slot) - prices[slot]!;
    if (slot >= 0 && market.score(request, slot) < 0) faults.push(`request ${request} may not be in ${slot}`);
    if (profit < -epsilon) faults.push(`request ${request} pays ${-profit} too much`);
    for (const other of numbers(market.slotCount)) {
      if (market.score(request, other) < 0) continue;
      const gain = worth(request, other) - prices[other]! - profit;
      if (gain > epsilon) faults.push(`request ${request} gains ${gain} by ${other}`);
    }
  });
  for (const slot of numbers(market.slotCount)) {
    const cost = (places: number) =>
      placeCosts ? placeCosts.first[slot]! + places * placeCosts.step[slot]! : 0;
    const capacity = market.capacity[slot]!;
    if (taken[slot]! > capacity) faults.push(`slot ${slot} is given ${taken[slot]} times`);
    if ((capacity === 0) !== (prices[slot] === infinitePrice))
      faults.push(`slot ${slot} costs ${prices[slot]}`);
    if (taken[slot]! < capacity && prices[slot]! > cost(taken[slot]!))
      faults.push(`slot ${slot} has a free place`);
    if (taken[slot]! > 0 && prices[slot]! < cost(taken[slot]! - 1) - epsilon)
      faults.push(`slot ${slot} is too cheap`);
  }
  return faults;
}

/** How much less the assignment is worth than the best one of the same market, keep bonus counted in both. */
function shortfall(market: GrowingMarket, assignment: Assignment): number {
  const snapshot = assignment.snapshot();
  const { slots, placeCosts } = snapshot;
  const worth = worths(market, snapshot);
  const present = numbers(market.requestCount).filter((request) => slots[request] !== -2);
  const table = new TableMarket(
    present.map((request) => numbers(market.slotCount).map((slot) => worth(request, slot))),
    [...market.capacity.subarray(0, market.slotCount)],
  );
  const bonus = present.reduce((sum, request) => {
    const slot = slots[request]!;
    return slot < 0 ? sum : sum + worth(request, slot) - market.score(request, slot);
  }, 0);
  return bestValue(table, placeCosts) - bonus - assignment.plan().value;
}

function mostServed(market: GrowingMarket, assignment: Assignment): number {
  const places = market.capacity.reduce((sum, capacity) => sum + capacity, 0);
  return Math.min(
    places,
    numbers(market.requestCount).filter((request) => assignment.takesPart(request)).length,
  );
}

/** What pairs are worth, with the keep bonus; −1 where they do not fit. */
function worths(market: GrowingMarket, { shown, keepBonus }: AssignmentSnapshot) {
  return (request: number, slot: number) => {
    const score = market.score(request, slot);
    return score >= 0 && shown[request] === slot ? score + keepBonus : score;
  };
}

function presentOnly(market: GrowingMarket, assignment: Assignment): TableMarket {
  return new TableMarket(
    numbers(market.requestCount).map((request) =>
      numbers(market.slotCount).map((slot) =>
        assignment.takesPart(request) ? market.score(request, slot) : -1,
      ),
    ),
    [...market.capacity.subarray(0, market.slotCount)],
  );
}

function numbers(count: number): number[] {
  return [...Array(count).keys()];
}
