import { BestSlots } from './best-slots.js';
import { buildLayout } from './build-layout.js';
import { type CandidateRows, type CandidateSource, type FlatMarket, type Question } from './flat-market.js';
import { cellCount, newRequestAxes, weekOf, type IndexLayout } from './index-layout.js';
import { PriceCeilings } from './price-ceilings.js';
import { ringsAround } from './rings.js';

export const stats = { runs: 0, skipped: 0, scanned: 0, deferred: 0, scans: 0, places: 0 };
// Imported constants are read from a cell each time; in the loops below that shows.
const placeNumbers = 8;
const rootNumbers = 2;

/**
 * The best slots of a request without looking at all of them: places by rising distance, alike leaves before others, until an
 * upper bound says that nothing better can follow. Slots that the market got after the layout was built are looked at one by
 * one; a slot whose capacity is below 1 stays in the layout and is passed over. An object belongs to one thread.
 */
export class SlotIndex implements CandidateSource {
  private readonly best = new BestSlots();
  private readonly axes = newRequestAxes();
  private readonly rings;
  private readonly unpriced: PriceCeilings;
  private readonly priced: PriceCeilings;
  private ceilings: PriceCeilings;
  private readonly inOrder: boolean;
  private firstWeek = 0;
  private lastWeek = 0;
  private deferred = 0;
  private readonly deferredRuns: Int32Array;
  private readonly deferredBounds: Float64Array;

  constructor(
    private readonly market: FlatMarket,
    readonly layout: IndexLayout = buildLayout(market),
  ) {
    this.rings = ringsAround(layout.grid);
    this.unpriced = new PriceCeilings(layout);
    this.priced = new PriceCeilings(layout);
    this.ceilings = this.unpriced;
    this.inOrder = layout.entries.every((slot, at) => slot === at);
    this.deferredRuns = new Int32Array(layout.leaves.length);
    this.deferredBounds = new Float64Array(layout.leaves.length);
  }

  top(request: number, question: Question, into: CandidateRows, offset: number): number {
    const { best, axes, market, layout } = this;
    const { prices } = question;
    best.begin(request, question);
    market.requestAxes(request, axes);
    this.ceilings = prices !== undefined && prices === this.priced.prices ? this.priced : this.unpriced;
    if (axes.extrasTo > axes.extrasFrom) market.scan(best, axes.extras, axes.extrasFrom, axes.extrasTo);
    market.scanRange(best, layout.slotCount, market.slotCount);
    this.firstWeek = Math.max(0, weekOf(layout.calendar, axes.firstDay));
    this.lastWeek = Math.min(layout.calendar.weeks - 1, weekOf(layout.calendar, axes.lastDay));
    if (this.firstWeek > this.lastWeek) return best.writeTo(into, offset);

    this.deferred = 0;
    for (let tier = 0; tier < axes.tierCount; ) {
      const root = axes.tierRoots[tier]!;
      let end = tier + 1;
      while (end < axes.tierCount && axes.tierRoots[end] === root) end++;
      if (root < layout.rootCount) {
        this.searchNearby(root, tier, end);
        if (axes.online) {
          const place = (root + 1) * (cellCount(layout.grid) + 1) - 1;
          this.searchPlace(place, tier, end, axes.onlineWorth);
        }
      }
      tier = end;
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

  private searchNearby(root: number, tier: number, end: number): void {
    const { axes, layout, rings, best } = this;
    const { grid, runsFrom, placeBounds, rootBounds } = layout;
    const { columns, rows, cellKm } = grid;
    const { x, y, reach, limit, slotsTravel, distanceWorth } = axes;
    const { columnSteps, rowSteps, leastKm } = rings;
    const first = root * (columns * rows + 1);
    const greatestReach = slotsTravel ? Math.max(reach, rootBounds[root * rootNumbers]!) : reach;
    const greatestLimit = slotsTravel ? Math.max(limit, rootBounds[root * rootNumbers + 1]!) : limit;
    const rest = this.boundBesides(tier) + this.ceilings.ofRoot[root]!;
    const column = Math.floor((x - grid.minX) / cellKm);
    const row = Math.floor((y - grid.minY) / cellKm);
    for (let at = 0; at < leastKm.length; at++) {
      const ringKm = leastKm[at]!;
      if (ringKm > greatestReach) break;
      if (rest + distanceWorth * nearness(ringKm, greatestLimit) < best.floor) break;
      const columnAt = column + columnSteps[at]!;
      const rowAt = row + rowSteps[at]!;
      if (columnAt < 0 || rowAt < 0 || columnAt >= columns || rowAt >= rows) continue;
      const place = first + rowAt * columns + columnAt;
      if (runsFrom[place] === runsFrom[place + 1]) continue;
      const bound = place * placeNumbers;
      const dx = Math.max(0, placeBounds[bound]! - x, x - placeBounds[bound + 2]!);
      const dy = Math.max(0, placeBounds[bound + 1]! - y, y - placeBounds[bound + 3]!);
      const km = Math.sqrt(dx * dx + dy * dy);
      stats.places++;
      if (km > reach && !(slotsTravel && km <= placeBounds[bound + 4]!)) continue;
      const limitHere = slotsTravel ? Math.max(limit, placeBounds[bound + 5]!) : limit;
      this.searchPlace(place, tier, end, distanceWorth * nearness(km, limitHere));
    }
  }

  /** Scans the runs of the place that may hold something, or defers those of the root's least tier. */
  private searchPlace(place: number, tier: number, end: number, nearWorth: number): void {
    const { axes, layout, best } = this;
    const { runsFrom, leaves } = layout;
    const { tierLeaves, tierWorths } = axes;
    const { ofRun } = this.ceilings;
    const rest = this.boundBesides(tier) + nearWorth - tierWorths[tier]!;
    const to = runsFrom[place + 1]!;
    for (let run = runsFrom[place]!; run < to; run++) {
      stats.runs++;
      let at = tier;
      while (at < end && (tierLeaves[at]! & leaves[run]!) === 0) at++;
      if (at === end) continue;
      const bound = rest + tierWorths[at]! + ofRun[run]!;
      if (bound < best.floor) {stats.skipped++; continue;}
      if (at > tier && at === end - 1) {
        stats.deferred++;
        this.deferredRuns[this.deferred] = run;
        this.deferredBounds[this.deferred++] = bound;
      } else this.scanRun(run);
    }
  }

  /** The bound without what place and run add; 1 for the rounding of the score, 1 for that of the sums here. */
  private boundBesides(tier: number): number {
    const { base, timeWorth, tierWorths } = this.axes;
    return 2 + base + timeWorth + tierWorths[tier]!;
  }

  private scanRun(run: number): void {
    const { calendar, weekStarts, entries } = this.layout;
    const weeks = run * (calendar.weeks + 1);
    const from = weekStarts[weeks + this.firstWeek]!;
    const to = weekStarts[weeks + this.lastWeek + 1]!;
    stats.scanned += to - from; stats.scans++;
    if (to === from) return;
    if (this.inOrder) this.market.scanRange(this.best, from, to);
    else this.market.scan(this.best, entries, from, to);
  }
}

function nearness(km: number, limit: number): number {
  return limit > 0 ? Math.max(0, 1 - km / limit) : 1;
}
