interface Known<D> {
  readonly seq: number;
  readonly data: D;
}

/** What one kind of thing this process knows, the newest event of each. */
export class Shelf<D> extends Map<string, Known<D>> {
  /** False when something newer is known already. */
  put(id: string, seq: number, data: D): boolean {
    const known = this.get(id);
    if (known && known.seq >= seq) return false;
    this.set(id, { seq, data });
    return true;
  }
}

/** Several values per key. */
export class Groups extends Map<string, Set<string>> {
  put(key: string, value: string): void {
    const known = this.get(key);
    if (known) known.add(value);
    else this.set(key, new Set([value]));
  }

  of(key: string): Iterable<string> {
    return this.get(key) ?? [];
  }
}
