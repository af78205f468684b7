import { activityKinds, organisationKinds, type ActivityKind, type OrganisationKind } from '#libs/contracts';
import { taxonomy } from '#libs/facts';

/** Lower case, without accents, with single spaces for whatever is no letter or digit: what names are compared by. */
export function comparable(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const organisationWords: readonly (readonly [RegExp, OrganisationKind])[] = [
  [/^(bedrijf|bedrijven|onderneming|mkb)$/, 'company'],
  [/^museum$/, 'museum'],
  [/^(bibliotheek|bieb)$/, 'library'],
  [/^(science ?cent(er|re|rum))$/, 'science-centre'],
  [/^(tech ?lab|technieklab|techhub|tech hub)$/, 'tech-lab'],
  [/^(mbo|roc)( .*)?$/, 'mbo'],
  [/^(hbo|hogeschool)$/, 'hbo'],
  [/^(universiteit|wo|uni)$/, 'university'],
  [/^(gemeente|overheid)$/, 'municipality'],
  [/^(kinderopvang|bso)$/, 'childcare'],
  [/^(maker ?space|makersplaats|fab ?lab)$/, 'makerspace'],
  [/^(vereniging|hobbyvereniging|club)$/, 'hobby-club'],
  [/^(buurthuis|stichting|wijkcentrum)$/, 'community'],
  [/^(scouting|scouts)$/, 'scouting'],
  [/^(overig|overige|anders)$/, 'other'],
  [/^school$/, 'school'],
];

export function organisationKindOf(text: string): OrganisationKind | undefined {
  const words = comparable(text);
  return (
    organisationWords.find(([pattern]) => pattern.test(words))?.[1] ??
    organisationKinds.find((kind) => comparable(kind) === words)
  );
}

const activityWords: readonly (readonly [RegExp, ActivityKind])[] = [
  [/^(gastles|gastlessen|les)$/, 'guest-lesson'],
  [/^(bedrijfsbezoek|excursie|bezoek aan bedrijf)$/, 'company-visit'],
  [/^((museum|lab)( of (museum|lab))?( ?bezoek)|museum of labbezoek)$/, 'museum-visit'],
  [/^workshops?$/, 'workshop'],
  [/^(begeleiding|mentoring|projecthulp|begeleiding of projecthulp)$/, 'mentoring'],
  [/^(leskist|leskisten|uitleen)$/, 'loan'],
  [/^(training|scholing|training voor leerkrachten|docententraining)$/, 'teacher-training'],
];

export function activityKindOf(text: string): ActivityKind | undefined {
  const words = comparable(text);
  return (
    activityWords.find(([pattern]) => pattern.test(words))?.[1] ??
    activityKinds.find((kind) => comparable(kind) === words)
  );
}

const themes = new Map(
  taxonomy.themes.flatMap(({ id, label }) => [
    [id, id],
    [comparable(label.nl), id],
    [comparable(label.en), id],
  ]),
);

/** The ids of the themes that a cell names, by label or id; null when one of them is no theme. */
export function themesOf(text: string): string[] | null {
  const one = themes.get(text.trim()) ?? themes.get(comparable(text));
  if (one) return [one];
  const parts = text
    .split(/[,;|]/)
    .map((part) => part.trim())
    .filter(Boolean);
  const ids = parts.map((part) => themes.get(part) ?? themes.get(comparable(part)));
  return ids.every((id) => id !== undefined) ? [...new Set(ids)].slice(0, 5) : null;
}
