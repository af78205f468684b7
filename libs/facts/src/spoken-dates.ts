// Source: Dutch and English abbreviations as in Onze Taal and CLDR (no full stops, Dutch times with a full stop and "uur").
import { localDateOf, localMinuteOf, weekdayOf, weekdays, type LocalDate } from './local-time.js';
import { lastMinuteOf } from './working-days.js';

export type Lang = 'nl' | 'en';

const months = {
  nl: ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
};
const days = {
  nl: ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};

/** "di 12 jan" or "Tue 12 Jan"; with the year when `today` is given and lies in another year. */
export function sayDay(date: LocalDate, lang: Lang, today?: LocalDate): string {
  const [year, month, day] = [date.slice(0, 4), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
  const words = [days[lang][weekdays.indexOf(weekdayOf(date))], day, months[lang][month - 1]];
  if (today !== undefined && today.slice(0, 4) !== year) words.push(year);
  return words.join(' ');
}

/** "di 12 jan, 9.00–10.30 uur" or "Tue 12 Jan, 9:00–10:30"; over midnight both days are named. Moments are milliseconds since 1970. */
export function saySpan(startMs: number, endMs: number, lang: Lang, today?: LocalDate): string {
  const [startDay, endDay] = [localDateOf(startMs), localDateOf(endMs)];
  const [from, to] = [sayTime(startMs, lang), sayTime(endMs, lang)];
  const unit = lang === 'nl' ? ' uur' : '';
  if (startDay === endDay) return `${sayDay(startDay, lang, today)}, ${from}–${to}${unit}`;
  return `${sayDay(startDay, lang, today)}, ${from}${unit} – ${sayDay(endDay, lang, today)}, ${to}${unit}`;
}

/** Until when, in words: a day of which the last minute counts too is "do 14 jan", any other moment "do 14 jan om 9.00 uur". */
export function sayDeadline(epochMs: number, lang: Lang, today?: LocalDate): string {
  const day = localDateOf(epochMs);
  const said = sayDay(day, lang, today);
  if (epochMs >= lastMinuteOf(day)) return said;
  const time = sayTime(epochMs, lang);
  return lang === 'nl' ? `${said} om ${time} uur` : `${said} at ${time}`;
}

function sayTime(epochMs: number, lang: Lang): string {
  const minute = localMinuteOf(epochMs);
  const hour = Math.floor(minute / 60);
  return `${hour}${lang === 'nl' ? '.' : ':'}${String(minute % 60).padStart(2, '0')}`;
}
