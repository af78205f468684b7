import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crowdDueAt, isDone, mailsOf, sizeCrowd, type Sent } from './crowd.js';
import { pause } from './people.js';
import { randomFrom } from './random.js';
import { Victims, type Killing } from './victim.js';

export interface Asked {
  readonly kills: number;
  readonly seed: number;
  readonly matches: number;
  readonly mails: number;
  readonly duplicateMails: number;
  /** Kills while somebody was still to be asked. */
  readonly inTheMiddle: number;
  /** Who is asked of a match never, or in two mails. */
  readonly wrong: readonly string[];
}

const matchesPerKill = 120;
const patience = 90_000;

/** Kills whoever asks both sides of many matches for their figures, again and again. */
export async function killFollowUps({ entry, kills, seed }: Killing): Promise<Asked> {
  const random = randomFrom(seed);
  const folder = mkdtempSync(join(tmpdir(), 'leerbrug-crowd-'));
  const matches = 200 + matchesPerKill * kills;
  sizeCrowd(folder, matches);
  const victims = new Victims(entry, folder, crowdDueAt + 5_000, 'crowd');
  let inTheMiddle = 0;
  try {
    await victims.start();
    for (let i = 0; i < kills; i++) {
      await pause(50 + random() * 350);
      await victims.end('SIGKILL');
      if (!isDone(folder, matches)) inTheMiddle += 1;
      await victims.start();
    }
    const restarted = performance.now();
    while (!isDone(folder, matches) && performance.now() - restarted < patience) await pause(200);
    const mails = mailsOf(folder);
    const late = isDone(folder, matches)
      ? []
      : [`not all are asked ${patience / 1000} s after the last start`];
    return {
      ...{ kills, seed, matches, inTheMiddle },
      mails: mails.length,
      duplicateMails: mails.length - new Set(mails.map(({ messageId }) => messageId)).size,
      wrong: [...late, ...unlikeOnce(mails, matches)],
    };
  } finally {
    await victims.end('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Each match stands in one mail to each side. One that is repeated leaves out what was noted as sent before the kill. */
function unlikeOnce(mails: readonly Sent[], matches: number): string[] {
  const asked = new Map<string, Set<string>>();
  const mailsWith = new Map<string, Set<string>>();
  for (const { text, to, messageId } of mails)
    for (const id of new Set(text.match(/afspraken\/crowd-\d{5}/g))) {
      asked.set(id, (asked.get(id) ?? new Set()).add(to.email));
      const what = `${id} to ${to.email}`;
      mailsWith.set(what, (mailsWith.get(what) ?? new Set()).add(messageId));
    }
  const ids = Array.from({ length: matches }, (_, i) => `afspraken/crowd-${String(i).padStart(5, '0')}`);
  return [
    ...ids
      .filter((id) => asked.get(id)?.size !== 2)
      .map((id) => `${id} is asked of ${asked.get(id)?.size ?? 0}`),
    ...[...mailsWith]
      .filter(([, { size }]) => size > 1)
      .map(([what, { size }]) => `${what} in ${size} mails`),
  ];
}

/** One line a figure. */
export function askedAsTable({ wrong, ...figures }: Asked): string {
  const lines = Object.entries(figures).map(([name, value]) => `${name.padEnd(20)}${value}\n`);
  return [...lines, `wrong               ${wrong.slice(0, 20).join('\n  ') || 'nothing'}\n`].join('');
}
