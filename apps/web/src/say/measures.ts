import { localeOf, type Language } from './language.js';

/** "6 km", never broken over lines; under a kilometre is not told apart. */
export function sayDistance(km: number, language: Language): string {
  const near = language === 'nl' ? 'minder dan 1 km' : 'less than 1 km';
  return km < 1 ? near : `${new Intl.NumberFormat(localeOf(language)).format(Math.round(km))}\u00a0km`;
}

export type Fit = 'very-good' | 'good' | 'fair';

/** The word for a score in [0, 1]; the number itself stands nowhere. */
export function fitOf(score: number): Fit {
  if (score >= 0.75) return 'very-good';
  return score >= 0.55 ? 'good' : 'fair';
}

/** "€ 12,50", without cents when there are none. */
export function sayMoney(cents: number, language: Language): string {
  const digits = cents % 100 === 0 ? 0 : 2;
  return new Intl.NumberFormat(localeOf(language), {
    style: 'currency',
    currency: 'EUR',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(cents / 100);
}

/** "1 uur 30" and "45 minuten": how long a lesson takes. */
export function sayDuration(minutes: number, language: Language): string {
  const words = language === 'nl' ? { hour: 'uur', minutes: 'minuten' } : { hour: 'h', minutes: 'minutes' };
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} ${words.minutes}`;
  return rest === 0 ? `${hours} ${words.hour}` : `${hours} ${words.hour} ${String(rest).padStart(2, '0')}`;
}

/** "12,4 MB", never broken over lines. */
export function saySize(bytes: number, language: Language): string {
  const size = new Intl.NumberFormat(localeOf(language), { maximumSignificantDigits: 3 });
  return `${size.format(bytes / 1e6)}\u00a0MB`;
}
