import type { Attacked } from './attacked.js';
import { duplicates, wrongIn } from './books.js';
import { mornings } from './mornings.js';
import { OneProcess } from './one-process.js';
import { People, Refused, pause } from './people.js';
import type { Planted } from './planted.js';
import { randomFrom } from './random.js';
import type { Killing } from './victim.js';
import { whatReadingChanged } from './what-reading-changed.js';

export interface Aftermath {
  readonly kills: number;
  readonly seed: number;
  /** What was done to it, and how often. */
  readonly faults: Readonly<Record<string, number>>;
  /** Commands by what became of them: done, refused with a reason, and sent again because nobody said. */
  readonly done: number;
  readonly refused: number;
  readonly unknown: number;
  /** How many stories came to which end. */
  readonly ends: Readonly<Record<string, number>>;
  readonly mails: number;
  readonly duplicateMails: number;
  /** Commands answered per second that somebody was up to answer, until the last kill. */
  readonly rate: number;
  /** Milliseconds from each restart to ready, shortest first. */
  readonly recoveries: readonly number[];
  /** Milliseconds from the last restart until everything had come to its end. */
  readonly settledAfter: number;
  readonly wrong: readonly string[];
}

const patience = 60_000;

/** People at work in one process that is killed again and again; what is left of their work in the end. */
export const kill = ({ entry, bug, ...killing }: Killing & { readonly bug?: Planted }): Promise<Aftermath> =>
  attack(new OneProcess(entry, bug), { ...killing, between: 600 });

interface Attack extends Omit<Killing, 'entry'> {
  /** At most so many milliseconds from one kill to the next, beside 80; one life in ten is longer. */
  readonly between: number;
}

const calmMs = 2_000;
/** After so many kills nearly every place is taken, and people would do nothing but ask in vain. */
const fullAfter = 100;

async function moreToHave(people: People): Promise<void> {
  await people.offer(mornings(), 3);
  await people.firmOffer(mornings());
}

/** Some live for longer, so that what gives way to people has its turn too, and is killed in the middle of it. */
const longLives = 0.1;
const longMs = 4_000;

export async function attack(
  attacked: Attacked,
  { kills, seed, between, killed }: Attack,
): Promise<Aftermath> {
  const random = randomFrom(seed);
  const faults: Record<string, number> = {};
  const { treated: rate, ...work } = await atWork(attacked, seed, async (people) => {
    const { acknowledged } = people;
    const [before, up] = [acknowledged.commands, attacked.upFor];
    for (let i = 0; i < kills; i++) {
      await pause(80 + random() * between + (random() < longLives ? longMs : 0));
      for (const fault of await attacked.harm(random)) count(faults, fault);
      killed?.(i + 1);
      if ((i + 1) % fullAfter === 0) await moreToHave(people);
    }
    if (kills === 0) await pause(calmMs);
    return ((acknowledged.commands - before) / (attacked.upFor - up)) * 1000;
  });
  return { kills, seed, faults, rate, ...work };
}

const count = (of: Record<string, number>, name: string) => (of[name] = (of[name] ?? 0) + 1);

/** What became of the work that people did while something was treated badly. */
interface Work<T> extends Omit<Aftermath, 'kills' | 'seed' | 'faults' | 'rate'> {
  readonly treated: T;
}

/** People at work for as long as `treat` takes; then what they began has to come to its end. */
export async function atWork<T>(
  attacked: Attacked,
  seed: number,
  treat: (people: People) => Promise<T>,
): Promise<Work<T>> {
  const people = new People(attacked, randomFrom(seed + 1));
  const { acknowledged } = people;
  const ends: Record<string, number> = {};
  const wrong: string[] = [];
  let going = true;
  let stories = 0;
  const worker = async () => {
    while (going) {
      const name = `groep ${++stories}`;
      const end = await people.story(name).catch((error: unknown) => {
        if (!(error instanceof Refused)) throw error;
        wrong.push(`${name} was refused: ${error.message}`);
        return 'refused';
      });
      count(ends, end);
    }
  };
  try {
    await attacked.start();
    for (const groups of [1, 2, 1, 3, 5]) await people.offer(mornings(), groups);
    await people.firmOffer(mornings());
    const workers = Array.from({ length: attacked.crowd }, worker);
    const treated = await treat(people);
    going = false;
    await attacked.whole();
    const restarted = performance.now();
    if (!(await within(patience, Promise.all(workers))))
      wrong.push(
        ...people.waitingFor.map((what) => `stuck ${patience / 1000} s after the last restart: ${what}`),
        `stories are stuck ${patience / 1000} s after the last restart`,
      );
    let left = wrongIn(await attacked.books(), acknowledged);
    // What there is too much of gets less; what is stuck does not.
    for (let [least, since] = [left.length, performance.now()]; left.length > 0;) {
      if (performance.now() - since > patience) break;
      await pause(200);
      left = wrongIn(await attacked.books(), acknowledged);
      if (left.length < least) [least, since] = [left.length, performance.now()];
    }
    const settledAfter = performance.now() - restarted;
    const books = await attacked.books();
    return {
      treated,
      done: acknowledged.commands - acknowledged.refused,
      refused: acknowledged.refused,
      unknown: acknowledged.unknown,
      ends,
      mails: books.mails.length,
      duplicateMails: duplicates(books),
      recoveries: attacked.recoveries.toSorted((a, b) => a - b),
      settledAfter,
      wrong: [
        ...wrong,
        ...acknowledged.unreadable,
        ...left,
        ...(await whatReadingChanged(attacked, people)),
        ...(await attacked.audit()),
      ],
    };
  } finally {
    going = false;
    people.giveUp();
    await attacked.end();
  }
}

async function within(milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), milliseconds)));
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
