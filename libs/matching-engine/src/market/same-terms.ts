import type { OfferSlot } from '../scoring/model.js';

/** Everything of a slot that `writeTerms` writes. */
const termFields = [
  'organisationId',
  'kind',
  'themes',
  'place',
  'location',
  'reachKm',
  'audience',
  'pupils',
  'pupilsPerGroup',
  'costPerGroupCents',
  'costPerPupilCents',
  'suitability',
  'vog',
  'pausedUntil',
  'rating',
  'partnerLoad',
] as const satisfies readonly (keyof OfferSlot)[];

type Bundle = [OfferSlot, ...OfferSlot[]];

/** The slots of one offer, those with the same terms together, by day and then id. */
export function byTerms(slots: readonly OfferSlot[]): Bundle[] {
  const bundles = new Map<string, Bundle>();
  let bundle: Bundle | undefined;
  for (const slot of slots) {
    // Slots are mostly spread from one object, so that their parts are the very same ones.
    if (bundle && haveSameParts(slot, bundle[0])) bundle.push(slot);
    else {
      const key = JSON.stringify(
        termFields.map((field) => slot[field]),
        named,
      );
      bundle = bundles.get(key);
      if (bundle) bundle.push(slot);
      else bundles.set(key, (bundle = [slot]));
    }
  }
  for (const together of bundles.values()) together.sort(byDay);
  return [...bundles.values()];
}

function haveSameParts(one: OfferSlot, other: OfferSlot): boolean {
  for (const field of termFields) if (one[field] !== other[field]) return false;
  return true;
}

/** JSON has one word for everything that is no finite number. */
function named(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}

function byDay(one: OfferSlot, other: OfferSlot): number {
  if (one.day !== other.day) return one.day - other.day;
  return one.slotId < other.slotId ? -1 : 1;
}
