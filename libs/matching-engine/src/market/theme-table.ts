import type { Themes } from '../scoring/model.js';
import { withLength } from './columns.js';
import type { ThemeData } from './market-data.js';
import { Numbers } from './numbers.js';

/** Themes as numbers, with how near each two of them are. */
export class ThemeTable {
  private readonly numbers = new Numbers();
  private readonly roots = new Numbers();
  private readonly leavesOfRoot: number[] = [];

  constructor(
    private readonly themes: Themes,
    private readonly data: ThemeData,
  ) {}

  get ids(): readonly string[] {
    return this.numbers.ids;
  }

  numberOf(id: string): number {
    const known = this.numbers.find(id);
    if (known !== undefined) return known;
    const { data, themes } = this;
    const theme = this.numbers.of(id);
    if (theme >= data.stride) widen(data, Math.max(64, 2 * data.stride));
    const root = this.roots.of(themes.rootOf(id));
    const leaf = this.leavesOfRoot[root] ?? 0;
    this.leavesOfRoot[root] = leaf + 1;
    data.root[theme] = root;
    data.leaf[theme] = leaf;
    this.ids.forEach((other, number) => {
      data.similarity[theme * data.stride + number] = themes.similarity(id, other);
      data.similarity[number * data.stride + theme] = themes.similarity(other, id);
    });
    data.count = this.ids.length;
    data.rootCount = this.roots.ids.length;
    return theme;
  }

  rootIdOf(theme: number): string {
    return this.roots.ids[this.data.root[theme]!]!;
  }
}

function widen(data: ThemeData, stride: number): void {
  const similarity = new Float64Array(stride * stride);
  for (let theme = 0; theme < data.count; theme++) {
    const row = theme * data.stride;
    similarity.set(data.similarity.subarray(row, row + data.stride), theme * stride);
  }
  data.similarity = similarity;
  data.root = withLength(data.root, stride);
  data.leaf = withLength(data.leaf, stride);
  data.stride = stride;
}
