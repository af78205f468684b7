import {
  instantOf,
  isPublicHoliday,
  localDateOf,
  sayDay,
  saySpan,
  toOffsetIso,
  workingDaysAfter,
  type LocalDate,
} from '#libs/facts';
import type { ProposalView } from './views.js';

/** "di 12 jan, 9.00–10.30 uur" */
export function when({ start, end }: { readonly start: string; readonly end: string }): string {
  return saySpan(Date.parse(start), Date.parse(end), 'nl');
}

/** "do 14 jan" */
export function day(moment: string): string {
  return sayDay(localDateOf(Date.parse(moment)), 'nl');
}

/** When what can wait is mailed. */
export function nextMorning(today: LocalDate): string {
  return toOffsetIso(instantOf(workingDaysAfter(today, 1, { isFree: isPublicHoliday }), 8 * 60));
}

export function howWell(score: number): string {
  if (score >= 0.75) return 'past heel goed';
  return score >= 0.55 ? 'past goed' : 'past redelijk';
}

/** "3,5" */
export function decimal(number: number): string {
  return String(number).replace('.', ',');
}

/** "€ 12,50" */
export function euros(cents: number): string {
  return `€ ${(cents / 100).toFixed(2).replace('.', ',').replace(',00', '')}`;
}

/** Ends with one full stop. */
export function sentence(text: string): string {
  return `${text.replace(/\.+$/, '')}.`;
}

/** The reasons that people ask for first: about what, how far, when; and what to know beforehand. */
export function why({ explanation, warnings }: ProposalView): string {
  const told = ['theme', 'distance', 'time'].flatMap((part) => {
    const said = explanation.parts.find((each) => each.part === part)?.sentence.nl ?? [];
    // The day and its hours stand in front already.
    return part === 'time' ? capital(String(said).replace(/^.* uur: /, '')) : said;
  });
  return [...told, ...warnings.map(({ sentence }) => `Let op: ${sentence.nl}`)].join(' ');
}

const units: Readonly<Record<string, (amount: string) => string>> = {
  km: (amount) => `${amount} km te ver`,
  days: (amount) => `${amount} dagen ernaast`,
  minutes: (amount) => `${amount} minuten te kort`,
  pupils: (amount) => `${amount} leerlingen te veel of te weinig`,
  groups: (amount) => `${amount} groep te weinig plaats`,
  cents: (amount) => `${amount} cent te duur`,
};

/** "75 minuten te kort"; empty where there is no degree. */
export function byHowMuch(by: Readonly<Record<string, number>>): string {
  return Object.entries(by)
    .flatMap(([unit, amount]) => units[unit]?.(String(amount).replace('.', ',')) ?? [])
    .join(', ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
