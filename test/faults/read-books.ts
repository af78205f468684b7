import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openClusterBooks, readServers } from '#libs/cluster';
import type { Books as KeptBooks } from '#libs/runtime';
import { definitions } from '../../apps/cli/src/cluster/definitions.js';
import type {
  Calendar,
  Consideration,
  Day,
  Hold,
  Match,
  Notification,
  Offer,
  Parked,
  Request,
  Round,
  Taking,
} from './documents.js';

/** All documents of that collection; none when it has not been made yet. */
type All = <Document>(name: string) => Document[];

const parkedOf = definitions.map(({ name }) => `${name}.parked`);

function booksFrom(all: All, mails: readonly string[]) {
  return {
    requests: all<Request>('requests.requests'),
    offers: all<Offer>('offers.offers'),
    holds: all<Hold>('offers.holds'),
    calendars: all<Calendar>('offers.calendars'),
    demands: all<Taking>('offers.demands'),
    days: all<Day>('offers.days'),
    counters: all<Taking>('offers.counters'),
    matches: all<Match>('matching.matches'),
    considerations: all<Consideration>('matching.considerations'),
    rounds: all<Round>('matching.rounds'),
    notifications: all<Notification>('notifications.notifications'),
    parked: parkedOf.flatMap((name) => all<Parked>(name)),
    /** The message id of each that was handed over, repetitions too. */
    mails,
  };
}

export type Books = ReturnType<typeof booksFrom>;

/** What lies in the folder, all of it at one moment, read beside the process that writes it. */
export function readBooks(folder: string): Books {
  const database = new DatabaseSync(join(folder, 'leerbrug.db'), { readOnly: true });
  try {
    database.exec('begin');
    const names = database.prepare('select name from collections').all();
    const all: All = <Document>(name: string) =>
      names.some((known) => known['name'] === name)
        ? database
            .prepare(`select body from "${name}"`)
            .all()
            .map(({ body }) => JSON.parse(String(body)) as Document)
        : [];
    const mails = database
      .prepare('select mail from mailbox')
      .all()
      .map(({ mail }) => (JSON.parse(String(mail)) as { messageId: string }).messageId);
    return booksFrom(all, mails);
  } finally {
    database.close();
  }
}

const read = [
  'requests.requests',
  'offers.offers',
  'offers.holds',
  'offers.calendars',
  'offers.demands',
  'offers.days',
  'offers.counters',
  'matching.matches',
  'matching.considerations',
  'matching.rounds',
  'notifications.notifications',
  ...parkedOf,
];

/** What the database of a cluster keeps. @throws Unavailable */
export async function readClusterBooks(
  servers: Readonly<Record<string, string>>,
  mails: readonly string[],
): Promise<Books> {
  const { books, close } = await openClusterBooks(readServers(servers));
  try {
    const kept = new Map<string, unknown[]>();
    for (const name of read) kept.set(name, await allOf(books, name));
    return booksFrom(<Document>(name: string) => (kept.get(name) ?? []) as Document[], mails);
  } finally {
    await close();
  }
}

async function allOf(books: KeptBooks, name: string): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const document of books.all({ name, indexes: {} })) found.push(document);
  return found;
}
