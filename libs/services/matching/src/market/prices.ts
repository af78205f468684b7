import { scoreUnits } from '#libs/matching-engine';

/** How much of a slot's price is taken off its score when proposals are ranked. */
const shareTakenOff = 0.8;

interface PriceList {
  readonly plannedAt: number;
  readonly prices: Readonly<Record<string, number>>;
  readonly units: ReadonlyMap<string, number>;
}

/** What slots are worth to others, by the newest plan of each region. */
export class Prices {
  private readonly lists = new Map<string, PriceList>();

  /** Prices in [0, 1]; an older plan than the known one is passed over. */
  put(regionId: string, plannedAt: number, prices: Readonly<Record<string, number>>): void {
    if ((this.lists.get(regionId)?.plannedAt ?? -Infinity) >= plannedAt) return;
    const units = new Map(
      Object.entries(prices).map(([id, price]) => [id, Math.round(price * shareTakenOff * scoreUnits)]),
    );
    this.lists.set(regionId, { plannedAt, prices, units });
  }

  of(regionId: string, slotId: string): number {
    return this.lists.get(regionId)?.prices[slotId] ?? 0;
  }

  /** What to take off each slot's score, in score units. */
  unitsOf(regionId: string | undefined): ReadonlyMap<string, number> {
    return this.lists.get(regionId ?? '')?.units ?? nothing;
  }
}

const nothing: ReadonlyMap<string, number> = new Map();
