import { type RequestAxes, type SlotAxes } from './flat-market.js';

/** Where the grid of places lies; cells are numbered row by row. */
export interface Grid {
  readonly minX: number;
  readonly minY: number;
  readonly cellKm: number;
  readonly columns: number;
  readonly rows: number;
}

export interface Calendar {
  readonly firstDay: number;
  readonly weekDays: number;
  readonly weeks: number;
}

/**
 * The order in which an index holds slots: entries (a slot once per theme) by root, then by place (grid cell; online is the
 * last place of a root), then by leaves, then by week, then by slot number. The entries of one place are cut into runs of
 * some leaves each. All arrays lie on shared memory, so that a thread that is handed the layout can search it.
 */
export interface IndexLayout {
  /** Slots from this number on are not in the layout. */
  readonly slotCount: number;
  readonly grid: Grid;
  readonly calendar: Calendar;
  readonly rootCount: number;
  /** Slot number of each entry. */
  readonly entries: Int32Array;
  /** Per entry: what its slot alone adds to a score, at most. */
  readonly ceilings: Int32Array;
  /** Per root and place: its first run; one number more at the end. */
  readonly runsFrom: Int32Array;
  /** Per root and place: least and greatest x and y, then greatest reach and limit; all −Infinity when it is empty. */
  readonly placeBounds: Float64Array;
  /** Per root: greatest reach and limit. */
  readonly rootBounds: Float64Array;
  /** Per run: bits of the leaves in it. */
  readonly leaves: Int32Array;
  /** Per run: greatest reach. */
  readonly reaches: Float64Array;
  /** Per run, weeks + 1 numbers: the first entry of each week, then the end. */
  readonly weekStarts: Int32Array;
}

/** How many numbers `placeBounds` and `rootBounds` hold of each. */
export const placeNumbers = 8;
export const rootNumbers = 2;

export function cellCount({ columns, rows }: Grid): number {
  return columns * rows;
}

export function cellAt({ minX, minY, cellKm, columns, rows }: Grid, x: number, y: number): number {
  const column = Math.min(columns - 1, Math.floor((x - minX) / cellKm));
  const row = Math.min(rows - 1, Math.floor((y - minY) / cellKm));
  return row * columns + column;
}

/** May lie before the first week or after the last. */
export function weekOf({ firstDay, weekDays }: Calendar, day: number): number {
  return Math.floor((day - firstDay) / weekDays);
}

const mostThemes = 32;
const mostTiers = 128;

/** An object for `FlatMarket.slotAxes` to write into. */
export function newSlotAxes(): SlotAxes {
  return {
    x: 0,
    y: 0,
    online: false,
    day: 0,
    reach: 0,
    limit: 0,
    ceiling: 0,
    themeCount: 0,
    roots: new Int32Array(mostThemes),
    leaves: new Int32Array(mostThemes),
  };
}

/** An object for `FlatMarket.requestAxes` to write into. */
export function newRequestAxes(): RequestAxes {
  return {
    x: 0,
    y: 0,
    reach: 0,
    limit: 0,
    slotsTravel: false,
    online: false,
    firstDay: 0,
    lastDay: 0,
    base: 0,
    distanceWorth: 0,
    onlineWorth: 0,
    timeWorth: 0,
    middleDay: 0,
    timeScale: 1,
    tierCount: 0,
    tierRoots: new Int32Array(mostTiers),
    tierLeaves: new Int32Array(mostTiers),
    tierWorths: new Float64Array(mostTiers),
    extras: new Int32Array(0),
    extrasFrom: 0,
    extrasTo: 0,
  };
}
