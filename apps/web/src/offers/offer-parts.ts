/** The parts of the screen of an own offer, as its address names them. */
export const offerParts = ['momenten', 'inhoud', 'voorbeeld'] as const;
export type OfferPart = (typeof offerParts)[number];
