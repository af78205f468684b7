import type { Hold, HoldSet, Match, Request, Taking } from './documents.js';
import type { Acknowledged } from './people.js';
import type { Books } from './read-books.js';

const live = ['holding', 'option', 'asked', 'confirmed'];
/** A state that was acknowledged may only be followed by these. */
const later: Record<string, readonly string[]> = {
  holding: ['asked', 'refused', 'option', 'confirmed', 'declined', 'cancelled'],
  asked: ['asked', 'confirmed', 'declined', 'cancelled'],
  option: ['option', 'confirmed', 'cancelled', 'released'],
  confirmed: ['confirmed', 'cancelled'],
};

export const duplicates = ({ mails }: Books): number => mails.length - new Set(mails).size;

/** Everything that is lost, stuck or promised twice. */
export function wrongIn(books: Books, acknowledged: Acknowledged): string[] {
  return [...lost(books, acknowledged), ...twice(books), ...stuck(books), ...bookedTwice(books)];
}

function lost({ requests, matches, notifications, mails }: Books, acknowledged: Acknowledged): string[] {
  const wrong: string[] = [];
  const statesOf = (documents: readonly (Request | Match)[]) =>
    new Map(documents.map(({ id, state }) => [id, state.state]));
  const [request, match, sent] = [statesOf(requests), statesOf(matches), new Set(mails)];
  for (const [id, state] of acknowledged.requests) {
    if (!request.has(id)) wrong.push(`request ${id} is lost`);
    else if (state === 'withdrawn' && request.get(id) !== 'withdrawn')
      wrong.push(`the withdrawal of request ${id} is lost`);
  }
  for (const [id, state] of acknowledged.matches) {
    const now = match.get(id);
    if (!(later[state] ?? [state]).includes(now ?? '')) wrong.push(`match ${id} was ${state} and is ${now}`);
  }
  const starts = new Map(matches.map(({ id, state }) => [id, state.sessions[0]?.start]));
  for (const [id, start] of acknowledged.moved)
    if (Date.parse(starts.get(id) ?? '') !== Date.parse(start))
      wrong.push(`match ${id} was moved to ${start} and is at ${starts.get(id)}`);
  for (const { state } of notifications) {
    // What went together went under the message id of the one in front.
    const messageId = state.leader ? `${state.leader}@leerbrug` : state.messageId;
    if (state.phase === 'sent' && !sent.has(messageId)) wrong.push(`mail ${messageId} is lost`);
  }
  return wrong;
}

/** Each class is asked for once, however often that was sent, and what was heard is marked beside what it changed. */
function twice({ requests, matches }: Books): string[] {
  const asked = Map.groupBy(requests, ({ state }) => state.groups[0]?.name ?? '');
  const unmarked = matches.filter(
    ({ state, seen }) => state.state === 'confirmed' && Object.keys(seen).length === 0,
  );
  return [
    ...[...asked].flatMap(([name, all]) =>
      all.length > 1 ? [`${name} is asked for ${all.length} times`] : [],
    ),
    ...unmarked.map(({ id }) => `match ${id} heard that its places are held and has no mark of it`),
  ];
}

function stuck(books: Books): string[] {
  const { matches, holds, considerations, notifications, requests, parked } = books;
  const considered = new Set(
    considerations.filter(({ state }) => state.phase === 'considered').map(({ id }) => id),
  );
  return [
    ...parked.map(({ id, why, reason }) => `${id} is parked: ${why} ${reason}`),
    ...[...matches, ...holds, ...considerations, ...requests]
      .filter(({ outbox }) => outbox.length > 0)
      .map(({ id }) => `${id} has not told everything`),
    ...matches.filter(({ state }) => state.state === 'holding').map(({ id }) => `match ${id} is stuck`),
    ...holds.flatMap(({ id, state }) =>
      state.sets
        .filter(({ phase }) => !['held', 'refused', 'released'].includes(phase))
        .map(({ question, phase }) => `hold ${id}#${question} is stuck in ${phase}`),
    ),
    ...notifications
      .filter(({ state }) => ['waiting', 'leading', 'joined'].includes(state.phase))
      .map(({ id }) => `mail ${id} waits`),
    ...requests.filter(({ id }) => !considered.has(id)).map(({ id }) => `request ${id} was never looked at`),
  ];
}

