import { readEntries, stableOrder, type Entries } from './entries.js';
import { type FlatMarket } from './flat-market.js';
import {
  cellAt,
  cellCount,
  placeNumbers,
  rootNumbers,
  weekOf,
  type Calendar,
  type Grid,
  type IndexLayout,
} from './index-layout.js';

interface LayoutOptions {
  /** Side of a grid cell; larger where cells times roots would be more than 65,536. */
  readonly cellKm: number;
  /** Days that are looked up as one; more when the slots span more than 128 such weeks. */
  readonly weekDays: number;
  /** Entries of one place are cut into runs of about so many, never within a leaf. */
  readonly runEntries: number;
}

/**
 * Measured on the workload model at 200,000 slots: cells of 10 or 40 km and runs of 64 or of any length cost 5–20 % more;
 * short weeks spare looking at days that lie just outside the window.
 */
const defaultLayout: LayoutOptions = { cellKm: 20, weekDays: 3, runEntries: 128 };

const mostPlaces = 65_536;
const mostWeeks = 128;
const leavesPerRoot = 32;

/** Slots with a negative capacity are left out; full ones are in it. Takes time in proportion to the entries. */
export function buildLayout(market: FlatMarket, options: LayoutOptions = defaultLayout): IndexLayout {
  const entries = readEntries(market);
  const { count, root } = entries;
  const rootCount = root.reduce((highest, number) => Math.max(highest, number), -1) + 1;
  const { grid, calendar } = frame(entries, rootCount, options);
  const cells = cellCount(grid);
  const places = rootCount * (cells + 1);
  const place = root.map((number, entry) => {
    const cell = entries.online[entry] ? cells : cellAt(grid, entries.x[entry]!, entries.y[entry]!);
    return number * (cells + 1) + cell;
  });

  const byLeaf = stableOrder(
    [
      { of: entries.leaf, count: leavesPerRoot },
      { of: place, count: places },
    ],
    count,
  );
  const run = new Int32Array(count);
  const runsFrom = shared(Int32Array, places + 1);
  let runs = 0;
  for (let at = 0, next = 0; next < places; next++) {
    runsFrom[next] = runs;
    const from = at;
    while (at < count && place[byLeaf[at]!] === next) run[byLeaf[at++]!] = runs;
    runs += cut(entries.leaf, byLeaf.subarray(from, at), run, options.runEntries);
  }
  runsFrom[places] = runs;

  const week = entries.day.map((day) => weekOf(calendar, day));
  const order = stableOrder(
    [
      { of: week, count: calendar.weeks },
      { of: run, count: runs },
    ],
    count,
  );
  const layout: IndexLayout = {
    slotCount: market.slotCount,
    grid,
    calendar,
    rootCount,
    entries: shared(Int32Array, count),
    ceilings: shared(Int32Array, count),
    runsFrom,
    placeBounds: shared(Float64Array, places * placeNumbers).fill(-Infinity),
    rootBounds: shared(Float64Array, rootCount * rootNumbers).fill(-Infinity),
    leaves: shared(Int32Array, runs),
    reaches: shared(Float64Array, runs).fill(-Infinity),
    weekStarts: shared(Int32Array, runs * (calendar.weeks + 1)),
  };
  for (let at = 0; at < count; at++) {
    layout.entries[at] = entries.slot[order[at]!]!;
    layout.ceilings[at] = Math.ceil(entries.ceiling[order[at]!]!);
  }
  for (let at = 0, next = 0; next < runs; next++) {
    for (let number = 0; number <= calendar.weeks; number++) {
      while (at < count && run[order[at]!] === next && week[order[at]!]! < number) at++;
      layout.weekStarts[next * (calendar.weeks + 1) + number] = at;
    }
  }
  for (let entry = 0; entry < count; entry++) {
    const into = run[entry]!;
    layout.leaves[into]! |= 1 << entries.leaf[entry]!;
    layout.reaches[into] = Math.max(layout.reaches[into]!, entries.reach[entry]!);
    widen(layout, entries, entry, place[entry]!);
  }
  return layout;
}

