import type { Fleet, Outage } from './fleet.js';
import { atWork } from './kill.js';
import { pause, type People } from './people.js';

export interface Endured {
  readonly gone: Outage;
  readonly seconds: number;
  readonly seed: number;
  /** Requests posted while it was gone, and how many of them were accepted before it was back. */
  readonly posted: number;
  readonly accepted: number;
  /** Milliseconds until they were accepted, of those that were. */
  readonly acceptedWithin: readonly number[];
  /** Milliseconds from its return until everything that was begun had come to its end. */
  readonly caughtUpAfter: number;
  readonly mails: number;
  readonly duplicateMails: number;
  readonly wrong: readonly string[];
}

const apartMs = 1_000;

/** One of the servers is gone for that long while people go on with what they do. */
export async function endure(
  fleet: Fleet,
  { gone, seconds, seed }: Pick<Endured, 'gone' | 'seconds' | 'seed'>,
): Promise<Endured> {
  const { treated, settledAfter, mails, duplicateMails, wrong } = await atWork(
    fleet,
    seed,
    async (people) => {
      const { sent, ...meanwhile } = await fleet.without(gone, () => post(people, seconds));
      // Whoever was not answered meanwhile is now. @throws when one is refused
      await Promise.all(sent);
      return meanwhile;
    },
  );
  return {
    ...{ gone, seconds, seed },
    ...treated,
    caughtUpAfter: settledAfter,
    ...{ mails, duplicateMails, wrong },
  };
}

/** A new request every second, whatever becomes of those before it. */
async function post(people: People, seconds: number) {
  const acceptedWithin: number[] = [];
  const sent: Promise<unknown>[] = [];
  const until = performance.now() + seconds * 1_000;
  while (performance.now() < until) {
    const began = performance.now();
    const groups = [{ sector: 'po', grades: ['7'], pupils: 20, name: `zonder ${sent.length + 1}` }];
    sent.push(people.request({ groups }).then(() => void acceptedWithin.push(performance.now() - began)));
    await pause(apartMs);
  }
  return {
    sent,
    posted: sent.length,
    accepted: acceptedWithin.length,
    acceptedWithin: acceptedWithin.toSorted((a, b) => a - b),
  };
}

/** One line a figure. */
export function enduredAsTable(endured: Endured): string {
  const { acceptedWithin, wrong } = endured;
  const at = (share: number) =>
    Math.round(acceptedWithin[Math.floor((acceptedWithin.length - 1) * share)] ?? 0);
  const rows: [string, string][] = [
    ['gone', `the ${endured.gone}, ${endured.seconds} s (seed ${endured.seed})`],
    ['requests accepted meanwhile', `${endured.accepted} of ${endured.posted}`],
    ['accepted within, p50 / longest', `${at(0.5)} / ${at(1)} ms`],
    ['all caught up after its return', `${Math.round(endured.caughtUpAfter)} ms`],
    ['mails, of them repeated', `${endured.mails}, ${endured.duplicateMails}`],
    ['lost, stuck or twice', wrong.length === 0 ? 'nothing' : wrong.slice(0, 20).join('\n  ')],
  ];
  return rows.map(([name, value]) => `${name.padEnd(36)}${value}\n`).join('');
}
