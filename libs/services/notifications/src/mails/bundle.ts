import type { Lang } from '#libs/facts';
import { wordsIn } from './say.js';
import type { Bundle, Letter, Section } from './letter.js';

/** A letter and what it is about: letters with the same `about` become one section. */
export interface Bundled {
  readonly letter: Letter;
  readonly about: string;
}

/** @param letters at least two, the most pressing first. */
export function bundleOf(letters: readonly Bundled[], lang: Lang, asks: boolean): Bundle {
  const words = wordsIn(lang);
  const sections = sectionsOf(letters);
  const first = sections[0]?.letter.subject ?? '';
  const n = sections.length;
  const subject =
    n === 1
      ? first
      : asks
        ? words(`${n} vragen aan jou: ${first}`, `${n} questions for you: ${first}`)
        : words(`${n} berichten: ${first}`, `${n} messages: ${first}`);
  const ask = asks
    ? words('Zeg bij elk ja of nee; dat kan hieronder.', 'Say yes or no to each; you can do so below.')
    : words('Dit is er voor jou.', 'This is here for you.');
  return { lang, subject, ask, sections, footer: [] };
}

function sectionsOf(letters: readonly Bundled[]): Section[] {
  const byAbout = new Map<string, Letter[]>();
  for (const { about, letter } of letters) byAbout.set(about, [...(byAbout.get(about) ?? []), letter]);
  return [...byAbout.values()].map(([first, ...also]) => {
    const letter = first as Letter;
    return { letter, also: also.map((more) => withoutSaid(more, letter)) };
  });
}

/** What the first letter does not say already. */
const withoutSaid = (more: Letter, { facts, notes }: Letter): Letter => ({
  ...more,
  facts: more.facts.filter(({ label }) => !facts.some((said) => said.label === label)),
  notes: more.notes.filter((note) => !notes.includes(note)),
});
