import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crowdDueAt, isDone, mailsOf, sizeCrowd } from './crowd.js';
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
    const distinct = new Map(mails.map((mail) => [mail.messageId, mail]));
    const late = isDone(folder, matches)
      ? []
      : [`not all are asked ${patience / 1000} s after the last start`];
    return {
      ...{ kills, seed, matches, inTheMiddle },
      mails: mails.length,
      duplicateMails: mails.length - distinct.size,
      wrong: [...late, ...unlikeOnce([...distinct.values()], matches)],
    };
  } finally {
    await victims.end('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Each match stands in one mail to each side. */
function unlikeOnce(mails: readonly { text: string; to: { email: string } }[], matches: number): string[] {
  const asked = new Map<string, Set<string>>();
  const times = new Map<string, number>();
  for (const { text, to } of mails)
    for (const id of new Set(text.match(/afspraken\/crowd-\d{5}/g))) {
      asked.set(id, (asked.get(id) ?? new Set()).add(to.email));
      times.set(`${id} ${to.email}`, (times.get(`${id} ${to.email}`) ?? 0) + 1);
    }
  const ids = Array.from({ length: matches }, (_, i) => `afspraken/crowd-${String(i).padStart(5, '0')}`);
  return [
    ...ids
      .filter((id) => asked.get(id)?.size !== 2)
      .map((id) => `${id} is asked of ${asked.get(id)?.size ?? 0}`),
    ...[...times].filter(([, many]) => many > 1).map(([what, many]) => `${what} ${many} times`),
  ];
}

/** One line a figure. */
export function askedAsTable({ wrong, ...figures }: Asked): string {
  const lines = Object.entries(figures).map(([name, value]) => `${name.padEnd(20)}${value}\n`);
  return [...lines, `wrong               ${wrong.slice(0, 20).join('\n  ') || 'nothing'}\n`].join('');
}