/** Where slots lie and when; a single cell or week when there are none. */
function frame(
  entries: Entries,
  rootCount: number,
  options: LayoutOptions,
): { grid: Grid; calendar: Calendar } {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  let [firstDay, lastDay] = [Infinity, -Infinity];
  for (let entry = 0; entry < entries.count; entry++) {
    firstDay = Math.min(firstDay, entries.day[entry]!);
    lastDay = Math.max(lastDay, entries.day[entry]!);
    if (entries.online[entry]) continue;
    minX = Math.min(minX, entries.x[entry]!);
    minY = Math.min(minY, entries.y[entry]!);
    maxX = Math.max(maxX, entries.x[entry]!);
    maxY = Math.max(maxY, entries.y[entry]!);
  }
  if (minX > maxX) [minX, minY, maxX, maxY] = [0, 0, 0, 0];
  if (firstDay > lastDay) [firstDay, lastDay] = [0, 0];
  const cellsPerSide = Math.max(2, Math.floor(Math.sqrt(mostPlaces / Math.max(1, rootCount))));
  const cellKm = Math.max(options.cellKm, Math.max(maxX - minX, maxY - minY) / (cellsPerSide - 1));
  const weekDays = Math.max(options.weekDays, Math.ceil((lastDay - firstDay + 1) / mostWeeks));
  const cellsAlong = (from: number, to: number) => Math.floor((to - from) / cellKm) + 1;
  return {
    grid: { minX, minY, cellKm, columns: cellsAlong(minX, maxX), rows: cellsAlong(minY, maxY) },
    calendar: { firstDay, weekDays, weeks: Math.floor((lastDay - firstDay) / weekDays) + 1 },
  };
}

/** Moves entries, sorted by leaf and all in one run so far, to further runs. Returns how many runs there are then. */
function cut(leaf: Int32Array, sorted: Int32Array, run: Int32Array, size: number): number {
  if (sorted.length === 0) return 0;
  let cuts = 0;
  let held = 0;
  sorted.forEach((entry, at) => {
    if (held >= size && leaf[entry] !== leaf[sorted[at - 1]!]) {
      cuts++;
      held = 0;
    }
    run[entry]! += cuts;
    held++;
  });
  return cuts + 1;
}

function widen(
  { placeBounds, rootBounds }: IndexLayout,
  entries: Entries,
  entry: number,
  place: number,
): void {
  const at = place * placeNumbers;
  const empty = placeBounds[at + 2] === -Infinity;
  placeBounds[at] = empty ? entries.x[entry]! : Math.min(placeBounds[at]!, entries.x[entry]!);
  placeBounds[at + 1] = empty ? entries.y[entry]! : Math.min(placeBounds[at + 1]!, entries.y[entry]!);
  placeBounds[at + 2] = Math.max(placeBounds[at + 2]!, entries.x[entry]!);
  placeBounds[at + 3] = Math.max(placeBounds[at + 3]!, entries.y[entry]!);
  placeBounds[at + 4] = Math.max(placeBounds[at + 4]!, entries.reach[entry]!);
  placeBounds[at + 5] = Math.max(placeBounds[at + 5]!, entries.limit[entry]!);
  const root = entries.root[entry]! * rootNumbers;
  rootBounds[root] = Math.max(rootBounds[root]!, entries.reach[entry]!);
  rootBounds[root + 1] = Math.max(rootBounds[root + 1]!, entries.limit[entry]!);
}

function shared<A extends Int32Array | Float64Array>(
  type: { new (buffer: SharedArrayBuffer): A; readonly BYTES_PER_ELEMENT: number },
  length: number,
): A {
  return new type(new SharedArrayBuffer(length * type.BYTES_PER_ELEMENT));
}
