import type { Proposal } from '../api/board.js';

type Part = Proposal['explanation']['parts'][number];

const many = 3;
const asGoodAsNone = 0.5;

/** The best reasons for it: what helped the score most, without what nothing is known about. */
export function reasonsFor({ explanation }: Pick<Proposal, 'explanation'>): readonly Part[] {
  return explanation.parts
    .filter(({ value }) => value > asGoodAsNone)
    .toSorted((a, b) => (b.value - asGoodAsNone) * b.weight - (a.value - asGoodAsNone) * a.weight)
    .slice(0, many);
}

/** How far it is, where that is known. */
export function kmOf({ explanation }: Pick<Proposal, 'explanation'>): number | undefined {
  const facts = explanation.parts.find(({ part }) => part === 'distance')?.facts as
    { km?: unknown } | undefined;
  return typeof facts?.km === 'number' ? facts.km : undefined;
}

const passable = [
  'place',
  'kind',
  'lead-time',
  'group-size',
  'cost',
  'time',
  'audience',
  'suitability',
  'theme',
  'distance',
];

/** Whether a coordinator may propose it all the same: never past capacity, closures, ceilings or the VOG. */
export function mayPass(failed: readonly string[]): boolean {
  return failed.every((condition) => passable.includes(condition));
}

/** Offer and start of a slot that a near miss names: `offer.2027-01-12T08:00:00Z`. */
export function slotNamed(slotId: string): { readonly offerId: string; readonly start?: string } {
  const [offerId = slotId, start] = slotId.split('.');
  return { offerId, ...(start && !Number.isNaN(Date.parse(start)) ? { start } : {}) };
}
