import { type BestSlots } from '../search/best-slots.js';
import { type SlotScanner } from '../search/flat-market.js';
import { type Wish } from './wish.js';
import { type WorkloadLayout } from './workload-layout.js';

// As in workload-layout.ts. An imported constant is read from its cell each time, and in the loop below that shows.
const recordWords = 8;
/** Words per 32 positions: one of each mode (3), level (8) and part (8), whose bit i speaks of the i-th of them. */
const sliceWords = 20;
const modeSlices = 0;
const levelSlices = 3;
const partSlices = 11;
const units = 10_000;

/**
 * Slots of a workload in the order in which an index looks at them. Mode, level and part are judged for 32 slots at a time;
 * what is left is scored by the operations of `workloadScore`, unless a bound shows that it comes too late.
 */
export class WorkloadScanner implements SlotScanner {
  /** The market's records, with the slot number in the unused word. */
  private readonly words: Int32Array;
  private readonly floats: Float32Array;
  private readonly slices: Int32Array;
  /** Which slices the request wants: its modes, up to `modesEnd`, then its levels, then its parts. */
  private readonly wanted = new Int32Array(sliceWords);
  private wantedBy = -1;
  private modesEnd = 0;
  private levelsEnd = 0;
  private partsEnd = 0;

  constructor(
    private readonly layout: WorkloadLayout,
    private readonly wish: Wish,
    slots: Int32Array,
  ) {
    const market = new Int32Array(layout.slots);
    this.words = new Int32Array(slots.length * recordWords);
    this.floats = new Float32Array(this.words.buffer);
    this.slices = new Int32Array(Math.ceil(slots.length / 32) * sliceWords);
    slots.forEach((slot, position) => {
      const at = position * recordWords;
      for (let word = 0; word < recordWords; word++) {
        this.words[at + word] = market[slot * recordWords + word]!;
      }
      this.words[at + 5] = slot;
      const masks = this.words[at + 7]!;
      this.slice(position, modeSlices, masks & 0xff);
      this.slice(position, levelSlices, (masks >> 9) & 0xff);
      this.slice(position, partSlices, (masks >> 18) & 0xff);
    });
  }

  scan(best: BestSlots, from: number, to: number): void {
    this.wish.read(best.request);
    if (this.wantedBy !== best.request) this.want(best.request);
    const { words, floats, slices, wanted, modesEnd, levelsEnd, partsEnd } = this;
    const { capacity, weights } = this.layout;
    const { x, y, radius, equity, theme, branch, d0, d1, middleDay, timeScale, group } = this.wish;
    const { theme: themeWeight, distance: distanceWeight, schedule, group: groupWeight, load } = weights;
    const most = schedule + groupWeight + equity;
    const last = (to - 1) >> 5;
    for (let block = from >> 5; block <= last; block++) {
      const sliced = block * sliceWords;
      let modes = 0;
      for (let next = 0; next < modesEnd; next++) modes |= slices[sliced + wanted[next]!]!;
      let levels = 0;
      for (let next = modesEnd; next < levelsEnd; next++) levels |= slices[sliced + wanted[next]!]!;
      let parts = 0;
      for (let next = levelsEnd; next < partsEnd; next++) parts |= slices[sliced + wanted[next]!]!;
      let left = modes & levels & parts;
      const start = block << 5;
      if (start < from) left &= -1 << (from & 31);
      if (start + 32 > to) left &= ~(-1 << (to & 31));
      while (left !== 0) {
        const bit = 31 - Math.clz32(left);
        left ^= 1 << bit;
        const at = (start + bit) * recordWords;
        const day = words[at + 6]! >> 8;
        const maxGroup = words[at + 6]! & 0xff;
        // Negative where one of the three differences is.
        if (((day - d0) | (d1 - day) | (maxGroup - group)) < 0) continue;

        const mode = words[at + 7]! & 0xff;
        let nearness = 0.5;
        if (mode !== 4) {
          const dx = floats[at]! - x;
          const dy = floats[at + 1]! - y;
          const distance = Math.sqrt(dx * dx + dy * dy);
          const limit = mode === 1 ? floats[at + 2]! : radius;
          if (distance > limit) continue;
          nearness = limit === 0 ? 1 : 1 - distance / limit;
        }
        const leafAndBranch = words[at + 4]!;
        const similarity =
          leafAndBranch >>> 16 === theme ? 1 : (leafAndBranch & 0xffff) === branch ? 0.7 : 0.35;
        const themePart = themeWeight * similarity;
        const distancePart = distanceWeight * nearness;
        const loadPart = load * (1 - 10 * floats[at + 3]!);
        const slot = words[at + 5]!;
        const bound = units * (themePart + distancePart + loadPart + most) + 1;
        if (bound < best.floor + best.price(slot)) continue;
        if (capacity[slot]! < 1) continue;
        const sum =
          themePart +
          distancePart +
          schedule * (1 - Math.abs(day - middleDay) / timeScale) +
          groupWeight * (maxGroup === 0 ? 0 : group / maxGroup) +
          loadPart +
          equity;
        best.offer(slot, Math.max(0, Math.round(units * sum)));
      }
    }
  }

  private slice(position: number, first: number, bits: number): void {
    const at = (position >> 5) * sliceWords + first;
    for (let bit = 0; bits >> bit !== 0; bit++) {
      if (bits & (1 << bit)) this.slices[at + bit]! |= 1 << (position & 31);
    }
  }

  private want(request: number): void {
    const { masks } = this.wish;
    this.wantedBy = request;
    this.modesEnd = this.wantBits(0, modeSlices, masks & 7);
    this.levelsEnd = this.wantBits(this.modesEnd, levelSlices, (masks >> 9) & 0xff);
    this.partsEnd = this.wantBits(this.levelsEnd, partSlices, (masks >> 18) & 0xff);
  }

  private wantBits(from: number, first: number, bits: number): number {
    let end = from;
    for (let bit = 0; bits >> bit !== 0; bit++) if (bits & (1 << bit)) this.wanted[end++] = first + bit;
    return end;
  }
}
