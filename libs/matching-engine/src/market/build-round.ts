import { MarketInvalid } from './market-invalid.js';
import type { MarketStore } from './market-store.js';
import { shared, sharedCopy, type RoundMarket } from './round-market.js';

export interface RoundQuestion {
  /** The day for which lead times and pauses are judged. */
  readonly today: number;
  /** What each group of a request counts beyond its score without equity: a whole number ≥ 0, × 10,000; default 0. */
  readonly bonusOf?: (requestId: string) => number;
  /** What is out for a request, such as offers that were rejected; default nothing. */
  readonly excludedOf?: (requestId: string) => {
    readonly offerIds: Iterable<string>;
    readonly slotIds: Iterable<string>;
  };
}

/** Whose the numbers of a round are; it need not travel with them. */
export interface RoundIds {
  /** Request of each unit. */
  readonly requestIds: readonly string[];
  /** Key of the group that each unit stands for. */
  readonly groupKeys: readonly string[];
  /** Slot of each row; a row that is nobody's fits no unit. */
  readonly slotIds: readonly string[];
}

export interface Round {
  readonly market: RoundMarket;
  readonly ids: RoundIds;
}

interface Unit {
  readonly requestId: string;
  readonly groupKey: string;
  readonly row: number;
  readonly bonus: number;
  readonly offers: readonly number[];
  readonly slots: readonly number[];
}

/** @throws MarketInvalid when there is no such request, one comes twice, or a bonus is no whole number ≥ 0 */
export function buildRound(
  store: MarketStore,
  requestIds: readonly string[],
  { today, bonusOf = () => 0, excludedOf = () => ({ offerIds: [], slotIds: [] }) }: RoundQuestion,
): Round {
  const slotIds = store.slotIdsInOrder();
  const rows = new Map(slotIds.map((id, row) => [id, row]));
  const units: Unit[] = [];
  const met = new Set<string>();
  for (const requestId of requestIds) {
    const [row, bonus, { offerIds, slotIds: out }] = [
      store.requestRow(requestId),
      bonusOf(requestId),
      excludedOf(requestId),
    ];
    if (met.has(requestId)) throw new MarketInvalid(requestId, 'the request comes twice');
    if (!Number.isInteger(bonus) || bonus < 0)
      throw new MarketInvalid(requestId, 'its bonus must be a whole number of 0 or more');
    met.add(requestId);
    const offers = numbersOf(offerIds, (id) => store.findOfferNumber(id));
    const slots = numbersOf(out, (id) => rows.get(id));
    for (const groupKey of store.groupKeys(row))
      units.push({ requestId, groupKey, row, bonus, offers, slots });
  }
  const [offers, offersFrom] = listed(units.map((unit) => unit.offers));
  const [slots, slotsFrom] = listed(units.map((unit) => unit.slots));
  return {
    market: {
      data: sharedCopy(store.data),
      today,
      units: shared(Int32Array.from(units, ({ row }) => row)),
      bonus: shared(Int32Array.from(units, ({ bonus }) => bonus)),
      excluded: { offers, offersFrom, slots, slotsFrom },
    },
    ids: {
      requestIds: units.map(({ requestId }) => requestId),
      groupKeys: units.map(({ groupKey }) => groupKey),
      slotIds,
    },
  };
}

function numbersOf(ids: Iterable<string>, numberOf: (id: string) => number | undefined): number[] {
  return [...ids].map(numberOf).filter((number) => number !== undefined);
}

/** The lists behind each other, and where each begins. */
function listed(lists: readonly (readonly number[])[]): [Int32Array, Int32Array] {
  const from = new Int32Array(lists.length + 1);
  lists.forEach((list, at) => (from[at + 1] = from[at]! + list.length));
  return [shared(Int32Array.from(lists.flat())), shared(from)];
}
