import { sayPeriod } from './dates.js';
import { sayList, type Language } from './language.js';

interface Window {
  readonly from: string;
  readonly to: string;
  readonly weekdays?: readonly string[];
  readonly parts?: readonly string[];
}

const weekdayNames: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  nl: { mon: 'ma', tue: 'di', wed: 'wo', thu: 'do', fri: 'vr', sat: 'za', sun: 'zo' },
  en: { mon: 'Mon', tue: 'Tue', wed: 'Wed', thu: 'Thu', fri: 'Fri', sat: 'Sat', sun: 'Sun' },
};

const partNames: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  nl: {
    morning: 'ochtend',
    afternoon: 'middag',
    'whole-day': 'hele dag',
    'after-school': 'na schooltijd',
    evening: 'avond',
  },
  en: {
    morning: 'morning',
    afternoon: 'afternoon',
    'whole-day': 'whole day',
    'after-school': 'after school',
    evening: 'evening',
  },
};

/** "di"; what is no weekday stays what it is. */
export const sayWeekday = (weekday: string, language: Language): string =>
  weekdayNames[language][weekday] ?? weekday;

/** "11 jan – 13 feb, di en do, ochtend" */
export function sayWindow({ from, to, weekdays = [], parts = [] }: Window, language: Language): string {
  const days = weekdays.map((day) => sayWeekday(day, language));
  const dayParts = parts.map((part) => partNames[language][part] ?? part);
  return [
    sayPeriod(from, to, language),
    ...(days.length > 0 && days.length < 5 ? [sayList(days, language)] : []),
    ...(dayParts.length > 0 ? [sayList(dayParts, language)] : []),
  ].join(', ');
}
