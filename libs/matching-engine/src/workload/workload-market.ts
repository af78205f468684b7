import { type BestSlots } from '../search/best-slots.js';
import { FlatMarket, type RequestAxes, type SlotAxes } from '../search/flat-market.js';
import { sliceOf, type WorkloadLayout } from './workload-layout.js';
import { leavesPerBranch, leavesPerRoot } from './workload.js';

// Imported constants are read from a cell each time; in the hot loops here that shows.
const slotWords = 8;
const requestWords = 8;
const sliceWords = 20;
const units = 10_000;

const fieldOnes = 0xff | (0xff << 9) | (0xff << 18);
const carries = (1 << 8) | (1 << 17) | (1 << 26);
const online = 4;

/** A workload as a market: the scores are those of `workloadScore`. */
export class WorkloadMarket extends FlatMarket {
  readonly capacity: Int32Array;
  private readonly slotInts: Int32Array;
  private readonly slotFloats: Float32Array;
  private readonly requestInts: Int32Array;
  private readonly requestFloats: Float32Array;
  private readonly slices: Int32Array;

  // The request that was asked last.
  private focused = -1;
  private masks = 0;
  private theme = 0;
  private branch = 0;
  private root = 0;
  private d0 = 0;
  private d1 = 0;
  private group = 0;
  private x = 0;
  private y = 0;
  private radius = 0;
  private equity = 0;
  private middle = 0;
  private timeScale = 1;
  private restWeight = 0;
  private themeWeight = 0;
  private distanceWeight = 0;
  private scheduleWeight = 0;
  private groupWeight = 0;
  private loadWeight = 0;
  private readonly wanted = new Int32Array(sliceWords);
  private modesEnd = 0;
  private levelsEnd = 0;
  private partsEnd = 0;

  constructor(private readonly layout: WorkloadLayout) {
    super();
    this.capacity = layout.capacity;
    this.slotInts = new Int32Array(layout.slots);
    this.slotFloats = new Float32Array(layout.slots);
    this.requestInts = new Int32Array(layout.requests);
    this.requestFloats = new Float32Array(layout.requests);
    this.slices = layout.slices;
    this.themeWeight = layout.weights.theme;
    this.distanceWeight = layout.weights.distance;
    this.scheduleWeight = layout.weights.schedule;
    this.groupWeight = layout.weights.group;
    this.loadWeight = layout.weights.load;
  }

  get requestCount(): number {
    return this.layout.counts[1]!;
  }

  get slotCount(): number {
    return this.layout.counts[0]!;
  }

  score(request: number, slot: number): number {
    this.focus(request);
    const masks = this.slotInts[slot * slotWords + 7]! & this.masks;
    return ((masks + fieldOnes) & carries) === carries ? this.worth(slot, 0) : -1;
  }

  override scanRange(best: BestSlots, from: number, to: number): void {
    this.focus(best.request);
    const { slices, wanted, modesEnd, levelsEnd, partsEnd } = this;
    const { slotFloats: floats, slotInts: ints, capacity, theme, branch, root } = this;
    const { d0, d1, group, x, y, radius, equity, themeWeight, distanceWeight, restWeight, loadWeight } = this;
    const last = (to - 1) >> 5;
    for (let block = from >> 5; block <= last; block++) {
      const sliced = block * sliceWords;
      let modes = 0;
      for (let next = 0; next < modesEnd; next++) modes |= slices[sliced + wanted[next]!]!;
      let levels = 0;
      for (let next = modesEnd; next < levelsEnd; next++) levels |= slices[sliced + wanted[next]!]!;
      let parts = 0;
      for (let next = levelsEnd; next < partsEnd; next++) parts |= slices[sliced + wanted[next]!]!;
      let fits = modes & levels & parts;
      const start = block << 5;
      if (start < from) fits &= -1 << (from & 31);
      if (start + 32 > to) fits &= ~(-1 << (to & 31));
      while (fits !== 0) {
        const slot = start + 31 - Math.clz32(fits);
        fits ^= 1 << (slot & 31);
        const at = slot << 3;
        const dayAndGroup = ints[at + 6]!;
        const day = dayAndGroup >> 8;
        const maxGroup = dayAndGroup & 0xff;
        if (((day - d0) | (d1 - day) | (maxGroup - group)) < 0) continue;
        const themeAndBranch = ints[at + 4]!;
        const similarity =
          themeAndBranch >>> 16 === theme ? 1 : (themeAndBranch & 0xffff) === branch ? 0.7 : 0.35;
        const themePart = themeWeight * similarity;
        const loadPart = loadWeight * (1 - 10 * floats[at + 3]!);
        const most = themePart + loadPart + restWeight;
        const dx = floats[at]! - x;
        const dy = floats[at + 1]! - y;
        const distance = Math.sqrt(dx * dx + dy * dy);
        const mode = ints[at + 7]! & 0xff;
        const limit = mode === 1 ? floats[at + 2]! : radius;
        if (distance > limit && mode !== 4) continue;
        const nearness = mode === 4 ? 0.5 : limit === 0 ? 1 : 1 - distance / limit;
        const distancePart = distanceWeight * nearness;
        if (units * (most + distancePart) + 1 < best.floor) continue;
        if (ints[at + 5] !== root) continue;
        if (capacity[slot]! < 1) continue;
        const sum =
          themePart +
          distancePart +
          this.scheduleWeight * (1 - Math.abs(day - this.middle) / this.timeScale) +
          this.groupWeight * (maxGroup === 0 ? 0 : group / maxGroup) +
          loadPart +
          equity;
        best.offer(slot, Math.max(0, Math.round(units * sum)));
      }
    }
  }

