import { kindPlaceCount } from './codes.js';
import type { MarketData } from './market-data.js';
import { TermBucket } from './term-bucket.js';

const none = new TermBucket();

/** Which rows of terms a request has to look at: by root of a theme, kind family and place; and by offer. */
export class TermGroups {
  private readonly buckets: (TermBucket | undefined)[] = [];
  private readonly ofOffer: (TermBucket | undefined)[] = [];

  constructor(private readonly data: MarketData) {
    for (let row = 0; row < data.termCount; row++) this.add(row);
  }

  /** Does nothing with a row that has no slots. */
  add(row: number): void {
    const { terms } = this.data;
    if (terms.slotFrom[row] === terms.slotTo[row]) return;
    for (const number of this.bucketsOf(row)) (this.buckets[number] ??= new TermBucket()).add(row, this.data);
    (this.ofOffer[terms.offer[row]!] ??= new TermBucket()).add(row, this.data);
  }

  /** To be called while the row still has the themes it was added with. */
  remove(row: number): void {
    for (const number of this.bucketsOf(row)) this.buckets[number]?.remove(row);
    const offer = this.data.terms.offer[row]!;
    this.ofOffer[offer]?.remove(row);
    if (this.ofOffer[offer]?.count === 0) this.ofOffer[offer] = undefined;
  }

  /** `root` −1: the rows without a theme, which suit a request of any. `kindPlace`: number of the bit. */
  bucket(root: number, kindPlace: number): TermBucket {
    return this.buckets[numberOf(root, kindPlace)] ?? none;
  }

  offer(offer: number): TermBucket {
    return this.ofOffer[offer] ?? none;
  }

  private bucketsOf(row: number): Set<number> {
    const { terms, termLists, themes } = this.data;
    const kindPlace = 31 - Math.clz32(terms.kindPlace[row]!);
    const from = terms.listStart[row]!;
    const to = from + terms.themeCount[row]!;
    const numbers = new Set<number>();
    if (from === to) numbers.add(numberOf(-1, kindPlace));
    for (let at = from; at < to; at++) numbers.add(numberOf(themes.root[termLists[at]!]!, kindPlace));
    return numbers;
  }
}

function numberOf(root: number, kindPlace: number): number {
  return (root + 1) * kindPlaceCount + kindPlace;
}
