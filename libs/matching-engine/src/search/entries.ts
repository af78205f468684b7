import { type FlatMarket, type SlotAxes } from './flat-market.js';
import { newSlotAxes } from './index-layout.js';

/** Each slot once per theme, as columns. */
export interface Entries {
  readonly count: number;
  readonly slot: Int32Array;
  readonly root: Int32Array;
  readonly leaf: Int32Array;
  readonly day: Int32Array;
  readonly online: Uint8Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly reach: Float64Array;
  readonly limit: Float64Array;
  readonly ceiling: Float64Array;
}

/** Every slot that is not removed, in rising order of their numbers. */
export function readEntries(market: FlatMarket): Entries {
  const axes = newSlotAxes();
  let count = 0;
  eachSlot(market, axes, () => (count += axes.themeCount));
  const entries: Entries = {
    count,
    slot: new Int32Array(count),
    root: new Int32Array(count),
    leaf: new Int32Array(count),
    day: new Int32Array(count),
    online: new Uint8Array(count),
    x: new Float64Array(count),
    y: new Float64Array(count),
    reach: new Float64Array(count),
    limit: new Float64Array(count),
    ceiling: new Float64Array(count),
  };
  let at = 0;
  eachSlot(market, axes, (slot) => {
    for (let theme = 0; theme < axes.themeCount; theme++, at++) {
      entries.slot[at] = slot;
      entries.root[at] = axes.roots[theme]!;
      entries.leaf[at] = axes.leaves[theme]!;
      entries.day[at] = axes.day;
      entries.online[at] = axes.online ? 1 : 0;
      entries.x[at] = axes.x;
      entries.y[at] = axes.y;
      entries.reach[at] = axes.reach;
      entries.limit[at] = axes.limit;
      entries.ceiling[at] = axes.ceiling;
    }
  });
  return entries;
}

function eachSlot(market: FlatMarket, axes: SlotAxes, read: (slot: number) => void): void {
  for (let slot = 0; slot < market.slotCount; slot++) {
    if (market.capacity[slot]! < 0) continue;
    market.slotAxes(slot, axes);
    read(slot);
  }
}

/** Entry numbers sorted by keys, the least significant first: a counting sort per key, so ties stay in rising order. */
export function stableOrder(
  keys: readonly { readonly of: Int32Array; readonly count: number }[],
  count: number,
): Int32Array {
  let order = Int32Array.from({ length: count }, (_, entry) => entry);
  for (const key of keys) {
    const starts = new Int32Array(key.count + 1);
    for (let entry = 0; entry < count; entry++) starts[key.of[entry]! + 1]!++;
    for (let value = 0; value < key.count; value++) starts[value + 1]! += starts[value]!;
    const sorted = new Int32Array(count);
    for (const entry of order) sorted[starts[key.of[entry]!]!++] = entry;
    order = sorted;
  }
  return order;
}
