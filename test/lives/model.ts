import type { Side } from '#libs/contracts';
import { answerMoment } from '#libs/facts';
import {
  lesson,
  limits,
  minutes,
  offers,
  optionWorkingDays,
  pupilsPerGroup,
  questionWorkingDays,
  slotOf,
  schoolOf,
  type GroupId,
} from './places.js';

export const month = 30 * 24 * 60 * minutes;

export interface Lesson {
  readonly slot: string | null;
  readonly start: number;
  readonly end: number;
  readonly groups: readonly { readonly id: GroupId; readonly pupils: number }[];
}

export interface Room {
  readonly slot: string | null;
  readonly start: number;
  readonly end: number;
}

/** Where somebody wants it, and where an exact time may lie then. */
export interface Wish {
  readonly lessons: readonly Lesson[];
  readonly allowed: readonly Room[];
}

interface Change extends Wish {
  readonly by: Side;
  readonly question: number;
  readonly until: number;
}

/** What is held for one question. */
interface Hold {
  question: number;
  lessons: readonly Lesson[];
}

export interface Life extends Wish {
  readonly id: string;
  readonly origin: 'proposed' | 'booked' | 'arranged' | 'repeated';
  readonly request: string | null;
  readonly offer: string | null;
  readonly school: string;
  /** A firm programme keeps to its slots. */
  readonly firm: boolean;
  lessons: readonly Lesson[];
  allowed: readonly Room[];
  state: string;
  question: number;
  lastQuestion: number;
  exact: boolean;
  yes: readonly Side[];
  change: Change | null;
  nextAt: number | null;
  holds: readonly Hold[];
  pupils: number | null;
  hours: number | null;
}

export const liveStates = ['option', 'asked', 'confirmed'];
export const pastStates = ['held', 'counted', 'closed'];
const startOf = (lessons: readonly Lesson[]) => Math.min(...lessons.map(({ start }) => start));
const endOf = (lessons: readonly Lesson[]) => Math.max(...lessons.map(({ end }) => end));
export const other = (side: Side): Side => (side === 'school' ? 'partner' : 'school');
export { endOf, startOf };

/** One place of each slot that a class of so many pupils takes: two when it is larger than the partner's group. */
const placesOf = (pupils: number) => Math.ceil(pupils / pupilsPerGroup);

/** What everybody has agreed on, and what is left for others, told in as few words as possible. */
export class Model {
  readonly lives: Life[] = [];
  readonly withdrawnRequests = new Set<string>();
  readonly withdrawnOffers = new Set<string>();
  readonly metBy = new Map<string, string>();
  readonly blocked = new Map<string, number>();

  constructor(public now: number) {}

  /** Everything that these lessons of a match take, one line each: `<place> <how much or when>`. */
  takes(life: Life, lessons: readonly Lesson[]): string[] {
    const offer = offers.find(({ id }) => id === life.offer);
    const taken = new Map<string, number>();
    const lines: string[] = [];
    for (const { slot, start, end, groups } of lessons) {
      const places = groups.reduce((sum, { pupils }) => sum + placesOf(pupils), 0);
      if (slot) taken.set(slot, (taken.get(slot) ?? 0) + places);
      const day = new Date(start).toISOString().slice(0, 10);
      const who = [...(offer ? [`person:${offer.person}`] : []), ...groups.map(({ id }) => `group:${id}`)];
      lines.push(...who.map((each) => `${each}|${day} ${start}-${end}`));
    }
    const own = new Set(lessons.flatMap(({ groups }) => groups.map(({ id }) => id)));
    if (life.request) lines.push(...[...own].map((id) => `${life.request}|${id}`));
    return [...[...taken].map(([slot, places]) => `${slot} ${places}`), ...lines, ...this.counts(life, lessons)];
  }

