import { equityBonus, type MarketIndex, type RegionPolicy, type RequestNeed } from '#libs/matching-engine';
import { Groups } from './shelf.js';

export interface Asked {
  readonly schoolLocationId: string;
  readonly need: RequestNeed;
  readonly policy: RegionPolicy;
}

/** So many requests stay prepared; whoever is asked about again is prepared again. */
const MOST_PREPARED = 10_000;

/** Requests as the engine reads them, prepared when they are asked about and kept until something about them changes. */
export class Needs {
  private readonly prepared = new Map<string, Asked>();
  private readonly preparedOfSchool = new Groups();

  constructor(
    private readonly index: MarketIndex,
    /** Undefined while the request's school or region is not known yet. */
    private readonly prepare: (requestId: string) => Asked | undefined,
  ) {}

  /** Puts the request into the index too. */
  of(requestId: string): RequestNeed | undefined {
    const kept = this.prepared.get(requestId);
    if (kept) return kept.need;
    const asked = this.prepare(requestId);
    if (!asked) return undefined;
    this.index.putRequest(asked.need, asked.policy);
    this.prepared.set(requestId, asked);
    this.preparedOfSchool.put(asked.schoolLocationId, requestId);
    return asked.need;
  }

  /** What it counts in a plan beyond its score without equity, in score units; 0 while it is not prepared. */
  bonusOf(requestId: string): number {
    const asked = this.prepared.get(requestId);
    return asked ? equityBonus(asked.need, asked.policy) : 0;
  }

  changed(requestId: string): void {
    const asked = this.prepared.get(requestId);
    if (!asked) return;
    this.prepared.delete(requestId);
    this.preparedOfSchool.get(asked.schoolLocationId)?.delete(requestId);
    this.index.removeRequest(requestId);
  }

  /** Those of it that are prepared; the others are prepared anew when they are asked about. */
  schoolChanged(schoolLocationId: string): void {
    for (const id of this.preparedOfSchool.of(schoolLocationId)) this.changed(id);
  }

  allChanged(): void {
    for (const id of [...this.prepared.keys()]) this.changed(id);
  }

  /** Forgets those prepared longest ago. */
  tidy(): void {
    for (const id of this.prepared.keys()) {
      if (this.prepared.size <= MOST_PREPARED) return;
      this.changed(id);
    }
  }
}
