import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { duplicates, readBooks, wrongIn } from './books.js';
import { People, Refused, pause } from './people.js';
import { randomFrom } from './random.js';
import { Victims } from './victim.js';

export interface Killing {
  /** The compiled `main.js` of this folder. */
  readonly entry: string;
  readonly kills: number;
  readonly seed: number;
}

export interface Aftermath {
  readonly kills: number;
  readonly seed: number;
  /** Commands that were acknowledged. */
  readonly acknowledged: number;
  /** How many stories came to which end. */
  readonly ends: Readonly<Record<string, number>>;
  readonly mails: number;
  readonly duplicateMails: number;
  /** Commands acknowledged per second that somebody was up to answer, until the last kill. */
  readonly rate: number;
  /** Milliseconds from each restart to ready, shortest first. */
  readonly recoveries: readonly number[];
  /** Milliseconds from the last restart until everything had come to its end. */
  readonly settledAfter: number;
  readonly wrong: readonly string[];
}

export const startsAt = Date.parse('2026-11-23T09:00:00+01:00');
const atOnce = 32;
const patience = 60_000;

/** Mornings of the weekdays from January to June. */
export function mornings(): string[] {
  const days: string[] = [];
  for (let day = Date.parse('2027-01-05'); day < Date.parse('2027-06-25'); day += 86_400_000) {
    const date = new Date(day);
    if (date.getUTCDay() % 6 !== 0) days.push(date.toISOString().slice(0, 10));
  }
  return days;
}

/** People at work in a process that is killed again and again; what is left of their work in the end. */
export async function kill({ entry, kills, seed }: Killing): Promise<Aftermath> {
  const random = randomFrom(seed);
  const folder = mkdtempSync(join(tmpdir(), 'leerbrug-faults-'));
  const victims = new Victims(entry, folder, startsAt);
  const people = new People(victims, randomFrom(seed + 1));
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
      ends[end] = (ends[end] ?? 0) + 1;
    }
  };
  try {
    await victims.start();
    for (const groups of [1, 2, 1, 3, 5]) await people.offer(mornings(), groups);
    const workers = Array.from({ length: atOnce }, worker);
    for (let i = 0; i < kills; i++) {
      await pause(80 + random() * 600);
      await victims.end('SIGKILL');
      await victims.start();
    }
    if (kills === 0) await pause(2_000);
    const rate = (people.acknowledged.commands / victims.upFor) * 1000;
    going = false;
    const restarted = performance.now();
    if (!(await within(patience, Promise.all(workers))))
      wrong.push(`stories are stuck ${patience / 1000} s after the last restart`);
    let left = wrongIn(readBooks(folder), people.acknowledged);
    while (left.length > 0 && performance.now() - restarted < patience) {
      await pause(200);
      left = wrongIn(readBooks(folder), people.acknowledged);
    }
    const settledAfter = performance.now() - restarted;
    const books = readBooks(folder);
    await victims.end('SIGTERM');
    return {
      kills,
      seed,
      acknowledged: people.acknowledged.commands,
      ends,
      mails: books.mails.length,
      duplicateMails: duplicates(books),
      rate,
      recoveries: victims.recoveries.slice(1).sort((a, b) => a - b),
      settledAfter,
      wrong: [...wrong, ...left],
    };
  } finally {
    going = false;
    await victims.end('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
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

/** One line a figure. */
export function asTable(aftermath: Aftermath): string {
  const { recoveries, ends, wrong } = aftermath;
  const at = (share: number) =>
    recoveries[Math.min(recoveries.length - 1, Math.floor(recoveries.length * share))];
  const rows: [string, string][] = [
    ['kills', String(aftermath.kills)],
    ['seed', String(aftermath.seed)],
    ['acknowledged commands', `${aftermath.acknowledged}, ${Math.round(aftermath.rate)} a second while up`],
    [
      'stories',
      Object.entries(ends)
        .map(([end, count]) => `${end} ${count}`)
        .sort()
        .join(', '),
    ],
    ['restart to ready, p50 / p99', `${Math.round(at(0.5) ?? 0)} / ${Math.round(at(0.99) ?? 0)} ms`],
    ['all settled after the last restart', `${Math.round(aftermath.settledAfter)} ms`],
    ['mails, of them repeated', `${aftermath.mails}, ${aftermath.duplicateMails}`],
    ['lost, stuck or twice', wrong.length === 0 ? 'nothing' : wrong.slice(0, 20).join('\n  ')],
  ];
  return rows.map(([name, value]) => `${name.padEnd(36)}${value}\n`).join('');
}