  private counts(life: Life, lessons: readonly Lesson[]): string[] {
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
  private others(life: Life) {
    return this.lives.filter(({ id }) => id !== life.id).flatMap((each) =>
      each.holds.map(({ lessons }) => ({ life: each, lessons })),
    );
  }

  /** Whether nothing stands in the way of it. */
  canHold(life: Life, lessons: readonly Lesson[]): boolean {
    const others = this.others(life);
    const own = new Set(life.holds.flatMap((hold) => hold.lessons.map(({ slot }) => slot)));
    const slots = new Set(lessons.flatMap(({ slot }) => slot ?? []));
    for (const slot of slots) {
      if (this.withdrawnOffers.has(slotOf(slot).offer.id) && !own.has(slot)) return false;
      if (placesIn(slot, lessons) > this.free(slot, life)) return false;
    }
    const groups = lessons.flatMap((each) => each.groups.map(({ id }) => id));
    for (const { life: another, lessons: theirs } of others) {
      const sameDemand = life.request !== null && life.request === another.request;
      if (sameDemand && theirs.some((each) => each.groups.some(({ id }) => groups.includes(id)))) return false;
      if (lessons.some((one) => theirs.some((each) => clash(life, one, another, each)))) return false;
    }
    return this.counts(life, lessons).every((ceiling) => {
      const counted = others.filter((each) => this.counts(each.life, each.lessons).includes(ceiling));
      return new Set(counted.map((each) => each.life.id)).size < maxOf(ceiling);
    });
  }

  /** Places of a slot that others leave. */
  free(slot: string, life?: Life): number {
    const taken = this.lives
      .filter(({ id }) => id !== life?.id)
      .map(({ holds }) => Math.max(0, ...holds.map(({ lessons }) => placesIn(slot, lessons))));
    const blocked = this.blocked.get(slot) ?? 0;
    return slotOf(slot).places - blocked - taken.reduce((sum, places) => sum + places, 0);
  }

  /** The place is there: whoever did not say yes beforehand is asked; an option waits. */
  secured(life: Life, asOption: boolean): void {
    life.holds = [{ question: 1, lessons: life.lessons }];
    if (asOption) {
      Object.assign(life, { state: 'option', yes: ['partner'] });
      life.nextAt = this.atMost(optionWorkingDays, startOf(life.lessons));
    } else if (life.exact && life.yes.length === 2) this.confirm(life);
    else this.ask(life);
  }

  ask(life: Life): void {
    life.state = 'asked';
    life.nextAt = this.atMost(questionWorkingDays, startOf(life.lessons));
  }

  confirm(life: Life): void {
    Object.assign(life, { state: 'confirmed', nextAt: endOf(life.lessons) });
    if (life.request) this.metBy.set(life.request, life.id);
    life.holds = life.holds.map((hold) => ({ ...hold, lessons: atTimesOf(hold.lessons, life.lessons) }));
  }

  end(life: Life, state: string): void {
    Object.assign(life, { state, nextAt: null, change: null, holds: [] });
    if (life.request && this.metBy.get(life.request) === life.id) this.metBy.delete(life.request);
  }

  takePlace(life: Life): void {
    this.drop(life);
    Object.assign(life, { state: 'held', nextAt: endOf(life.lessons) + month });
  }

  /** The change does not come. */
  drop(life: Life): void {
    const { change } = life;
    if (!change) return;
    life.holds = life.holds.filter(({ question }) => question !== change.question);
    Object.assign(life, { change: null, nextAt: endOf(life.lessons) });
  }

  /** Another place or time than what is held; a counter becomes the question, a move waits for the other's yes. */
  want(life: Life, wish: Wish, by: Side): void {
    const question = ++life.lastQuestion;
    if (!this.canHold(life, wish.lessons)) return;
    if (life.state === 'asked') {
      Object.assign(life, { ...wish, question, exact: true, yes: [by] });
      life.holds = [{ question, lessons: wish.lessons }];
      this.ask(life);
      return;
    }
    const until = this.atMost(questionWorkingDays, startOf(life.lessons));
    life.change = { ...wish, by, question, until };
    life.holds = [...life.holds, { question, lessons: wish.lessons }];
    life.nextAt = Math.min(until, endOf(life.lessons));
  }

  agreeToChange(life: Life): void {
    const { lessons, allowed, question } = life.change as Change;
    Object.assign(life, { lessons, allowed, question, change: null });
    life.holds = life.holds.filter((hold) => hold.question === question);
    this.confirm(life);
  }

  /** What falls due by itself, until nothing is due any more. */
  pass(): void {
    for (const life of this.lives) {
      while (life.nextAt !== null && life.nextAt <= this.now) {
        if (life.state === 'asked' || life.state === 'option') this.end(life, 'released');
        else if (life.state !== 'confirmed') Object.assign(life, { state: 'closed', nextAt: null });
        else if (endOf(life.lessons) <= this.now) this.takePlace(life);
        else this.drop(life);
      }
    }
  }

  private atMost(workingDays: number, moment: number): number {
    return Math.min(answerMoment(this.now, workingDays), moment);
  }
}

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

/** What is held becomes as short as what was agreed. */
const atTimesOf = (held: readonly Lesson[], agreed: readonly Lesson[]): Lesson[] =>
  held.map((each, i) => ({ ...each, start: agreed[i]?.start ?? each.start, end: agreed[i]?.end ?? each.end }));

export const sameTimes = (a: readonly Lesson[], b: readonly Lesson[]): boolean =>
  a.every(({ start, end }, i) => start === b[i]?.start && end === b[i].end);

export const schoolOfGroups = (groups: readonly GroupId[]): string => schoolOf[groups[0] as GroupId];
export const lasting = (start: number) => ({ start, end: start + lesson });
