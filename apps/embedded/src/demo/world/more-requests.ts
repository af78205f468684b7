import { findTheme, sectors, type Sector } from '#libs/facts';
import { offersTo, type OfferedTo } from './offers.js';
import { demoSchools } from './schools.js';

const count = 220;
/** A request in so many is one that nothing fits. */
const everyUnmet = 9;
/** Left the region: they ask nothing. */
const gone = [43, 88];

const classNames = ['A', 'B', 'C'];
const pupilsOf: Readonly<Record<Sector, readonly number[]>> = {
  po: [22, 25, 28, 24, 30, 19],
  sbo: [12, 13, 11],
  so: [7, 8, 9],
  vso: [9, 11, 8],
  vo: [26, 28, 14, 24],
  mbo: [18, 20, 15],
};
const distances = ['', 'km=40', 'km=30', 'km=25 transport=asked', '', 'km=20', 'km=50 transport=own'];
const wishes = [
  '',
  'once',
  '',
  'suit=newcomers',
  '',
  'split',
  '',
  '',
  'cost=20000',
  '',
  'suit=wheelchair',
  '',
  '',
];

/** Rows as those of the requests' own table: what schools ask of the offers there are, and now and then of none. */
export function moreRequests(): string[][] {
  const offered = new Map(sectors.map((sector) => [sector, offersTo(sector)]));
  const schools = demoSchools.flatMap(({ seed }, i) => (gone.includes(i) ? [] : [{ seed, number: i + 1 }]));
  return Array.from({ length: count }, (_, i) => {
    const at = i * 29 + Math.floor(i / schools.length);
    const { seed, number } = schools[at % schools.length] as (typeof schools)[number];
    const sector = seed.sectors[i % seed.sectors.length] ?? 'po';
    const offers = offered.get(sector) ?? [];
    const offer = offers[(i * 17) % offers.length] as OfferedTo;
    const [span = '', days = '', time = ''] = offer.times.split(/\s+/);
    const row = {
      theme: offer.theme,
      days: i % 4 === 1 ? days : '',
      parts: partOf(time),
      said: [
        offer.place === 'at-school' ? '' : distances[i % distances.length],
        wishes[i % wishes.length],
      ].join(' '),
    };
    const wish = i % everyUnmet === 4 ? unmet(row, offer.place, i) : row;
    const group = groupFor(sector, offer, i);
    const title = `${findTheme(wish.theme)?.label.nl ?? wish.theme} voor ${group.name}`;
    const { theme, parts, said } = wish;
    return [
      ...[String(number), title, offer.kind, theme, group.text],
      ...[span, wish.days.replace(',', ' '), parts, said],
    ];
  });
}

function partOf(time: string): string {
  const hour = Number(time.split(':')[0]);
  if (!time.includes(':')) return time;
  if (hour < 12) return 'morning';
  return hour < 15 ? 'afternoon' : 'after-school';
}

interface Wish {
  readonly theme: string;
  readonly days: string;
  readonly parts: string;
  readonly said: string;
}

/** Nobody offers art or movement, comes in the evening or on a Saturday, or lives next door. */
function unmet(row: Wish, place: string, turn: number): Wish {
  const kinds: readonly Wish[] = [
    { ...row, theme: turn % 2 ? 'art/music' : 'art/theatre-dance' },
    { ...row, theme: turn % 2 ? 'movement/forces-motion' : 'movement/sports-measuring' },
    { ...row, parts: 'evening' },
    { ...row, days: 'sat', parts: '' },
    place === 'at-partner' ? { ...row, said: 'km=0' } : { ...row, parts: 'after-school', days: 'fri' },
  ];
  return kinds[Math.floor(turn / everyUnmet) % kinds.length] as Wish;
}

/** A group of that sector that the offer is for: a combination group now and then, two groups sometimes. */
function groupFor(sector: Sector, { grades, levels, mostPupils }: OfferedTo, turn: number) {
  const level = levels[turn % levels.length] ?? '';
  const [grade = '', next] = grades.slice(turn % grades.length);
  const combined = sector === 'po' && turn % 5 === 2 && next !== undefined;
  const numbers = pupilsOf[sector];
  const pupils = Math.min(numbers[(turn * 5 + Math.floor(turn / 7)) % numbers.length] as number, mostPupils);
  const words = [sector, combined ? `${grade}-${next}` : grade, level].filter(Boolean).join(' ');
  const name = combined ? `${grade}/${next}` : `${grade}${classNames[turn % classNames.length]}`;
  const text = `${words} x${pupils} ${name}`;
  if (combined || sector !== 'po' || turn % 11 !== 6) return { name, text };
  const both = `${words} x${pupils} ${grade}A ; ${words} x${pupils - 1} ${grade}B`;
  return { name: `${grade}A en ${grade}B`, text: both };
}
