import { leavesPerBranch, type Workload, type WorkloadWeights } from './workload.js';

/** 32-bit words per slot and per request: half a cache line, where twelve arrays would touch twelve. */
export const recordWords = 8;

/**
 * What a `WorkloadMarket` stands on, all of it on shared memory: a thread that is handed the layout sees the same market,
 * later changes included.
 * slots: x · y · radius · load · theme and branch · unused · day and maxGroup · masks.
 * requests: x · y · radius · equity · theme and d0 · d1 and group · masks · unused.
 * Masks are mode, level and part in bytes nine bits apart.
 */
export interface WorkloadLayout {
  readonly weights: WorkloadWeights;
  /** Slots, requests. */
  readonly counts: Int32Array;
  readonly slots: SharedArrayBuffer;
  readonly requests: SharedArrayBuffer;
  readonly capacity: Int32Array;
}

/** Copies a workload into a layout with room for so many more slots and requests. */
export function workloadLayout(workload: Workload, room = { slots: 0, requests: 0 }): WorkloadLayout {
  const { meta, slots, requests } = workload;
  const [slotRoom, requestRoom] = [meta.slots + room.slots, meta.requests + room.requests];
  const layout = {
    weights: meta.weights,
    counts: new Int32Array(new SharedArrayBuffer(8)),
    slots: new SharedArrayBuffer(slotRoom * recordWords * 4),
    requests: new SharedArrayBuffer(requestRoom * recordWords * 4),
    capacity: new Int32Array(new SharedArrayBuffer(slotRoom * 4)),
  };
  appendSlots(layout, slots);
  appendRequests(layout, requests);
  return layout;
}

/** @throws RangeError when there is no room; nothing is appended then */
export function appendSlots(layout: WorkloadLayout, rows: Workload['slots']): void {
  const words = new Int32Array(layout.slots);
  const floats = new Float32Array(layout.slots);
  const first = layout.counts[0]!;
  if (first + rows.x.length > layout.capacity.length) throw new RangeError('no room for more slots');
  for (let row = 0; row < rows.x.length; row++) {
    const at = (first + row) * recordWords;
    const theme = rows.theme[row]!;
    floats[at] = rows.x[row]!;
    floats[at + 1] = rows.y[row]!;
    floats[at + 2] = rows.radius[row]!;
    floats[at + 3] = rows.load[row]!;
    words[at + 4] = (theme << 16) | Math.floor(theme / leavesPerBranch);
    words[at + 6] = (rows.day[row]! << 8) | rows.maxGroup[row]!;
    words[at + 7] = masks(rows.mode[row]!, rows.level[row]!, rows.part[row]!);
    layout.capacity[first + row] = rows.cap[row]!;
  }
  layout.counts[0] = first + rows.x.length;
}

/** @throws RangeError when there is no room; nothing is appended then */
export function appendRequests(layout: WorkloadLayout, rows: Workload['requests']): void {
  const words = new Int32Array(layout.requests);
  const floats = new Float32Array(layout.requests);
  const first = layout.counts[1]!;
  if ((first + rows.x.length) * recordWords > words.length) throw new RangeError('no room for more requests');
  for (let row = 0; row < rows.x.length; row++) {
    const at = (first + row) * recordWords;
    floats[at] = rows.x[row]!;
    floats[at + 1] = rows.y[row]!;
    floats[at + 2] = rows.radius[row]!;
    floats[at + 3] = rows.equity[row]!;
    words[at + 4] = (rows.theme[row]! << 16) | rows.d0[row]!;
    words[at + 5] = (rows.d1[row]! << 16) | rows.group[row]!;
    words[at + 6] = masks(rows.modes[row]!, rows.level[row]!, rows.parts[row]!);
  }
  layout.counts[1] = first + rows.x.length;
}

function masks(mode: number, level: number, part: number): number {
  return mode | (level << 9) | (part << 18);
}
