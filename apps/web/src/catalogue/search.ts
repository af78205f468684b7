import type { CatalogueQuestion } from '../api/catalogue.js';

const sectors = ['po', 'sbo', 'so', 'vso', 'vo', 'mbo'] as const;

/** The address of the catalogue holds all that was chosen, so that it can be sent to a colleague. */
export type CatalogueSearch = CatalogueQuestion & { readonly view?: 'map' };

/** Of an address that anybody may have typed: what makes sense of it. */
export function searchOf(asked: Readonly<Record<string, unknown>>): CatalogueSearch {
  const { theme, near, km, sector, grade, from, to, words, view } = asked;
  const text = (value: unknown) =>
    typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const day = (value: unknown) => (/^\d{4}-\d{2}-\d{2}$/.test(text(value)) ? text(value) : undefined);
  const far = Math.round(Number(km));
  const given = {
    theme: /^[a-z-]+(\/[a-z-]+)?$/.test(text(theme)) ? text(theme) : undefined,
    near: text(near).trim().slice(0, 80) || undefined,
    km: far >= 1 && far <= 400 ? far : undefined,
    sector: sectors.find((each) => each === sector),
    grade: /^[1-8]$/.test(text(grade)) ? text(grade) : undefined,
    from: day(from),
    to: day(to),
    words: text(words).trim().slice(0, 80) || undefined,
    view: view === 'map' ? ('map' as const) : undefined,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
