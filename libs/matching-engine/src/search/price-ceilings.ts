import { type IndexLayout, cellCount } from './index-layout.js';

/** What a slot alone adds to score − price, at most: per run and per root, kept when prices change. */
export class PriceCeilings {
  readonly ofRun: Int32Array;
  readonly ofRoot: Int32Array;
  /** The prices it knows; undefined = all 0. */
  prices: Int32Array | undefined;
  private positions: Positions | undefined;

  constructor(private readonly layout: IndexLayout) {
    this.ofRun = new Int32Array(layout.leaves.length);
    this.ofRoot = new Int32Array(layout.rootCount);
    this.read();
  }

  reprice(prices: Int32Array): void {
    this.prices = prices;
    this.read();
  }

  lowered(slot: number): void {
    const { layout, prices } = this;
    if (prices === undefined || slot >= layout.slotCount) return;
    this.positions ??= positionsOf(layout);
    const { starts, at, runs, roots } = this.positions;
    for (let next = starts[slot]!; next < starts[slot + 1]!; next++) {
      const ceiling = layout.ceilings[at[next]!]! - prices[slot]!;
      const [run, root] = [runs[next]!, roots[next]!];
      if (ceiling > this.ofRun[run]!) this.ofRun[run] = ceiling;
      if (ceiling > this.ofRoot[root]!) this.ofRoot[root] = ceiling;
    }
  }

  private read(): void {
    const { layout, prices, ofRun, ofRoot } = this;
    const { entries, ceilings } = layout;
    ofRun.fill(lowest);
    ofRoot.fill(lowest);
    eachRun(layout, (run, root, from, to) => {
      for (let at = from; at < to; at++) {
        const ceiling = ceilings[at]! - (prices === undefined ? 0 : prices[entries[at]!]!);
        if (ceiling > ofRun[run]!) ofRun[run] = ceiling;
      }
      if (ofRun[run]! > ofRoot[root]!) ofRoot[root] = ofRun[run]!;
    });
  }
}

const lowest = -0x8000_0000;

/** Per slot: where it stands in the layout, and in which run and root. */
interface Positions {
  readonly starts: Int32Array;
  readonly at: Int32Array;
  readonly runs: Int32Array;
  readonly roots: Int32Array;
}

function positionsOf(layout: IndexLayout): Positions {
  const { entries, slotCount } = layout;
  const starts = new Int32Array(slotCount + 1);
  for (const slot of entries) starts[slot + 1]!++;
  for (let slot = 0; slot < slotCount; slot++) starts[slot + 1]! += starts[slot]!;
  const next = starts.slice();
  const positions = {
    starts,
    at: new Int32Array(entries.length),
    runs: new Int32Array(entries.length),
    roots: new Int32Array(entries.length),
  };
  eachRun(layout, (run, root, from, to) => {
    for (let at = from; at < to; at++) {
      const position = next[entries[at]!]!++;
      positions.at[position] = at;
      positions.runs[position] = run;
      positions.roots[position] = root;
    }
  });
  return positions;
}

function eachRun(
  { runsFrom, weekStarts, calendar, rootCount, grid }: IndexLayout,
  visit: (run: number, root: number, from: number, to: number) => void,
): void {
  const places = cellCount(grid) + 1;
  for (let root = 0; root < rootCount; root++) {
    for (let run = runsFrom[root * places]!; run < runsFrom[(root + 1) * places]!; run++) {
      const weeks = run * (calendar.weeks + 1);
      visit(run, root, weekStarts[weeks]!, weekStarts[weeks + calendar.weeks]!);
    }
  }
}
