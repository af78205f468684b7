import type { Side } from '#libs/contracts';
import { answerDeadline } from '#libs/facts';
import { canHold } from './claims.js';
import { endOf, month, pastStates, startOf, type Change, type Lesson, type Life, type Wish } from './life.js';
import { optionWorkingDays, questionWorkingDays, type GroupId } from './places.js';

/** What everybody has agreed on, and what is left for others, told in as few words as possible. */
export class Model {
  readonly lives: Life[] = [];
  readonly withdrawnRequests = new Set<string>();
  readonly withdrawnOffers = new Set<string>();
  readonly blocked = new Map<string, number>();

  constructor(public now: number) {}

  /** Most often one that is still on its way, counted from the newest; else any. */
  lifeOf(number: number): Life | undefined {
    const going = number % 4 > 0 ? this.lives.filter(({ nextAt }) => nextAt !== null) : [];
    const among = going.length > 0 ? going : this.lives;
    return among.at(-1 - (number % Math.max(1, among.length)));
  }

  /** The groups of a request that an appointment is agreed for, or has been. */
  servedBy(request: string): ReadonlySet<GroupId> {
    const agreed = this.lives.filter(
      (life) => life.request === request && ['confirmed', ...pastStates].includes(life.state),
    );
    return new Set(
      agreed.flatMap(({ lessons }) => lessons.flatMap(({ groups }) => groups.map(({ id }) => id))),
    );
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
    life.holds = life.holds.map((hold) => ({ ...hold, lessons: atTimesOf(hold.lessons, life.lessons) }));
  }

  /** It took place after all. */
  undoNoShow(life: Life): void {
    Object.assign(life, { state: 'held', nextAt: this.now + month });
  }

  end(life: Life, state: string): void {
    Object.assign(life, { state, nextAt: null, change: null, holds: [] });
  }

  takePlace(life: Life): void {
    this.drop(life);
    Object.assign(life, { state: 'held', nextAt: endOf(life.lessons) + month });
  }

  /** What is over took place; what was still to come is off, and others can have it. */
  cancelRest(life: Life): void {
    this.drop(life);
    const isOver = (_: unknown, i: number) => (life.lessons[i] as Lesson).end <= this.now;
    const holds = life.holds.map((hold) => ({ ...hold, lessons: hold.lessons.filter(isOver) }));
    Object.assign(life, { holds, lessons: life.lessons.filter(isOver) });
    this.takePlace(life);
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
    if (!canHold(this, life, wish.lessons)) return;
    if (life.state === 'asked') {
      Object.assign(life, { ...wish, question, exact: true, yes: [by] });
      life.holds = [{ question, lessons: wish.lessons }];
      this.ask(life);
      return;
    }
    const soonest = Math.min(startOf(life.lessons), startOf(wish.lessons));
    const until = this.atMost(questionWorkingDays, soonest);
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
    return Math.min(answerDeadline(this.now, workingDays), moment);
  }
}

/** What is held becomes as short as what was agreed. */
const atTimesOf = (held: readonly Lesson[], agreed: readonly Lesson[]): Lesson[] =>
  held.map((each, i) => ({
    ...each,
    start: agreed[i]?.start ?? each.start,
    end: agreed[i]?.end ?? each.end,
  }));

export const sameTimes = (a: readonly Lesson[], b: readonly Lesson[]): boolean =>
  a.every(({ start, end }, i) => start === b[i]?.start && end === b[i].end);
