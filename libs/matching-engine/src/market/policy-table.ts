import { scoreParts, type Priorities, type RequestNeed, type Weights } from '../scoring/model.js';
import { sharesOf } from '../scoring/score.js';
import { withLength } from './columns.js';
import { partsOfScore, type PolicyData, type ThemeData } from './market-data.js';
import type { ThemeTable } from './theme-table.js';

/** What a region decides: how much each part counts, and what it wants more of. */
export interface RegionPolicy {
  readonly weights: Weights;
  readonly priorities: Priorities;
}

/** The policies of regions as numbers. A market holds few of them, so they are kept for good. */
export class PolicyTable {
  private readonly numbers = new Map<string, number>();
  private readonly priorities: Priorities[] = [];
  private covered = { themes: 0, policies: 0, stride: 0 };

  constructor(
    private readonly data: PolicyData,
    private readonly themes: ThemeTable,
    private readonly themeData: ThemeData,
  ) {}

  /** @throws WeightsInvalid */
  numberOf({ weights, priorities }: RegionPolicy): number {
    const key = JSON.stringify([scoreParts.map((part) => weights[part]), priorities]);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const shares = [sharesOf(weights, 'with-equity'), sharesOf(weights, 'without-equity')];
    const { data } = this;
    const policy = data.count;
    data.shares = withLength(data.shares, (policy + 1) * 2 * partsOfScore);
    data.shares.set(
      shares.flatMap((share) => scoreParts.map((part) => share[part])),
      policy * 2 * partsOfScore,
    );
    data.prioritised = Uint8Array.from([...data.prioritised, isEmpty(priorities) ? 0 : 1]);
    data.count = this.priorities.push(priorities);
    this.numbers.set(key, policy);
    return policy;
  }

  /** The highest priority among the sectors of the request's groups. */
  sectorPriority(policy: number, { groups }: RequestNeed): number {
    const { sectors } = this.priorities[policy]!;
    return groups.reduce((highest, { sector }) => Math.max(highest, sectors[sector] ?? 0), 0);
  }

  /** Fills in what is new since the last time: to be called after themes or policies were added. */
  refresh(): void {
    const { data, themeData, covered } = this;
    const { count: themes, stride } = themeData;
    if (themes === covered.themes && data.count === covered.policies && stride === covered.stride) return;
    data.themePriority = new Float64Array(data.count * stride);
    this.priorities.forEach((wanted, policy) => {
      this.themes.ids.forEach((id, theme) => {
        data.themePriority[policy * stride + theme] =
          wanted.themes[id] ?? wanted.themes[this.themes.rootIdOf(theme)] ?? 0;
      });
    });
    this.covered = { themes, policies: data.count, stride };
  }
}

function isEmpty({ themes, sectors }: Priorities): boolean {
  return Object.keys(themes).length === 0 && Object.keys(sectors).length === 0;
}