  slotAxes(slot: number, into: SlotAxes): void {
    const { slotInts: ints, slotFloats: floats } = this;
    const at = slot * slotWords;
    const mode = ints[at + 7]! & 0xff;
    into.x = floats[at]!;
    into.y = floats[at + 1]!;
    into.online = mode === online;
    into.day = ints[at + 6]! >>> 8;
    into.reach = into.limit = mode === 1 ? floats[at + 2]! : -1;
    into.ceiling = units * (this.layout.weights.load * (1 - 10 * floats[at + 3]!));
    into.themeCount = 1;
    into.roots[0] = ints[at + 5]!;
    into.leaves[0] = (ints[at + 4]! >>> 16) % leavesPerRoot;
  }

  requestAxes(request: number, into: RequestAxes): void {
    this.focus(request);
    const { weights } = this.layout;
    into.x = this.x;
    into.y = this.y;
    into.reach = into.limit = this.masks & 2 ? this.radius : -1;
    into.slotsTravel = (this.masks & 1) !== 0;
    into.online = (this.masks & online) !== 0;
    into.firstDay = this.d0;
    into.lastDay = this.d1;
    into.base = units * (weights.group + this.equity);
    into.distanceWorth = units * weights.distance;
    into.onlineWorth = (units * weights.distance) / 2;
    into.timeWorth = units * weights.schedule;
    into.middleDay = (this.d0 + this.d1) / 2;
    into.timeScale = (this.d1 - this.d0) / 2 + 1;
    into.tierCount = 3;
    into.tierRoots[0] = into.tierRoots[1] = into.tierRoots[2] = this.root;
    into.tierLeaves[0] = 1 << (this.theme % leavesPerRoot);
    into.tierLeaves[1] = 0x1f << ((this.branch * leavesPerBranch) % leavesPerRoot);
    into.tierLeaves[2] = 0x3fff_ffff;
    into.tierWorths[0] = units * weights.theme;
    into.tierWorths[1] = units * weights.theme * 0.7;
    into.tierWorths[2] = units * weights.theme * 0.35;
    into.extrasFrom = into.extrasTo = 0;
  }

  private focus(request: number): void {
    if (request === this.focused) return;
    const { requestInts: ints, requestFloats: floats } = this;
    const at = request * requestWords;
    this.focused = request;
    this.x = floats[at]!;
    this.y = floats[at + 1]!;
    this.radius = floats[at + 2]!;
    this.equity = floats[at + 3]!;
    this.theme = ints[at + 4]! >>> 16;
    this.d0 = ints[at + 4]! & 0xffff;
    this.d1 = ints[at + 5]! >>> 16;
    this.group = ints[at + 5]! & 0xff;
    this.masks = ints[at + 6]!;
    this.middle = (this.d0 + this.d1) / 2;
    this.timeScale = (this.d1 - this.d0) / 2 + 1;
    this.restWeight = this.scheduleWeight + this.groupWeight + this.equity;
    this.branch = Math.floor(this.theme / leavesPerBranch);
    this.root = Math.floor(this.theme / leavesPerRoot);
    this.modesEnd = this.want(0, sliceOf.mode, this.masks & 7);
    this.levelsEnd = this.want(this.modesEnd, sliceOf.level, (this.masks >> 9) & 0xff);
    this.partsEnd = this.want(this.levelsEnd, sliceOf.part, (this.masks >> 18) & 0xff);
  }

  private want(at: number, first: number, bits: number): number {
    let end = at;
    for (let bit = 0; bits >> bit !== 0; bit++) if (bits & (1 << bit)) this.wanted[end++] = first + bit;
    return end;
  }

  /**
   * `workloadScore` of a pair whose mode, level and part fit: the same operations in the same order. −1 also where a bound
   * shows early that the score is below `floor`.
   */
  private worth(slot: number, floor: number): number {
    const { slotFloats: floats, slotInts: ints } = this;
    const { weights } = this.layout;
    const at = slot * slotWords;
    const dayAndGroup = ints[at + 6]!;
    const day = dayAndGroup >>> 8;
    const maxGroup = dayAndGroup & 0xff;
    const { d0, d1, group } = this;
    if (day < d0 || day > d1 || group > maxGroup) return -1;
    if (ints[at + 5] !== this.root) return -1;
    const themeAndBranch = ints[at + 4]!;
    const similarity =
      themeAndBranch >>> 16 === this.theme ? 1 : (themeAndBranch & 0xffff) === this.branch ? 0.7 : 0.35;
    const themePart = weights.theme * similarity;
    const loadPart = weights.load * (1 - 10 * floats[at + 3]!);
    const most = themePart + weights.schedule + weights.group + loadPart + this.equity;
    if (units * (most + weights.distance) + 1 < floor) return -1;

    let nearness = 0.5;
    const mode = ints[at + 7]! & 0xff;
    if (mode !== online) {
      const dx = floats[at]! - this.x;
      const dy = floats[at + 1]! - this.y;
      const distance = Math.sqrt(dx * dx + dy * dy);
      const limit = mode === 1 ? floats[at + 2]! : this.radius;
      if (distance > limit) return -1;
      nearness = limit === 0 ? 1 : 1 - distance / limit;
    }
    const distancePart = weights.distance * nearness;
    if (units * (most + distancePart) + 1 < floor) return -1;
    if (this.capacity[slot]! < 1) return -1;
    const sum =
      themePart +
      distancePart +
      weights.schedule * (1 - Math.abs(day - (d0 + d1) / 2) / ((d1 - d0) / 2 + 1)) +
      weights.group * (maxGroup === 0 ? 0 : group / maxGroup) +
      loadPart +
      this.equity;
    return Math.max(0, Math.round(units * sum));
  }
}
