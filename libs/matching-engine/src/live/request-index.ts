import { type FlatMarket } from '../search/flat-market.js';
import { newRequestAxes, newSlotAxes } from '../search/index-layout.js';
import { entryOf, entryWords, makeRoom, RequestBucket, type FoundRequests } from './request-bucket.js';

const cellKm = 10;
const cellsAcross = 2 ** 11;
/** Requests that go farther than this are looked at from everywhere. */
const farKm = 60;

/** 2^4 days are looked up as one. The numbers of such periods repeat, which costs time only. */
const periodBits = 4;
const periodMask = 127;
const longWindow = 128;
const periods = 256;
const mostPeriods = 16;

// Places beside the cells of the grid.
const farPlace = cellsAcross * cellsAcross;
const onlinePlace = farPlace + 1;

const mostRecent = 2 ** 14;

interface Root {
  readonly number: number;
  /** By place and period. */
  readonly buckets: Map<number, RequestBucket>;
  /** The last additions, in order. */
  readonly recent: RequestBucket;
  readonly recentOnline: RequestBucket;
  /** No request in the cells goes farther itself, km. */
  reach: number;
}

/**
 * The search the other way round: which requests may fit a slot. Requests stand under each theme root they ask for, in the
 * grid cell they are in and the periods of their window. What is found is judged roughly (place, day, leaf); `score` decides.
 * The axes of a request must not change while it stands in the index.
 */
export class RequestIndex {
  /** What was found last; the same request may stand in it more than once. */
  readonly found: FoundRequests = { numbers: new Int32Array(1024), count: 0 };
  /** Requests added so far. */
  additions = 0;
  /** Additions before this one are no longer known as recent. */
  private recentFrom = 0;
  private readonly roots = new Map<number, Root>();
  private readonly wishes = new Map<number, number[]>();
  private readonly requestAxes = newRequestAxes();
  private readonly slotAxes = newSlotAxes();
  private readonly entry = new Int32Array(entryWords);

  constructor(private readonly market: FlatMarket) {}

  add(request: number): void {
    const { requestAxes: axes, entry } = this;
    this.eachRoot(request, (root) => {
      this.eachBucket(root, (bucket) => bucket.add(entry));
      root.recent.add(entry);
      if (axes.online) root.recentOnline.add(entry);
      if (root.recent.count > mostRecent) this.forgetRecent();
    });
    this.additions++;
    for (let at = axes.extrasFrom; at < axes.extrasTo; at++) {
      const wishers = this.wishes.get(axes.extras[at]!);
      if (wishers) wishers.push(request);
      else this.wishes.set(axes.extras[at]!, [request]);
    }
  }

  remove(request: number): void {
    const { requestAxes: axes } = this;
    this.eachRoot(request, (root) => this.eachBucket(root, (bucket) => bucket.remove(request)));
    for (let at = axes.extrasFrom; at < axes.extrasTo; at++) {
      const wishers = this.wishes.get(axes.extras[at]!);
      if (wishers?.includes(request)) wishers.splice(wishers.indexOf(request), 1);
    }
  }

  /** Writes every request that may fit the slot into `found`, and some that do not; returns how many. */
  find(slot: number): number {
    this.begin(slot);
    const { slotAxes: axes } = this;
    for (let theme = 0; theme < axes.themeCount; theme++) {
      const root = this.roots.get(axes.roots[theme]!);
      if (root === undefined) continue;
      const leaf = 1 << axes.leaves[theme]!;
      if (axes.online) this.judgePlace(root, onlinePlace, leaf);
      else this.judgeNearby(root, leaf);
    }
    return this.found.count;
  }

  /** `find` among the additions from `since` on only; −1 when they are not all known any more. */
  findRecent(slot: number, since: number): number {
    if (since < this.recentFrom) return -1;
    this.begin(slot);
    const { slotAxes: axes } = this;
    for (let theme = 0; theme < axes.themeCount; theme++) {
      const root = this.roots.get(axes.roots[theme]!);
      if (root) this.judge(axes.online ? root.recentOnline : root.recent, 1 << axes.leaves[theme]!, since);
    }
    return this.found.count;
  }

  private begin(slot: number): void {
    this.market.slotAxes(slot, this.slotAxes);
    this.found.count = 0;
    const wishers = this.wishes.get(slot);
    if (!wishers) return;
    makeRoom(this.found, wishers.length);
    for (const request of wishers) this.found.numbers[this.found.count++] = request;
  }

