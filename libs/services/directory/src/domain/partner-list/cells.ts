import { addDays, isLocalDate, type LocalDate } from '#libs/facts';

const monthNames = ['jan', 'feb', 'maa', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
/** The day before day 1 of a spreadsheet, which takes 1900 for a leap year. */
const spreadsheetEpoch = '1899-12-30';

/** `2026-05-12`, `12-05-2026`, `1-9-26` (day first, as the Dutch write), `12 mei 2026`, a spreadsheet's day number; else null. */
export function dateOf(text: string): LocalDate | null {
  const words = text
    .trim()
    .toLowerCase()
    .replace(/^(ma|di|wo|do|vr|za|zo)[a-z]*\.?,? +/, '');
  if (/^[45]\d{4}$/.test(words)) return addDays(spreadsheetEpoch, Number(words));
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ].*)?$/.exec(words);
  if (iso) return day(iso[1]!, iso[2]!, iso[3]!);
  const dutch = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?: .*)?$/.exec(words);
  if (dutch) return day(dutch[3]!, dutch[2]!, dutch[1]!);
  const spoken = /^(\d{1,2})[ -]([a-z]{3,9})\.?[ -](\d{4}|\d{2})$/.exec(words);
  if (!spoken) return null;
  const month = monthNames.indexOf(spoken[2]!.slice(0, 3).replace('mrt', 'maa'));
  return month < 0 ? null : day(spoken[3]!, String(month + 1), spoken[1]!);
}

/** True when day and month could be exchanged and the year is short: worth a second look. */
export function isDoubtfulDate(text: string): boolean {
  const match = /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{2}$/.exec(text.trim());
  return match !== null && Number(match[1]) <= 12 && Number(match[1]) !== Number(match[2]);
}

function day(year: string, month: string, date: string): LocalDate | null {
  const text = `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isLocalDate(text) ? text : null;
}

/** Minutes since midnight for `9:00`, `09.00`, `9u30`, `13 uur`; else null. */
export function minuteOf(text: string): number | null {
  const match = /^(\d{1,2})(?:[:.u](\d{2})?(?::\d{2})?)?(?: ?uur| ?h)?$/.exec(text.trim().toLowerCase());
  if (!match) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)];
  return hour < 24 && minute < 60 ? hour * 60 + minute : null;
}

/** Minutes for `90`, `90 min`, `1:30`, `1,5 uur`; a bare number up to 8 is hours. Null for anything else or nothing. */
export function durationOf(text: string): number | null {
  const words = text.trim().toLowerCase();
  const clock = /^(\d{1,2}):(\d{2})(?: ?uur)?$/.exec(words);
  if (clock) return inReach(Number(clock[1]) * 60 + Number(clock[2]));
  const match = /^(\d+(?:[.,]\d+)?) ?(m|min|minuten|minuut|u|uur|uren)?\.?$/.exec(words);
  if (!match) return null;
  const amount = Number(match[1]!.replace(',', '.'));
  const hours = match[2] ? match[2].startsWith('u') : amount <= 8;
  return inReach(Math.round(hours ? amount * 60 : amount));
}

function inReach(minutes: number): number | null {
  return minutes >= 5 && minutes <= 14 * 60 ? minutes : null;
}

/** A number from 0 up, with a Dutch comma or a point; else null. */
export function numberOf(text: string): number | null {
  return /^\d{1,6}(?:[.,]\d{1,3})?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : null;
}

export function wholeNumberOf(text: string, most: number): number | null {
  const number = numberOf(text);
  return number !== null && Number.isInteger(number) && number <= most ? number : null;
}

/** What a spreadsheet would compute, or could not: never a value. */
export function isFormula(text: string): boolean {
  return (
    /^=/.test(text) ||
    /^[+\-@][A-Z.]+\(/i.test(text) ||
    /^#(n\/[ab]|verw|ref|waarde|value|naam|name|deel|div|getal|num)/i.test(text)
  );
}

export function emailOf(text: string): string | null {
  const address = text
    .trim()
    .toLowerCase()
    .replace(/^mailto:/, '');
  return /^[^\s@,;<>()]{1,64}@[^\s@,;<>()]{1,180}\.[a-z]{2,24}$/.test(address) ? address : null;
}

/** Digits as a person types them, kept as they are; null when it is no telephone number. */
export function phoneOf(text: string): string | null {
  const digits = text.replace(/\D/g, '').length;
  return /^\+?[\d\s()./-]{8,24}$/.test(text.trim()) && digits >= 8 && digits <= 15 ? text.trim() : null;
}
