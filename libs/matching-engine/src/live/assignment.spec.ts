import { GrowingMarket, type RequestRow, type SlotRow } from '../../test/live-markets.js';
import { infinitePrice } from '../plan/bid-book.js';
import { plan } from '../plan/plan.js';
import { SlotIndex } from '../search/slot-index.js';
import { Assignment } from './assignment.js';
import { SnapshotInvalid, type AssignmentSnapshot, type LiveOptions } from './assignment-snapshot.js';
import { ChangeRefused, type RefusedChange } from './change-refused.js';

describe('a live assignment', () => {
  it('gives a new request the free place, and the contested one to whom it is worth most', () => {
    const { market, assignment } = live([aSlot()]);

    assignment.addRequest(market.appendRequest(aRequest({ x: 10 })));
    assignment.addRequest(market.appendRequest(aRequest({ x: 1 })));

    expect([assignment.slotOf(0), assignment.slotOf(1)]).toEqual([-1, 0]);
    expect(assignment.priceOf(0)).toBeGreaterThan(0);
  });

  it('gives the place of a withdrawn request to the best that waits, and asks nothing when nobody does', () => {
    const { assignment } = live([aSlot()], [aRequest({ x: 1 }), aRequest({ x: 5 })]);

    assignment.withdrawRequest(0);
    expect([assignment.slotOf(0), assignment.slotOf(1)]).toEqual([-1, 0]);
    assignment.withdrawRequest(1);
    expect(assignment.priceOf(0)).toBe(0);
  });

  it('passes places on when a new offer draws somebody away', () => {
    const { market, assignment } = live([aSlot({ x: 10 })], [aRequest({ x: 1 }), aRequest({ x: 20 })]);
    expect([assignment.slotOf(0), assignment.slotOf(1)]).toEqual([0, -1]);

    assignment.addSlot(market.appendSlot(aSlot({ x: 0 })));

    expect([assignment.slotOf(0), assignment.slotOf(1)]).toEqual([1, 0]);
  });

  it('lets the requests of a removed offer bid again', () => {
    const { market, assignment } = live([aSlot({ x: 1 }), aSlot({ x: 15 })], [aRequest()]);

    assignment.removeSlot(0);

    expect(assignment.slotOf(0)).toBe(1);
    expect(assignment.priceOf(0)).toBe(infinitePrice);
    expect(market.capacity[0]).toBe(0);
  });

  it('freezes a confirmed match: the request is gone, and so is its place', () => {
    const { market, assignment } = live([aSlot({ cap: 2 })], [aRequest(), aRequest({ x: 5 })]);

    assignment.freeze(0);
    expect(assignment.takesPart(0)).toBe(false);
    expect(market.capacity[0]).toBe(1);
    assignment.freeze(1);
    expect(assignment.priceOf(0)).toBe(infinitePrice);
  });

  it('counts what the places left cost, whoever has been confirmed in the others', () => {
    const placeCosts = { first: Int32Array.of(0), step: Int32Array.of(3000) };
    const { market, assignment } = live([aSlot({ cap: 3 })], [aRequest(), aRequest()], { placeCosts });

    assignment.freeze(0);

    expect(assignment.snapshot().placeCosts?.first).toEqual(Int32Array.of(3000));
    expect(assignment.plan().value).toBe(market.score(1, 0) - 3000);
    expect(assignment.priceOf(0)).toBeLessThanOrEqual(6000);
  });

  it('freezes a match that people made otherwise, and looks for another place for whoever had that one', () => {
    const { assignment } = live([aSlot({ x: 1 }), aSlot({ x: 9 })], [aRequest(), aRequest({ x: 12 })]);
    expect([assignment.slotOf(0), assignment.slotOf(1)]).toEqual([0, 1]);

    assignment.freeze(1, 0);

    expect(assignment.slotOf(0)).toBe(1);
  });

  it('closes places that are taken by the least', () => {
    const { assignment } = live([aSlot({ cap: 2 })], [aRequest({ x: 9 }), aRequest()]);

    assignment.setCapacity(0, 1);
    expect([assignment.slotOf(0), assignment.slotOf(1)]).toEqual([-1, 0]);
    assignment.setCapacity(0, 2);
    expect([assignment.slotOf(0), assignment.slotOf(1)]).toEqual([0, 0]);
  });

  it('moves a proposal that was shown only for more than the keep bonus', () => {
    const slightlyBetter = aSlot({ x: 9 });
    const muchBetter = aSlot({ x: 0 });
    const { market, assignment } = live([aSlot({ x: 10 })], [aRequest()], { keepBonus: 500 });
    assignment.markShown(0);

    assignment.addSlot(market.appendSlot(slightlyBetter));
    expect(assignment.slotOf(0)).toBe(0);
    assignment.addSlot(market.appendSlot(muchBetter));
    expect(assignment.slotOf(0)).toBe(2);
  });

  it('reports its value without keep bonus', () => {
    const { market, assignment } = live([aSlot()], [aRequest()], { keepBonus: 500 });
    assignment.markShown(0);

    expect(assignment.plan().value).toBe(market.score(0, 0));
  });

  it('is the same whether it worked ahead or not', () => {
    const rows = [aRequest(), aRequest({ x: 5 }), aRequest({ x: 7 })];
    const [one, other] = [live([aSlot(), aSlot({ x: 9 })], rows), live([aSlot(), aSlot({ x: 9 })], rows)];

    expect(one.assignment.prepare(2)).toBe(true);
    expect(one.assignment.prepare(2)).toBe(false);
    for (const { assignment } of [one, other]) assignment.withdrawRequest(0);

    expect(one.assignment.snapshot()).toEqual(other.assignment.snapshot());
  });

  it('goes on with an index that was built anew', () => {
    const { market, assignment } = live([aSlot()], [aRequest()]);
    assignment.addSlot(market.appendSlot(aSlot({ x: 0 })));

    assignment.useSource(new SlotIndex(market));
    assignment.addRequest(market.appendRequest(aRequest()));

    expect([assignment.slotOf(0), assignment.slotOf(1)].sort()).toEqual([0, 1]);
  });

  it('grows with its market beyond the room it began with', () => {
    const { market, assignment } = live([]);

    for (let number = 0; number < 90; number++) {
      assignment.addSlot(market.appendSlot(aSlot()));
      assignment.addRequest(market.appendRequest(aRequest()));
    }

    expect(new Set(Array.from({ length: 90 }, (_, request) => assignment.slotOf(request))).size).toBe(90);
  });
});