  private judgeNearby(root: Root, leaf: number): void {
    const { x, y, reach } = this.slotAxes;
    const widest = reach > 0 ? reach : root.reach;
    this.judgePlace(root, farPlace, leaf);
    const [left, right] = [cellOf(x - widest), cellOf(x + widest)];
    const [low, high] = [cellOf(y - widest), cellOf(y + widest)];
    if ((right - left + 1) * (high - low + 1) > root.buckets.size) {
      for (const bucket of root.buckets.values()) this.judge(bucket, leaf, 0);
      return;
    }
    for (let column = left; column <= right; column++)
      for (let row = low; row <= high; row++) this.judgePlace(root, column * cellsAcross + row, leaf);
  }

  private judgePlace(root: Root, place: number, leaf: number): void {
    const inPeriod = root.buckets.get(place * periods + periodOf(this.slotAxes.day));
    if (inPeriod) this.judge(inPeriod, leaf, 0);
    const long = root.buckets.get(place * periods + longWindow);
    if (long) this.judge(long, leaf, 0);
  }

  private judge(bucket: RequestBucket, leaf: number, since: number): void {
    bucket.judge(this.slotAxes, leaf, since, this.found);
  }

  private forgetRecent(): void {
    this.recentFrom = this.additions + 1;
    for (const { recent, recentOnline } of this.roots.values()) recent.count = recentOnline.count = 0;
  }

  /** Calls `visit` for each root the request asks under, with `entry` filled for it. */
  private eachRoot(request: number, visit: (root: Root) => void): void {
    const { requestAxes: axes, entry } = this;
    this.market.requestAxes(request, axes);
    entry[entryOf.request] = request;
    entry[entryOf.x] = Math.round(axes.x * 1000);
    entry[entryOf.y] = Math.round(axes.y * 1000);
    entry[entryOf.reach] = axes.reach < 0 ? -1 : Math.min(2 ** 30, Math.ceil(axes.reach * 1000));
    entry[entryOf.firstDay] = Math.max(-(2 ** 31), axes.firstDay);
    entry[entryOf.lastDay] = Math.min(2 ** 31 - 1, axes.lastDay);
    entry[entryOf.addition] = 2 * this.additions + (axes.slotsTravel ? 1 : 0);
    for (let tier = 0; tier < axes.tierCount;) {
      const root = this.rootAt(axes.tierRoots[tier]!);
      entry[entryOf.leaves] = 0;
      for (; tier < axes.tierCount && axes.tierRoots[tier] === root.number; tier++)
        entry[entryOf.leaves]! |= axes.tierLeaves[tier]!;
      visit(root);
    }
  }

  /** The buckets of a root where the request just read stands. */
  private eachBucket(root: Root, visit: (bucket: RequestBucket) => void): void {
    const { x, y, reach, slotsTravel, online, firstDay, lastDay } = this.requestAxes;
    const places = online ? [onlinePlace] : [];
    if (reach > farKm) places.push(farPlace);
    else if (reach >= 0 || slotsTravel) {
      root.reach = Math.max(root.reach, reach);
      places.push(cellOf(x) * cellsAcross + cellOf(y));
    }
    const first = firstDay >> periodBits;
    const last = lastDay >> periodBits;
    const long = !(lastDay - firstDay < mostPeriods << periodBits);
    for (const place of places) {
      if (long) visit(bucketAt(root, place * periods + longWindow));
      else
        for (let period = first; period <= last; period++)
          visit(bucketAt(root, place * periods + periodOf(period << periodBits)));
    }
  }

  private rootAt(number: number): Root {
    let root = this.roots.get(number);
    if (!root) {
      const [recent, recentOnline] = [new RequestBucket(), new RequestBucket()];
      root = { number, buckets: new Map(), recent, recentOnline, reach: 0 };
      this.roots.set(number, root);
    }
    return root;
  }
}

function bucketAt({ buckets }: Root, key: number): RequestBucket {
  let bucket = buckets.get(key);
  if (!bucket) buckets.set(key, (bucket = new RequestBucket()));
  return bucket;
}

function periodOf(day: number): number {
  return (day >> periodBits) & periodMask;
}

/** Beyond the grid everything stands in its outermost cells, and is looked up there. */
function cellOf(km: number): number {
  return Math.max(0, Math.min(cellsAcross - 1, Math.floor(km / cellKm) + cellsAcross / 2));
}
