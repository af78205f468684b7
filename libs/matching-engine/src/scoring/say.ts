import type { MinuteRange, Sentence } from './model.js';

/** How dates, hours, distances and money are said on screen and in mail (look.md): never ISO, never a code. */
export function say(nl: string, en: string): Sentence {
  return { nl, en };
}

const millisecondsPerDay = 86_400_000;
const weekdays = ['zo', 'ma', 'di', 'wo', 'do', 'vr', 'za'];
const weekdaysEn = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const monthsEn = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "di 12 jan" */
export function sayDay(day: number): Sentence {
  const date = new Date(day * millisecondsPerDay);
  const [weekday, month] = [date.getUTCDay(), date.getUTCMonth()];
  const number = date.getUTCDate();
  return say(
    `${weekdays[weekday]} ${number} ${months[month]}`,
    `${weekdaysEn[weekday]} ${number} ${monthsEn[month]}`,
  );
}

/** "9.00–10.30 uur" */
export function sayHours({ startMinute, endMinute }: MinuteRange): Sentence {
  const clock = (minute: number, separator: string) =>
    `${Math.floor(minute / 60)}${separator}${String(minute % 60).padStart(2, '0')}`;
  return say(
    `${clock(startMinute, '.')}–${clock(endMinute, '.')} uur`,
    `${clock(startMinute, ':')}–${clock(endMinute, ':')}`,
  );
}

/** "6 km" */
export function sayKm(km: number): Sentence {
  if (km < 1) return say('minder dan 1 km', 'less than 1 km');
  return say(`${Math.round(km)} km`, `${Math.round(km)} km`);
}

/** Upwards to 0.1 km, so that what lies beyond a limit never reads as the limit itself. */
export function kmUpwards(km: number): number {
  return Math.ceil(km * 10) / 10;
}

/** "7,5 km" */
export function sayExactKm(km: number): Sentence {
  const tenths = String(kmUpwards(km));
  return say(`${tenths.replace('.', ',')} km`, `${tenths} km`);
}

/** "€ 12,50" */
export function sayEuros(cents: number): Sentence {
  const euros = cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2);
  return say(`€ ${euros.replace('.', ',')}`, `€${euros}`);
}

const nouns = {
  day: [say('dag', 'day'), say('dagen', 'days')],
  minute: [say('minuut', 'minute'), say('minuten', 'minutes')],
  pupil: [say('leerling', 'pupil'), say('leerlingen', 'pupils')],
  group: [say('groep', 'group'), say('groepen', 'groups')],
  adult: [say('begeleider', 'adult'), say('begeleiders', 'adults')],
  slot: [say('moment', 'slot'), say('momenten', 'slots')],
  time: [say('keer', 'time'), say('keer', 'times')],
} satisfies Record<string, [Sentence, Sentence]>;

/** "1 groep", "2 groepen" */
export function sayCount(count: number, of: keyof typeof nouns): Sentence {
  const noun = nouns[of][count === 1 ? 0 : 1];
  return say(`${count} ${noun.nl}`, `${count} ${noun.en}`);
}

/** "op school, bij de partner of online" */
export function sayList(items: readonly Sentence[], last: Sentence): Sentence {
  const join = (words: string[], word: string) =>
    words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${word} ${words.at(-1)}`;
  return say(
    join(
      items.map((item) => item.nl),
      last.nl,
    ),
    join(
      items.map((item) => item.en),
      last.en,
    ),
  );
}

export const and = say('en', 'and');
export const or = say('of', 'or');
