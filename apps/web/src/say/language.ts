export type Language = 'nl' | 'en';

/** English as it is written in Europe: the day before the month, hours to twenty-four. */
export const localeOf = (language: Language): string => (language === 'nl' ? 'nl-NL' : 'en-GB');

const joiners = {
  nl: new Intl.ListFormat('nl-NL', { type: 'conjunction' }),
  en: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
};

/** "6, 7 en 8" */
export function sayList(items: readonly string[], language: Language): string {
  return joiners[language].format(items);
}

/** "1.250" */
export function sayNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(localeOf(language)).format(value);
}
