import * as fc from 'fast-check';
import {
  workloadLayout,
  appendRequests,
  appendSlots,
  type WorkloadLayout,
} from '../src/workload/workload-layout.js';
import { WorkloadMarket } from '../src/workload/workload-market.js';
import { defaultWorkloadWeights, emptyRows, requestFields, slotFields } from '../src/workload/workload.js';

type Row<F> = { readonly [Field in keyof F]: number };
export type SlotRow = Row<typeof slotFields>;
export type RequestRow = Row<typeof requestFields>;

const days = 12;
const leaves = 60;
const from = (min: number, max: number) => fc.integer({ min, max });
const km = fc.float({ min: 0, max: 40, noNaN: true });

/** Two theme roots, a few kilometres and days: about a third of the pairs fit. */
export const slotRows: fc.Arbitrary<SlotRow> = fc.record({
  x: km,
  y: km,
  radius: fc.constantFrom(0, 15, 30, 50),
  load: fc.constantFrom(0, 0.05, 0.1, 0.3),
  theme: from(0, leaves - 1),
  day: from(0, days - 1),
  mode: fc.constantFrom(1, 2, 4),
  level: from(1, 3),
  part: from(1, 3),
  maxGroup: from(20, 30),
  cap: fc.constantFrom(0, 1, 1, 1, 2, 3),
  partner: fc.constant(0),
});

export const requestRows: fc.Arbitrary<RequestRow> = fc
  .record({
    x: km,
    y: km,
    radius: fc.constantFrom(0, 20, 40, 80),
    equity: fc.constantFrom(-0.4, 0, 0, 0.05),
    theme: from(0, leaves - 1),
    d0: from(0, 6),
    d1: from(0, 8),
    modes: from(1, 7),
    level: from(1, 3),
    parts: from(1, 3),
    group: from(15, 25),
    school: fc.constant(0),
  })
  .map((row) => ({ ...row, d1: Math.min(days - 1, row.d0 + row.d1) }));

/** A market that rows can be appended to, up to `room` more of each. */
export class GrowingMarket extends WorkloadMarket {
  private constructor(private readonly rows: WorkloadLayout) {
    super(rows);
  }

  static of(slots: readonly SlotRow[], requests: readonly RequestRow[], room = 100): GrowingMarket {
    const meta = { slots: 0, requests: 0, leaves, days, weights: defaultWorkloadWeights };
    const nothing = { meta, slots: emptyRows(slotFields, 0), requests: emptyRows(requestFields, 0) };
    const market = new GrowingMarket(
      workloadLayout(nothing, { slots: slots.length + room, requests: requests.length + room }),
    );
    for (const row of slots) market.appendSlot(row);
    for (const row of requests) market.appendRequest(row);
    return market;
  }

  /** Returns the number of the new slot. */
  appendSlot(row: SlotRow): number {
    const rows = emptyRows(slotFields, 1);
    for (const field of Object.keys(slotFields) as (keyof SlotRow)[]) rows[field][0] = row[field];
    appendSlots(this.rows, rows);
    return this.slotCount - 1;
  }

  appendRequest(row: RequestRow): number {
    const rows = emptyRows(requestFields, 1);
    for (const field of Object.keys(requestFields) as (keyof RequestRow)[]) rows[field][0] = row[field];
    appendRequests(this.rows, rows);
    return this.requestCount - 1;
  }
}