interface HeldSet extends HoldSet {
  readonly match: string;
  readonly key: string;
}

const heldSets = (holds: readonly Hold[]): HeldSet[] =>
  holds.flatMap(({ id, state }) =>
    state.sets
      .filter(({ phase }) => phase === 'held')
      .map((set) => ({ ...set, match: id, key: `${id}#${set.question}` })),
  );

function bookedTwice(books: Books): string[] {
  const { matches, holds, offers } = books;
  const alive = matches.filter(({ state }) => live.includes(state.state));
  const held = heldSets(holds);
  const wrong = [
    ...differ(
      'live matches and live holds',
      alive.map(({ id }) => id),
      [...new Set(held.map(({ match }) => match))],
    ),
    ...unlikeTheirHolds(books, held),
    ...twiceOnADay(books),
  ];
  const capacity = new Map<string, number>(
    offers.flatMap(({ state }) => state.slots.map((slot) => [slot.id, slot.groups] as const)),
  );
  const taken = new Map<string, number>();
  for (const { slotId, groups } of alive.flatMap(({ state }) => state.needs))
    taken.set(slotId, (taken.get(slotId) ?? 0) + groups);
  for (const [slot, groups] of taken)
    if (groups > (capacity.get(slot) ?? 0)) wrong.push(`${slot} is booked ${groups} times`);
  const requested = alive.flatMap(({ state }) => state.requestId ?? []);
  if (new Set(requested).size < requested.length) wrong.push('a request has two live matches');
  return wrong;
}

/** What is held, and what is kept of it in each of the places where it is taken. */
function unlikeTheirHolds({ calendars, demands, days, counters }: Books, held: readonly HeldSet[]): string[] {
  const keysOf = (kept: readonly Taking[]) =>
    kept.flatMap(({ id, entries }) => entries.map(({ key }) => `${id} ${key}`));
  return [
    ...differ(
      'holds and calendars',
      held.flatMap(({ key, slots }) => slots.map(({ slotId, groups }) => `${slotId} ${key} ${groups}`)),
      calendars.flatMap(({ slots }) =>
        Object.entries(slots).flatMap(([slot, { entries }]) =>
          entries.map(({ key, groups }) => `${slot} ${key} ${groups}`),
        ),
      ),
    ),
    ...differ(
      'holds and demands',
      held.flatMap(({ key, demand }) => demand.map((id) => `${id} ${key}`)),
      keysOf(demands),
    ),
    ...differ(
      'holds and days',
      held.flatMap(({ key, days: own }) => own.map(({ id, start, end }) => `${id} ${key} ${start} ${end}`)),
      days.flatMap(({ id, entries }) => entries.map(({ key, start, end }) => `${id} ${key} ${start} ${end}`)),
    ),
    ...differ(
      'holds and counters',
      held.flatMap(({ key, ceilings }) => ceilings.map(({ id }) => `${id} ${key}`)),
      keysOf(counters),
    ),
  ];
}

/** Nobody is in two places: two matches of one person or group at the same time, unless they share a guide. */
function twiceOnADay({ days }: Books): string[] {
  return days
    .filter(({ entries }) =>
      entries.some((one, i) =>
        entries
          .slice(i + 1)
          .some(
            (other) =>
              one.match !== other.match &&
              one.start < other.end &&
              other.start < one.end &&
              !(one.where === other.where && one.where.startsWith('slot:')),
          ),
      ),
    )
    .map(({ id }) => `${id} is promised twice`);
}

function differ(what: string, a: readonly string[], b: readonly string[]): string[] {
  const [here, there] = [new Set(a), new Set(b)];
  const missing = a.filter((each) => !there.has(each));
  const surplus = b.filter((each) => !here.has(each));
  return missing.length + surplus.length > 0 || a.length !== b.length
    ? [`${what}: only here ${missing.join()}; only there ${surplus.join()}`]
    : [];
}
