// Source: a school year runs from 1 August to 31 July (WPO and WVO 2020, article 1).
import { instantOf } from './local-time.js';

/** True for two years that follow each other, `2026-2027`. */
export function isSchoolYear(text: string): boolean {
  const match = /^(\d{4})-(\d{4})$/.exec(text);
  return match !== null && Number(match[2]) === Number(match[1]) + 1;
}

/** `2027-2028` after `2026-2027`. */
export function schoolYearAfter(schoolYear: string): string {
  const start = Number(schoolYear.slice(0, 4)) + 1;
  return `${start}-${start + 1}`;
}

/** Its first moment, 1 August 0:00 Dutch time, in milliseconds since 1970. */
export function startOfSchoolYear(schoolYear: string): number {
  return instantOf(`${schoolYear.slice(0, 4)}-08-01`, 0);
}
