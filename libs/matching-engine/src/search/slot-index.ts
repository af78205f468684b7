import { BestSlots } from './best-slots.js';
import { buildLayout } from './build-layout.js';
import { type FlatMarket, type SlotScanner } from './flat-market.js';
import { type CandidateRows, type CandidateSource, type Question } from './candidate-source.js';
import { cellCount, newRequestAxes, weekOf, type IndexLayout } from './index-layout.js';
import { PriceCeilings } from './price-ceilings.js';
import { ringsAround, type Rings } from './rings.js';

// As in index-layout.ts. An imported constant is read from its cell each time, and in the loops below that shows.
const placeNumbers = 8;
const rootNumbers = 2;

/**
 * Finds the best slots of a request without looking at all of them: places by rising distance, leaves like the wished one
 * before others, until an upper bound says that nothing better can follow. Slots that the market got after the layout was
 * built are looked at one by one, full and removed ones are passed over where they stand, so the answer is that of a full
 * scan at any time; `adopt` a layout built aside when many have changed. An object belongs to one thread.
 */
export class SlotIndex implements CandidateSource {
  private readonly best = new BestSlots();
  private readonly axes = newRequestAxes();
  private layout!: IndexLayout;
  private rings!: Rings;
  private scanner!: SlotScanner;
  private unpriced!: PriceCeilings;
  private priced!: PriceCeilings;
  /** Those of the two that the question at hand needs. */
  private ceilings!: PriceCeilings;

  private firstWeek = 0;
  private lastWeek = 0;
  private tier = 0;
  private tierEnd = 0;
  private deferred = 0;
  private deferredRuns!: Int32Array;
  private deferredBounds!: Float64Array;

  /** `layout` is one of this very market, perhaps built by another thread. */
  constructor(
    private readonly market: FlatMarket,
    layout: IndexLayout = buildLayout(market),
  ) {
    this.adopt(layout);
  }

  /** How many slots the market has got since the layout was built: each of them costs every search a look. */
  get added(): number {
    return this.market.slotCount - this.layout.slotCount;
  }

  /** Goes on with a newer layout of the same market; prices that were read stay read. */
  adopt(layout: IndexLayout): void {
    const prices = this.priced?.prices;
    this.layout = layout;
    this.rings = ringsAround(layout.grid);
    this.scanner = this.market.scanner(layout.entries);
    this.unpriced = new PriceCeilings(layout);
    this.priced = new PriceCeilings(layout);
    if (prices !== undefined) this.priced.reprice(prices);
    this.deferredRuns = new Int32Array(layout.leaves.length);
    this.deferredBounds = new Float64Array(layout.leaves.length);
  }

  /** @throws RangeError when there is no such request, or k is not 1 … 64 */
  top(request: number, question: Question, into: CandidateRows, offset: number): number {
    const { best, axes, market, layout } = this;
    const { prices } = question;
    if (!(request >= 0 && request < market.requestCount)) throw new RangeError(`no request ${request}`);
    best.begin(request, question);
    market.requestAxes(request, axes);
    for (let at = axes.extrasFrom; at < axes.extrasTo; at++) this.offer(axes.extras[at]!);
    for (let slot = layout.slotCount; slot < market.slotCount; slot++) this.offer(slot);
    this.firstWeek = Math.max(0, weekOf(layout.calendar, axes.firstDay));
    this.lastWeek = Math.min(layout.calendar.weeks - 1, weekOf(layout.calendar, axes.lastDay));
    if (this.firstWeek > this.lastWeek) return best.writeTo(into, offset);

    this.ceilings = prices !== undefined && prices === this.priced.prices ? this.priced : this.unpriced;
    this.deferred = 0;
    for (this.tier = 0; this.tier < axes.tierCount; this.tier = this.tierEnd) {
      const root = axes.tierRoots[this.tier]!;
      this.tierEnd = this.tier + 1;
      while (this.tierEnd < axes.tierCount && axes.tierRoots[this.tierEnd] === root) this.tierEnd++;
      if (root >= layout.rootCount) continue;
      this.searchNearby(root);
      if (axes.online) {
        this.searchPlace((root + 1) * (cellCount(layout.grid) + 1) - 1, -Infinity, axes.onlineWorth);
      }
    }
    for (let at = 0; at < this.deferred; at++) {
      if (this.deferredBounds[at]! >= best.floor) this.scanRun(this.deferredRuns[at]!);
    }
    return best.writeTo(into, offset);
  }