describe('a change that makes no sense', () => {
  it.each<[RefusedChange, (assignment: Assignment) => void]>([
    ['request-unknown', (assignment) => assignment.addRequest(2)],
    ['request-unknown', (assignment) => assignment.addRequest(-1)],
    ['request-unknown', (assignment) => assignment.withdrawRequest(0.5)],
    ['request-present', (assignment) => assignment.addRequest(0)],
    ['request-absent', (assignment) => (assignment.withdrawRequest(0), assignment.withdrawRequest(0))],
    ['request-absent', (assignment) => (assignment.freeze(0), assignment.withdrawRequest(0))],
    ['request-unassigned', (assignment) => assignment.freeze(1)],
    ['request-unassigned', (assignment) => assignment.markShown(1)],
    ['slot-unknown', (assignment) => assignment.addSlot(1)],
    ['slot-unknown', (assignment) => assignment.removeSlot(NaN)],
    ['slot-open', (assignment) => assignment.addSlot(0)],
    ['slot-closed', (assignment) => (assignment.removeSlot(0), assignment.removeSlot(0))],
    ['slot-closed', (assignment) => (assignment.removeSlot(0), assignment.freeze(1, 0))],
    ['capacity-invalid', (assignment) => assignment.setCapacity(0, -1)],
    ['capacity-invalid', (assignment) => assignment.setCapacity(0, 1.5)],
  ])('is refused: %s (%#)', (reason, change) => {
    const { assignment } = live([aSlot()], [aRequest(), aRequest({ x: 9 })]);

    expect(reasonOf(() => change(assignment))).toBe(reason);
  });

  it('leaves everything as it was', () => {
    const { assignment } = live([aSlot()], [aRequest(), aRequest({ x: 9 })]);
    const before = assignment.snapshot();

    expect(() => assignment.freeze(0, 7)).toThrow(ChangeRefused);
    expect(() => assignment.addRequest(0)).toThrow(ChangeRefused);

    expect(assignment.snapshot()).toEqual(before);
  });
});

describe('a snapshot that does not hold', () => {
  it.each<[string, Partial<AssignmentSnapshot>]>([
    ['an ε of 0', { epsilon: 0 }],
    ['a keep bonus below 0', { keepBonus: -1 }],
    ['more requests than there are', { slots: Int32Array.of(0, -1, -1) }],
    ['a slot that is not there', { slots: Int32Array.of(5, -1) }],
    ['a slot that was never shown', { shown: Int32Array.of(9, -1) }],
    ['two in one place', { slots: Int32Array.of(0, 0), bids: Int32Array.of(900, 900) }],
    ['a bid below the price', { bids: Int32Array.of(0, 0), prices: Int32Array.of(900) }],
    ['a price for a free place', { slots: Int32Array.of(-1, -1), prices: Int32Array.of(900) }],
    ['a negative price', { prices: Int32Array.of(-1) }],
    ['more slots than there are', { prices: Int32Array.of(0, 0) }],
    ['place costs of another market', { placeCosts: { first: Int32Array.of(), step: Int32Array.of() } }],
  ])('is refused: %s', (_, wrong) => {
    const { market, assignment } = live([aSlot()], [aRequest(), aRequest({ x: 9 })]);
    const snapshot = { ...assignment.snapshot(), ...wrong };

    expect(() => Assignment.restore(market, new SlotIndex(market), snapshot)).toThrow(SnapshotInvalid);
  });
});

function live(slots: readonly SlotRow[], requests: readonly RequestRow[] = [], options: LiveOptions = {}) {
  const market = GrowingMarket.of(slots, requests);
  const source = new SlotIndex(market);
  const { placeCosts } = options;
  const made = plan(market, source, { epsilon: 1, ...(placeCosts && { placeCosts }) });
  const assignment = Assignment.fromPlan(market, source, made, options);
  return { market, assignment };
}

function aSlot(over: Partial<SlotRow> = {}): SlotRow {
  return {
    x: 3,
    y: 0,
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
    ...over,
  };
}

function aRequest(over: Partial<RequestRow> = {}): RequestRow {
  return {
    x: 0,
    y: 0,
    radius: 0,
    equity: 0,
    theme: 0,
    d0: 0,
    d1: 10,
    modes: 1,
    level: 1,
    parts: 1,
    group: 24,
    school: 0,
    ...over,
  };
}

function reasonOf(change: () => void): string | undefined {
  try {
    change();
  } catch (error) {
    if (error instanceof ChangeRefused) return error.reason;
  }
  return undefined;
}
