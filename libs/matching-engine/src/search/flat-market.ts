import { type BestSlots } from './best-slots.js';

/** Scores, prices and values are integers in units of 1 / 10,000. */
export const scoreUnits = 10_000;

/** What the index orders a slot by. One object is reused for all slots; a market overwrites every field. */
export interface SlotAxes {
  /** km on a plane; ignored when online. */
  x: number;
  y: number;
  /** Distance plays no part. */
  online: boolean;
  day: number;
  /** km: the slot itself never serves a request farther away than this; 0 = only the request's own reach decides. */
  reach: number;
  /** km: the distance part falls to 0 here, as far as the slot decides it (mostly = reach); 0 = the request decides. */
  limit: number;
  /** At most this much of a score comes from the slot alone (load, rating), in score units. */
  ceiling: number;
  /** How many of the two arrays below count: one pair per theme of the slot, at most 32. */
  themeCount: number;
  readonly roots: Int32Array;
  /** The leaf as a number 0…31 within its root; in a root with more leaves several share one. */
  readonly leaves: Int32Array;
}

/**
 * Where a request looks, and what a score can be at most. One object is reused for all requests; a market overwrites every
 * field. For each pair that fits and is found through a theme it must hold that
 *   score ≤ 1 + base + worth of the best tier that holds one of the slot's leaves + the slot's ceiling
 *         + distanceWorth × max(0, 1 − km / max(limit, the slot's limit)), online onlineWorth instead
 *         + timeWorth × (1 − |day − middleDay| / timeScale).
 */
export interface RequestAxes {
  x: number;
  y: number;
  /** km: how far the request goes itself; with `slotsTravel` a slot's own reach counts too. Negative: it stays. */
  reach: number;
  /** km: the request's own part of the limit in the bound above. */
  limit: number;
  /** Slots with a reach of their own come into question. */
  slotsTravel: boolean;
  online: boolean;
  firstDay: number;
  lastDay: number;
  base: number;
  distanceWorth: number;
  onlineWorth: number;
  timeWorth: number;
  middleDay: number;
  /** Days, > 0; Infinity = the time part is the same everywhere. */
  timeScale: number;
  /** How many of the three arrays below count, at most 128: sorted by root, within a root by falling worth. */
  tierCount: number;
  readonly tierRoots: Int32Array;
  /** The leaves (bit = number within the root) that are worth this; a later tier may repeat leaves of an earlier one. */
  readonly tierLeaves: Int32Array;
  readonly tierWorths: Float64Array;
  /** Slots looked at whatever their theme, place and day (preferred ones): `extras[extrasFrom]` … before `extrasTo`. */
  extras: Int32Array;
  extrasFrom: number;
  extrasTo: number;
}

/**
 * A market as flat arrays: requests 0 … requestCount − 1, slots 0 … slotCount − 1. An object belongs to one thread, the
 * arrays below it may be shared.
 */
export abstract class FlatMarket {
  abstract readonly requestCount: number;
  /** May grow while an index stands on the market: slots beyond the index are its delta. */
  abstract readonly slotCount: number;
  /** Places of each slot that may still be given; 0 = full or removed. May change at any time. */
  abstract readonly capacity: Int32Array;

  /** The score of the pair, ≥ 0, in score units; −1 when a hard condition fails or no place is left. */
  abstract score(request: number, slot: number): number;

  /** Must not change for a slot once it stands in an index: a changed slot is removed and added under a new number. */
  abstract slotAxes(slot: number, into: SlotAxes): void;

  abstract requestAxes(request: number, into: RequestAxes): void;

  /**
   * What an index looks at slots with, in stretches of the order given. The innermost loop of every search: a market may
   * override it with one that keeps what it reads of a slot in this order. Slots never change, capacities do.
   */
  scanner(slots: Int32Array): SlotScanner {
    return {
      scan: (best, from, to) => {
        for (let at = from; at < to; at++) best.offer(slots[at]!, this.score(best.request, slots[at]!));
      },
    };
  }
}

export interface SlotScanner {
  /**
   * Offers the slots at positions `from` … before `to` to `best` with their scores for `best.request`. It may leave out
   * those whose score is below `best.floor`, and those under another root than all themes of the request.
   */
  scan(best: BestSlots, from: number, to: number): void;
}