  reprice(prices: Int32Array): void {
    this.priced.reprice(prices);
  }

  lowered(slot: number): void {
    this.priced.lowered(slot);
  }

  private searchNearby(root: number): void {
    const { axes, layout, best } = this;
    const { grid, placeBounds, rootBounds } = layout;
    const { columns, rows, cellKm } = grid;
    const { x, y, reach, limit, slotsTravel, distanceWorth } = axes;
    const { columnSteps, rowSteps, leastKm } = this.rings;
    const first = root * (columns * rows + 1);
    const greatestReach = slotsTravel ? Math.max(reach, rootBounds[root * rootNumbers]!) : reach;
    const greatestLimit = slotsTravel ? Math.max(limit, rootBounds[root * rootNumbers + 1]!) : limit;
    const rest = this.boundOfTier(this.tier) + this.ceilings.ofRoot[root]!;
    // From outside the grid its nearest cell is the start: every slot is at least as far from the request as from there.
    const column = Math.min(columns - 1, Math.max(0, Math.floor((x - grid.minX) / cellKm)));
    const row = Math.min(rows - 1, Math.max(0, Math.floor((y - grid.minY) / cellKm)));
    for (let at = 0; at < leastKm.length; at++) {
      const ringKm = leastKm[at]!;
      if (ringKm > greatestReach) break;
      if (rest + distanceWorth * nearness(ringKm, greatestLimit) < best.floor) break;
      const columnAt = column + columnSteps[at]!;
      const rowAt = row + rowSteps[at]!;
      if (columnAt < 0 || rowAt < 0 || columnAt >= columns || rowAt >= rows) continue;
      const place = first + rowAt * columns + columnAt;
      const bounds = place * placeNumbers;
      const dx = Math.max(0, placeBounds[bounds]! - x, x - placeBounds[bounds + 2]!);
      const dy = Math.max(0, placeBounds[bounds + 1]! - y, y - placeBounds[bounds + 3]!);
      const km = Math.sqrt(dx * dx + dy * dy);
      if (km > reach && !(slotsTravel && km <= placeBounds[bounds + 4]!)) continue;
      const limitHere = slotsTravel ? Math.max(limit, placeBounds[bounds + 5]!) : limit;
      this.searchPlace(place, km, distanceWorth * nearness(km, limitHere));
    }
  }

  /** Scans the runs of a place that may hold something, or defers those that hold only the root's least tier. */
  private searchPlace(place: number, km: number, nearWorth: number): void {
    const { axes, layout, best, tier, tierEnd } = this;
    const { runsFrom, leaves, reaches } = layout;
    const { tierLeaves } = axes;
    const { ofRun } = this.ceilings;
    const needsReach = km > axes.reach;
    const end = runsFrom[place + 1]!;
    for (let run = runsFrom[place]!; run < end; run++) {
      if (needsReach && km > reaches[run]!) continue;
      let at = tier;
      while (at < tierEnd && (tierLeaves[at]! & leaves[run]!) === 0) at++;
      if (at === tierEnd) continue;
      const bound = this.boundOfTier(at) + nearWorth + ofRun[run]!;
      if (bound < best.floor) continue;
      if (at > tier && at === tierEnd - 1) {
        this.deferredRuns[this.deferred] = run;
        this.deferredBounds[this.deferred++] = bound;
      } else this.scanRun(run);
    }
  }

  /** The bound but for what place and slot add; 1 for the rounding of the score, 1 for that of the sums here. */
  private boundOfTier(tier: number): number {
    const { base, timeWorth, tierWorths } = this.axes;
    return 2 + base + timeWorth + tierWorths[tier]!;
  }

  private scanRun(run: number): void {
    const { calendar, weekStarts } = this.layout;
    const weeks = run * (calendar.weeks + 1);
    const from = weekStarts[weeks + this.firstWeek]!;
    const to = weekStarts[weeks + this.lastWeek + 1]!;
    if (from < to) this.scanner.scan(this.best, from, to);
  }

  private offer(slot: number): void {
    const { best, market } = this;
    best.offer(slot, market.score(best.request, slot));
  }
}

/** Of the distance part, at most; where the limit is 0 km only what lies on the spot fits. */
function nearness(km: number, limit: number): number {
  return limit > 0 ? Math.max(0, 1 - km / limit) : 1;
}
