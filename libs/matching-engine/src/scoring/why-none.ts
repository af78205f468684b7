import { conditions } from './conditions.js';
import { conditionCodes, type ConditionCode, type WhyNone } from './answers.js';
import type { MatchingContext, OfferSlot, RequestNeed, Sentence } from './model.js';
import { fits } from './fits.js';
import { say, sayCount } from './say.js';
import { shortlist } from './shortlist.js';

const nearestShown = 3;

/**
 * For slots of which not one fits: how many fail each condition (most first, equal numbers in the order of
 * `conditionCodes`), and the nearest misses: fewest failed conditions, then the smallest degree, then slot id.
 */
export function whyNone(
  request: RequestNeed,
  slots: readonly OfferSlot[],
  context: MatchingContext,
): WhyNone {
  const counts = new Map<ConditionCode, number>();
  const nearest: Miss[] = [];
  for (const slot of slots) {
    let [failed, distance] = [0, 0];
    for (const code of conditionCodes) {
      const miss = conditions[code].miss(request, slot, context);
      if (miss === 0) continue;
      counts.set(code, (counts.get(code) ?? 0) + 1);
      failed += 1;
      distance += miss;
    }
    shortlist(nearest, { slot, failed, distance }, nearestShown, isNearer);
  }
  return {
    considered: slots.length,
    failures: conditionCodes
      .map((condition) => ({ condition, slots: counts.get(condition) ?? 0 }))
      .filter((failure) => failure.slots > 0)
      .sort((one, other) => other.slots - one.slots)
      .map((failure) => ({ ...failure, sentence: summaryOf(failure.condition, failure.slots) })),
    nearest: nearest.map(({ slot }) => nearMiss(request, slot, context)),
  };
}

/** "Te ver weg: 120 momenten. Een grotere afstand helpt." */
function summaryOf(condition: ConditionCode, slots: number): Sentence {
  const { what, hint } = conditions[condition].summary;
  const count = sayCount(slots, 'slot');
  return say(`${what.nl}: ${count.nl}. ${hint.nl}`, `${what.en}: ${count.en}. ${hint.en}`);
}

interface Miss {
  readonly slot: OfferSlot;
  readonly failed: number;
  readonly distance: number;
}

function isNearer(one: Miss, other: Miss): boolean {
  if (one.failed !== other.failed) return one.failed < other.failed;
  if (one.distance !== other.distance) return one.distance < other.distance;
  return one.slot.slotId < other.slot.slotId;
}

function nearMiss(
  request: RequestNeed,
  slot: OfferSlot,
  context: MatchingContext,
): WhyNone['nearest'][number] {
  const failures = fits(request, slot, context);
  const by: Record<string, number> = {};
  for (const failure of failures) {
    for (const [unit, amount] of Object.entries(failure.by)) by[unit] = Math.max(amount, by[unit] ?? 0);
  }
  return { slotId: slot.slotId, failed: failures.map(({ condition }) => condition), by };
}
