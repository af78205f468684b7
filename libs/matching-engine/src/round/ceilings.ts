import type { CeilingCode, OfferSlot } from '../scoring/model.js';

/**
 * How many more activities may be given under each ceiling (an offer's month, an organisation's year …), and which
 * ceilings a slot stands under: slot s under `numbers[from[s]]` … before `numbers[from[s + 1]]`.
 */
export interface CeilingTable {
  readonly left: Int32Array;
  readonly from: Int32Array;
  readonly numbers: Int32Array;
}

/**
 * The ceilings of the slots in this order. Slots stand under the same one when offer (or organisation) and month (or
 * school year, from 1 August) are the same; a slot that is nobody's is undefined and stands under none.
 */
export function ceilingTable(slots: readonly (OfferSlot | undefined)[]): CeilingTable {
  const known = new Map<string, number>();
  const left: number[] = [];
  const numbers: number[] = [];
  const from = new Int32Array(slots.length + 1);
  slots.forEach((slot, row) => {
    const own = new Set<number>();
    for (const { code, max, taken } of slot?.ceilings ?? []) {
      const key = keyOf(slot as OfferSlot, code);
      const room = Math.max(0, max - taken);
      const number = known.get(key) ?? left.push(room) - 1;
      known.set(key, number);
      left[number] = Math.min(left[number]!, room);
      own.add(number);
    }
    numbers.push(...own);
    from[row + 1] = numbers.length;
  });
  return { left: Int32Array.from(left), from, numbers: Int32Array.from(numbers) };
}

function keyOf({ offerId, organisationId, day }: OfferSlot, code: CeilingCode): string {
  const [whose, period] = code.split('-') as ['offer' | 'person' | 'organisation', 'month' | 'year'];
  const date = new Date(day * 86_400_000);
  const schoolYear = date.getUTCFullYear() - (date.getUTCMonth() < 7 ? 1 : 0);
  const when = period === 'month' ? date.toISOString().slice(0, 7) : schoolYear;
  return `${code} ${whose === 'organisation' ? organisationId : offerId} ${when}`;
}

/** What is left while a plan is made whole. */
export class CeilingsLeft {
  private readonly left: Int32Array;

  constructor(private readonly table: CeilingTable) {
    this.left = table.left.slice();
  }

  allows(slot: number): boolean {
    const { from, numbers } = this.table;
    for (let at = from[slot]!; at < from[slot + 1]!; at++) if (this.left[numbers[at]!]! <= 0) return false;
    return true;
  }

  take(slot: number): void {
    const { from, numbers } = this.table;
    for (let at = from[slot]!; at < from[slot + 1]!; at++) this.left[numbers[at]!]!--;
  }
}
