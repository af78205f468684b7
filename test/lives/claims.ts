import { limits, offers, pupilsPerGroup, slotOf } from './places.js';
import { startOf, type Hold, type Lesson, type Life } from './life.js';

/** What counts for what can still be had. */
interface Town {
  readonly lives: readonly Life[];
  readonly withdrawnOffers: ReadonlySet<string>;
  /** Places given away elsewhere, by slot. */
  readonly blocked: ReadonlyMap<string, number>;
}

const linesOf = new WeakMap<Hold, readonly string[]>();

/** Everything that a hold takes, one line each: what, and how much of it or when. */
export function takes(life: Life, hold: Hold): readonly string[] {
  const known = linesOf.get(hold);
  if (known) return known;
  const { lessons } = hold;
  const offer = offers.find(({ id }) => id === life.offer);
  const taken = new Map<string, number>();
  const lines: string[] = [];
  for (const { slot, start, end, groups } of lessons) {
    if (slot) taken.set(slot, placesIn(slot, lessons));
    const day = new Date(start).toISOString().slice(0, 10);
    const who = [...(offer ? [`person:${offer.person}`] : []), ...groups.map(({ id }) => `group:${id}`)];
    lines.push(...who.map((each) => `${each}|${day} ${start}-${end}`));
  }
  const own = new Set(lessons.flatMap(({ groups }) => groups.map(({ id }) => id)));
  if (life.request) lines.push(...[...own].map((id) => `${life.request}|${id}`));
  lines.push(...[...taken].map(([slot, places]) => `${slot} ${places}`), ...countsOf(life, lessons));
  linesOf.set(hold, lines);
  return lines;
}

function countsOf(life: Life, lessons: readonly Lesson[]): string[] {
  const period = new Date(startOf(lessons)).toISOString().slice(0, 7);
  const year = period < '2027-08' ? '2026-2027' : period < '2028-08' ? '2027-2028' : '2028-2029';
  const offer = offers.find(({ id }) => id === life.offer);
  return [
    ...(offer ? [`offer:${offer.id}|${period}`, `person:${offer.person}|${period}`] : []),
    `organisation:factory|${period}`,
    `organisation:factory|${year}`,
    ...(life.origin === 'booked' ? [`school:${life.school}|region|${year}`] : []),
  ];
}

/** What all others hold. */
function othersThan({ lives }: Town, life: Life) {
  return lives
    .filter(({ id }) => id !== life.id)
    .flatMap((each) => each.holds.map(({ lessons }) => ({ life: each, lessons })));
}

/** Whether nothing stands in the way of it. */
export function canHold(town: Town, life: Life, lessons: readonly Lesson[]): boolean {
  const others = othersThan(town, life);
  const own = new Set(life.holds.flatMap((hold) => hold.lessons.map(({ slot }) => slot)));
  const slots = new Set(lessons.flatMap(({ slot }) => slot ?? []));
  for (const slot of slots) {
    if (town.withdrawnOffers.has(slotOf(slot).offer.id) && !own.has(slot)) return false;
    if (placesIn(slot, lessons) > placesFree(town, slot, life)) return false;
  }
  const groups = lessons.flatMap((each) => each.groups.map(({ id }) => id));
  for (const { life: another, lessons: theirs } of others) {
    const sameDemand = life.request !== null && life.request === another.request;
    if (sameDemand && theirs.some((each) => each.groups.some(({ id }) => groups.includes(id)))) return false;
    if (lessons.some((one) => theirs.some((each) => clash(life, one, another, each)))) return false;
  }
  return countsOf(life, lessons).every((ceiling) => {
    const counted = others.filter((each) => countsOf(each.life, each.lessons).includes(ceiling));
    return new Set(counted.map((each) => each.life.id)).size < maxOf(ceiling);
  });
}

/** Places of a slot that others leave. */
export function placesFree(town: Town, slot: string, life?: Life): number {
  const taken = town.lives
    .filter(({ id }) => id !== life?.id)
    .map(({ holds }) => Math.max(0, ...holds.map(({ lessons }) => placesIn(slot, lessons))));
  const blocked = town.blocked.get(slot) ?? 0;
  return slotOf(slot).places - blocked - taken.reduce((sum, places) => sum + places, 0);
}

/** One place of each slot that a class of so many pupils takes: two when it is larger than the partner's group. */
const placesOf = (pupils: number) => Math.ceil(pupils / pupilsPerGroup);

function placesIn(slot: string, lessons: readonly Lesson[]): number {
  return lessons
    .filter((each) => each.slot === slot)
    .flatMap(({ groups }) => groups)
    .reduce((sum, { pupils }) => sum + placesOf(pupils), 0);
}

/** One person or one class at two places at once; guides at the partner's receive several schools together. */
function clash(life: Life, a: Lesson, another: Life, b: Lesson): boolean {
  if (a.end <= b.start || b.end <= a.start) return false;
  if (a.groups.some(({ id }) => b.groups.some((each) => each.id === id))) return true;
  const person = (id: string | null) => offers.find((offer) => offer.id === id)?.person;
  const guided = a.slot !== null && a.slot === b.slot && slotOf(a.slot).offer.place === 'at-partner';
  return person(life.offer) !== undefined && person(life.offer) === person(another.offer) && !guided;
}

function maxOf(ceiling: string): number {
  const perMonth = ceiling.endsWith('-2027') || ceiling.endsWith('-2028') || ceiling.endsWith('-2029');
  if (ceiling.startsWith('school:')) return limits.bookingsPerYear;
  if (ceiling.startsWith('person:')) return limits.personPerMonth;
  if (ceiling.startsWith('offer:lab|')) return limits.labPerMonth;
  if (ceiling.startsWith('offer:')) return Infinity;
  return perMonth ? limits.organisationPerYear : limits.organisationPerMonth;
}
