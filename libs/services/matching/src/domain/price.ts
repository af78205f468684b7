import type { MatchCosts, OfferSnapshot } from '#libs/contracts';

/** What was agreed to be paid: an offer that becomes dearer, or a region that pays less, changes no appointment made before. */
export interface Price {
  /** For each of the partner's own groups. */
  readonly costPerGroupCents: number;
  readonly costPerPupilCents: number;
  /** What the region pays of the total, unless it pays an amount. */
  readonly regionSharePercent: number;
  /** What the coordinator let the region pay instead: that amount whatever the numbers become, and never more than the total. */
  readonly regionPaysCents?: number;
  /** How large the partner's own groups were at that price; absent: as the terms of the match say. */
  readonly groupSize?: { readonly pupilsPerGroup: number; readonly maxPupils: number };
}

export function priceOf(
  { costPerGroupCents, costPerPupilCents }: Pick<OfferSnapshot, 'costPerGroupCents' | 'costPerPupilCents'>,
  regionSharePercent: number,
  regionPaysCents?: number,
): Price {
  return {
    costPerGroupCents,
    costPerPupilCents,
    regionSharePercent,
    ...(regionPaysCents === undefined ? {} : { regionPaysCents }),
  };
}

/**
 * What that many of the partner's groups and pupils cost, and who pays. The region's share is rounded to a cent once, over all
 * sessions, so that it does not depend on how they lie in slots; the school pays the rest, the partner nothing, pupils nothing.
 */
export function costsAt(
  price: Price,
  { places, pupils }: { readonly places: number; readonly pupils: number },
): MatchCosts {
  const totalCents = price.costPerGroupCents * places + price.costPerPupilCents * pupils;
  const percent = Math.min(100, Math.max(0, price.regionSharePercent));
  const share = price.regionPaysCents ?? Math.round((totalCents * percent) / 100);
  const regionCents = Math.min(totalCents, share);
  return { totalCents, schoolCents: totalCents - regionCents, regionCents, partnerCents: 0 };
}
