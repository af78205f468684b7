/** The best k slots offered so far by value = score − price, best first, equal values by slot id. */
export class Ranking {
  floor = -Infinity;
  readonly slots: number[] = [];
  readonly scores: number[] = [];
  readonly values: number[] = [];

  constructor(
    private readonly k: number,
    private readonly idOf: (slot: number) => string,
    private readonly priceOf: (id: string) => number | undefined,
  ) {
    if (!(k >= 1)) this.floor = Infinity;
  }

  /** `priceOf` may leave a slot out by saying undefined. */
  offer(slot: number, score: number): void {
    if (score < this.floor) return;
    const price = this.priceOf(this.idOf(slot));
    if (price === undefined) return;
    const value = score - price;
    if (value < this.floor) return;
    const { slots, scores, values } = this;
    let rank = slots.length;
    while (rank > 0 && this.isBefore(slot, value, rank - 1)) rank--;
    slots.splice(rank, 0, slot);
    scores.splice(rank, 0, score);
    values.splice(rank, 0, value);
    if (slots.length > this.k) slots.length = scores.length = values.length = this.k;
    if (slots.length === this.k) this.floor = values[this.k - 1]!;
  }

  private isBefore(slot: number, value: number, rank: number): boolean {
    const other = this.values[rank]!;
    return value === other ? this.idOf(slot) < this.idOf(this.slots[rank]!) : value > other;
  }
}
