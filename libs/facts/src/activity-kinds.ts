// Source: the seven kinds that requests and offers share in the founding documents of Techkwadraat.

export const activityKinds = [
  { id: 'guest-lesson', label: { nl: 'gastles', en: 'guest lesson' } },
  { id: 'company-visit', label: { nl: 'bedrijfsbezoek', en: 'company visit' } },
  { id: 'museum-visit', label: { nl: 'museum- of labbezoek', en: 'museum or lab visit' } },
  { id: 'workshop', label: { nl: 'workshop', en: 'workshop' } },
  { id: 'mentoring', label: { nl: 'begeleiding of projecthulp', en: 'mentoring or project help' } },
  { id: 'loan', label: { nl: 'leskist', en: 'loan of materials' } },
  { id: 'teacher-training', label: { nl: 'training voor leerkrachten', en: 'teacher training' } },
] as const;

export type ActivityKind = (typeof activityKinds)[number]['id'];

/** Where such an activity usually is. */
export function usualPlaceOf(kind: ActivityKind): 'at-school' | 'at-partner' {
  return kind === 'company-visit' || kind === 'museum-visit' ? 'at-partner' : 'at-school';
}

/** The usual place of a kind, else the first of those that are allowed. */
export function placeAmong<Place extends string>(
  kind: ActivityKind,
  allowed: readonly Place[],
): Place | 'at-school' | 'at-partner' {
  const usual = usualPlaceOf(kind);
  return allowed.find((place) => place === usual) ?? allowed[0] ?? usual;
}
