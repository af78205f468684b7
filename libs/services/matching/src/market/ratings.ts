import type { MatchSnapshot } from '#libs/contracts';

/** What schools thought of an offer: the mean of their fits, 1 to 5 as 0 to 1, and how many there were. */
export interface Rating {
  readonly mean: number;
  readonly count: number;
}

/**
 * What schools thought of each offer. The engine scores `(mean × count + 0.5 × 3) / (count + 3)`: as if three schools more
 * had been half content, so that one evaluation does not rule.
 */
export class Ratings {
  private readonly ofMatch = new Map<string, { readonly offerId: string; readonly value: number }>();
  private readonly totals = new Map<string, { readonly sum: number; readonly count: number }>();

  /** True when this match's newest snapshot changed what is thought of its offer. */
  put(matchId: string, { offerId, evaluation }: MatchSnapshot): boolean {
    const fit = evaluation?.school?.fit;
    const before = this.ofMatch.get(matchId);
    if (!offerId || fit === undefined) return false;
    const value = (fit - 1) / 4;
    if (before?.value === value) return false;
    if (before) this.add(before.offerId, -before.value, -1);
    this.add(offerId, value, 1);
    this.ofMatch.set(matchId, { offerId, value });
    return true;
  }

  of(offerId: string): Rating | null {
    const total = this.totals.get(offerId);
    return total && total.count > 0 ? { mean: total.sum / total.count, count: total.count } : null;
  }

  private add(offerId: string, value: number, count: number): void {
    const total = this.totals.get(offerId) ?? { sum: 0, count: 0 };
    this.totals.set(offerId, { sum: total.sum + value, count: total.count + count });
  }
}
