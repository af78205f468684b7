import { type FlatMarket, type RequestAxes } from '../search/flat-market.js';
import { newRequestAxes, newSlotAxes } from '../search/index-layout.js';
import { Parts } from './parts.js';

/** The order in which a plan takes requests and slots, and how its auction can be cut. */
export interface Layout {
  /** Every request number once, neighbours close together. */
  readonly requests: Int32Array;
  /** Every slot number once, neighbours close together. */
  readonly slots: Int32Array;
  /** Positions of requests, task after task; requests of different tasks have no slot in common. */
  readonly taskRequests: Int32Array;
  /** Where each task begins in it; one entry more than there are tasks. */
  readonly taskStarts: Int32Array;
}

const cellKm = 40;
const cellsAcross = 128;
const mostRoots = 4096;
const mostTasks = 64;

/**
 * Requests and slots by theme root, then by grid cell, so that an auction reads prices that lie close together; tasks are
 * the connected parts of the market (by root, and by slots with several roots or wished whatever their root).
 */
export function layoutOf(market: FlatMarket): Layout {
  const parts = new Parts(market.slotCount);
  const slotOfRoot = new Map<number, number>();
  const slotKeys = new Float64Array(market.slotCount);
  const slotAxes = newSlotAxes();
  for (let slot = 0; slot < market.slotCount; slot++) {
    market.slotAxes(slot, slotAxes);
    const { roots, themeCount } = slotAxes;
    for (let theme = 0; theme < themeCount; theme++) {
      const other = slotOfRoot.get(roots[theme]!);
      if (other === undefined) slotOfRoot.set(roots[theme]!, slot);
      else parts.join(slot, other);
    }
    slotKeys[slot] = key(themeCount > 0 ? roots[0]! : mostRoots, slotAxes);
  }
  const anySlot = new Int32Array(market.requestCount);
  const requestKeys = new Float64Array(market.requestCount);
  const requestAxes = newRequestAxes();
  for (let request = 0; request < market.requestCount; request++) {
    market.requestAxes(request, requestAxes);
    anySlot[request] = joinSlots(parts, requestAxes, slotOfRoot);
    requestKeys[request] = key(
      requestAxes.tierCount > 0 ? requestAxes.tierRoots[0]! : mostRoots,
      requestAxes,
    );
  }
  const requests = numbersBy(requestKeys);
  const partOf = requests.map((request) => (anySlot[request]! < 0 ? -1 : parts.of(anySlot[request]!)));
  return { requests, slots: numbersBy(slotKeys), ...cutIntoTasks(partOf) };
}

function key(root: number, { x, y }: { x: number; y: number }): number {
  return (Math.min(root, mostRoots) * cellsAcross + cell(x)) * cellsAcross + cell(y);
}

function cell(km: number): number {
  const number = Math.floor(km / cellKm) + cellsAcross / 2;
  return number > 0 ? Math.min(cellsAcross - 1, number) : 0;
}

/** Numbers 0 … by rising key, equal keys by number. */
function numbersBy(keys: Float64Array): Int32Array {
  const places = 2 ** 26;
  const sorted = keys.map((key, number) => key * places + number).sort();
  const numbers = new Int32Array(keys.length);
  for (let at = 0; at < numbers.length; at++)
    numbers[at] = sorted[at]! - Math.floor(sorted[at]! / places) * places;
  return numbers;
}

/** Joins all slots that may serve the request; returns one of them, −1 when there is none. */
function joinSlots(parts: Parts, axes: RequestAxes, slotOfRoot: Map<number, number>): number {
  const { tierCount, tierRoots, extras, extrasFrom, extrasTo } = axes;
  let any = -1;
  const join = (slot: number) => {
    if (any < 0) any = slot;
    else parts.join(any, slot);
  };
  for (let tier = 0; tier < tierCount; tier++) {
    const slot = slotOfRoot.get(tierRoots[tier]!);
    if (slot !== undefined) join(slot);
  }
  for (let extra = extrasFrom; extra < extrasTo; extra++) join(extras[extra]!);
  return any;
}

/** Packs parts into tasks, the largest first; requests keep their order within a part, so the cut changes no outcome. */
function cutIntoTasks(partOf: Int32Array): Pick<Layout, 'taskRequests' | 'taskStarts'> {
  const sizes = new Map<number, number>();
  for (const part of partOf) if (part >= 0) sizes.set(part, (sizes.get(part) ?? 0) + 1);
  const parts = [...sizes].sort(([one, ofOne], [other, ofOther]) => ofOther - ofOne || one - other);
  const enough = partOf.length / mostTasks;
  const taskStarts = [0];
  const taskOf = new Map<number, number>();
  let end = 0;
  for (const [part, size] of parts) {
    taskOf.set(part, taskStarts.length - 1);
    end += size;
    if (end - taskStarts.at(-1)! >= enough) taskStarts.push(end);
  }
  if (end > taskStarts.at(-1)!) taskStarts.push(end);
  const next = [...taskStarts];
  const taskRequests = new Int32Array(end);
  partOf.forEach((part, position) => {
    if (part >= 0) taskRequests[next[taskOf.get(part)!]!++] = position;
  });
  return { taskRequests, taskStarts: Int32Array.from(taskStarts) };
}
