/** A question put to many requests; one object may be reused and changed between calls. */
export interface Question {
  /** 1 … 64 */
  k: number;
  /** Only values greater than this, ≥ 0, are wanted. */
  above: number;
  /** Per slot, ≥ 0, in score units; undefined = all 0. */
  prices: Int32Array | undefined;
}

/** Where answers are written. */
export interface CandidateRows {
  readonly slots: Int32Array;
  readonly values: Int32Array;
}

/** What plan, certificate and live assignment ask of a market. */
export interface CandidateSource {
  /**
   * Writes the best k slots by value = score − price, ties by slot number, into `into` from `offset`, best first, and says
   * how many there are. Exactly what a full scan gives.
   */
  top(request: number, question: Question, into: CandidateRows, offset: number): number;

  /**
   * Reads all prices, so that `top` with this very array can stop sooner. Afterwards prices in it may rise without notice,
   * but one that falls must be followed by `lowered` or another `reprice`, else `top` may miss the slot.
   */
  reprice(prices: Int32Array): void;

  /** The price of this slot has fallen in the array last given to `reprice`. */
  lowered(slot: number): void;
}
