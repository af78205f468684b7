import { MarketInvalid } from './market-invalid.js';

/** Ids as numbers 0, 1, 2 … in the order in which they are first seen. A number is never given another meaning. */
export class Numbers {
  readonly ids: string[] = [];
  private readonly numbers = new Map<string, number>();

  of(id: string): number {
    const known = this.numbers.get(id);
    if (known !== undefined) return known;
    this.numbers.set(id, this.ids.length);
    return this.ids.push(id) - 1;
  }

  find(id: string): number | undefined {
    return this.numbers.get(id);
  }
}

const bitsOfWord = 32;
const any = -1;

/** Sets of words as bits of one 32-bit number; the empty set means "any" and is all bits. */
export class BitSets {
  private readonly numbers = new Numbers();

  constructor(private readonly what: string) {}

  /** @throws MarketInvalid at the 33rd different word */
  know(id: string, words: readonly string[]): void {
    const fresh = words.filter((word) => this.numbers.find(word) === undefined);
    if (fresh.length === 0) return;
    if (this.numbers.ids.length + new Set(fresh).size > bitsOfWord)
      throw new MarketInvalid(id, `more than ${bitsOfWord} different ${this.what}`);
    for (const word of fresh) this.numbers.of(word);
  }

  /** Of words that are known. */
  of(words: readonly string[]): number {
    if (words.length === 0) return any;
    return words.reduce((bits, word) => bits | (1 << this.numbers.of(word)), 0);
  }
}
