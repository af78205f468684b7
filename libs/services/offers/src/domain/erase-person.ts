import type { Offer } from './offer.js';

/**
 * Who receives the guests, as its maker or contact wrote it: the one text of an offer that names a person. The programme
 * itself is the organisation's and stays.
 */
export function hostWrittenBy(offer: Offer, personId: string): string | undefined {
  const theirs = offer.madeBy === personId || offer.contactId === personId;
  return theirs ? offer.visit['host'] || undefined : undefined;
}

/** Null when there is nothing of this person. */
export function withoutHostBy(offer: Offer, personId: string): { state: Offer } | null {
  if (!hostWrittenBy(offer, personId)) return null;
  const { host: _, ...visit } = offer.visit;
  return { state: { ...offer, visit } };
}
