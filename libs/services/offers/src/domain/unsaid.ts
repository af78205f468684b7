import type { PatchOfferBody } from '#libs/contracts';

/** Of a visit, as long as nobody says how many may come. */
export const mostPupils = 32;

const unsaidPupils = { min: 1, max: mostPupils } as const;

/** What these are as long as nobody fills them in; the pupils of a group are all that may come. */
export const unsaid = {
  lessonsPerVisit: 1,
  leadTimeDays: 14,
  changeNumbersUntilDays: 3,
  freeCancelDays: 7,
  costPerGroupCents: 0,
  costPerPupilCents: 0,
  bookUrl: null,
} as const;

type Limit = 'reachKm' | 'maxPerMonth';

/** Of the limits that an offer may have, those that the patch does not take away by naming them as null. */
export function limitsLeft(limits: { readonly [Name in Limit]?: number | undefined }, patch: PatchOfferBody) {
  const left = (['reachKm', 'maxPerMonth'] as const).filter(
    (name) => limits[name] !== undefined && patch[name] !== null,
  );
  return Object.fromEntries(left.map((name) => [name, limits[name]])) as { [Name in Limit]?: number };
}

/** What the patch names as null, as if nobody had ever filled it in. */
export function unsaidAgain(patch: PatchOfferBody, known: { readonly max: number } | undefined) {
  const pupils = patch.pupils === null ? unsaidPupils : (patch.pupils ?? known);
  const back = Object.entries(unsaid).filter(([name]) => patch[name as keyof typeof unsaid] === null);
  return {
    ...(Object.fromEntries(back) as Partial<typeof unsaid>),
    ...(patch.pupils === null ? { pupils: unsaidPupils } : {}),
    ...(patch.pupilsPerGroup === null ? { pupilsPerGroup: pupils?.max ?? mostPupils } : {}),
  };
}
