import { instantOf, type LocalDate } from '#libs/facts';
import { workingMorning } from './when-to-send.js';

/** A school year has three terms in which groups can be missed; the first is past August and September. */
const begins = ['02-01', '05-01', '11-01'];

/** The first day of the term that a day lies in. */
export function termOf(day: LocalDate): LocalDate {
  const year = Number(day.slice(0, 4));
  const past = [`${year - 1}-${begins[2]}`, ...begins.map((begin) => `${year}-${begin}`)];
  return past.findLast((begin) => begin <= day) as LocalDate;
}

/** The first day of the term after the one that begins on that day. */
export function termAfter(term: LocalDate): LocalDate {
  const year = Number(term.slice(0, 4));
  const later = [...begins.map((begin) => `${year}-${begin}`), `${year + 1}-${begins[0]}`];
  return later.find((begin) => begin > term) as LocalDate;
}

/** The first working morning of a term, epoch ms. */
export const morningOf = (term: LocalDate): number => workingMorning(instantOf(term, 0));
