import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Acknowledged } from './people.js';

type Document = Record<string, any> & { readonly id: string; readonly state: any };

const live = ['holding', 'asked', 'confirmed'];
/** A state that was acknowledged may only be followed by these. */
const later: Record<string, readonly string[]> = {
  holding: ['asked', 'refused', 'confirmed', 'declined', 'cancelled'],
  asked: ['asked', 'confirmed', 'declined', 'cancelled'],
  confirmed: ['confirmed', 'cancelled'],
};

/** What lies in the folder, read beside the process that writes it. */
export function readBooks(folder: string) {
  const database = new DatabaseSync(join(folder, 'leerbrug.db'), { readOnly: true });
  try {
    const names = database.prepare('select name from collections').all();
    const all = (name: string): Document[] =>
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
    return {
      requests: all('requests.requests'),
      offers: all('offers.offers'),
      holds: all('offers.holds'),
      calendars: all('offers.calendars'),
      demands: all('offers.demands'),
      matches: all('matching.matches'),
      considerations: all('matching.considerations'),
      notifications: all('notifications.notifications'),
      parked: names
        .map(({ name }) => String(name))
        .filter((name) => name.endsWith('.parked'))
        .flatMap(all),
      mails,
    };
  } finally {
    database.close();
  }
}

type Books = ReturnType<typeof readBooks>;

export const duplicates = ({ mails }: Books): number => mails.length - new Set(mails).size;

/** Everything that is lost, stuck or promised twice. */
export function wrongIn(books: Books, acknowledged: Acknowledged): string[] {
  return [...lost(books, acknowledged), ...stuck(books), ...bookedTwice(books)];
}

function lost({ requests, matches, notifications, mails }: Books, acknowledged: Acknowledged): string[] {
  const wrong: string[] = [];
  const of = (documents: readonly Document[]) => new Map(documents.map((each) => [each.id, each.state]));
  const [request, match, sent] = [of(requests), of(matches), new Set(mails)];
  for (const [id, state] of acknowledged.requests) {
    if (!request.has(id)) wrong.push(`request ${id} is lost`);
    else if (state === 'withdrawn' && request.get(id).state !== 'withdrawn')
      wrong.push(`the withdrawal of request ${id} is lost`);
  }
  for (const [id, state] of acknowledged.matches) {
    const now = match.get(id)?.state as string | undefined;
    if (!(later[state] ?? [state]).includes(now ?? '')) wrong.push(`match ${id} was ${state} and is ${now}`);
  }
  for (const { state } of notifications)
    if (state.phase === 'sent' && !sent.has(state.messageId)) wrong.push(`mail ${state.messageId} is lost`);
  return wrong;
}

function stuck(books: Books): string[] {
  const { matches, holds, considerations, notifications, requests, parked } = books;
  return [
    ...parked.map(({ id, why, reason }) => `${id} is parked: ${why} ${reason}`),
    ...[...matches, ...holds, ...considerations, ...requests]
      .filter(({ outbox }) => outbox.length > 0)
      .map(({ id }) => `${id} has not told everything`),
    ...matches.filter(({ state }) => state.state === 'holding').map(({ id }) => `match ${id} is stuck`),
    ...holds
      .filter(({ state }) => !['held', 'refused', 'released'].includes(state.phase as string))
      .map(({ id, state }) => `hold ${id} is stuck in ${state.phase}`),
    ...notifications.filter(({ state }) => state.phase === 'waiting').map(({ id }) => `mail ${id} waits`),
    ...requests
      .filter(({ id }) => !considerations.some((each) => each.id === id && each.state.phase === 'considered'))
      .map(({ id }) => `request ${id} was never looked at`),
  ];
}

function bookedTwice({ matches, holds, calendars, demands, offers }: Books): string[] {
  const wrong: string[] = [];
  const alive = matches.filter(({ state }) => live.includes(state.state as string));
  const held = holds.filter(({ state }) => state.phase === 'held');
  const same = (what: string, a: readonly string[], b: readonly string[]) => {
    const missing = a.filter((each) => !b.includes(each));
    const surplus = b.filter((each) => !a.includes(each));
    if (missing.length + surplus.length > 0 || a.length !== b.length)
      wrong.push(`${what}: only here ${missing.join()}; only there ${surplus.join()}`);
  };
  const ids = (documents: readonly Document[]) => documents.map(({ id }) => id);
  same('live matches and live holds', ids(alive), ids(held));
  same(
    'holds and calendars',
    held.flatMap(({ id, state }) => state.slots.map((slot: any) => `${slot.slotId} ${id} ${slot.groups}`)),
    calendars.flatMap(({ slots }) =>
      Object.entries<any>(slots).flatMap(([slot, { entries }]) =>
        entries.map((entry: any) => `${slot} ${entry.match} ${entry.groups}`),
      ),
    ),
  );
  same(
    'holds and demands',
    held.flatMap(({ id, state }) => state.demand.map((demand: string) => `${demand} ${id}`)),
    demands.flatMap(({ id, entries }) => entries.map((entry: any) => `${id} ${entry.match}`)),
  );
  const capacity = new Map<string, number>(
    offers.flatMap(({ state }) => state.slots.map((slot: any) => [slot.id, slot.groups] as const)),
  );
  const taken = new Map<string, number>();
  for (const { slotId, groups } of alive.flatMap(({ state }) => state.needs as any[]))
    taken.set(slotId, (taken.get(slotId) ?? 0) + groups);
  for (const [slot, groups] of taken)
    if (groups > (capacity.get(slot) ?? 0)) wrong.push(`${slot} is booked ${groups} times`);
  const requested = alive.map(({ state }) => state.requestId as string);
  if (new Set(requested).size < requested.length) wrong.push('a request has two live matches');
  return wrong;
}
