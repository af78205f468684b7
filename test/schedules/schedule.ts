import fc, { type Scheduler } from 'fast-check';
import { Refusal, type Side } from '#libs/contracts';
import type { DocumentStore, StoredDocument } from '#libs/ports/document-store/port';
import type { CommandCause } from '#libs/runtime';
import { accept, cancel, counter, decline } from '../../libs/services/matching/src/domain/answers.js';
import { counterElsewhere, move } from '../../libs/services/matching/src/domain/changes.js';
import { make } from '../../libs/services/matching/src/domain/life.js';
import { pastStates, type Match } from '../../libs/services/matching/src/domain/match.js';
import { matchesAggregate } from '../../libs/services/matching/src/matching.collection.js';
import { now, wanted } from '../../libs/services/matching/test/a-match.js';
import { takenByOthers } from '../../libs/services/offers/src/domain/calendar.js';
import {
  calendars,
  counters,
  days,
  demands,
  holdsAggregate,
  offersAggregate,
  organisationCopies,
  type CalendarDocument,
  type CounterDocument,
  type DayDocument,
  type DemandDocument,
} from '../../libs/services/offers/src/offers.collection.js';
import { withdrawRequest } from '../../libs/services/requests/src/domain/request.js';
import { requestsAggregate } from '../../libs/services/requests/src/requests.collection.js';
import type { MemoryStore } from './memory-store.js';
import { openMarket, type SmallMarket } from './small-market.js';

const start = '2027-01-12T08:30:00+01:00';
const end = '2027-01-12T12:00:00+01:00';
/** Places in each slot, and groups in each request. */
const capacities = [1, 2, 1];
const sizes = [1, 1, 2, 1];
const slotId = (slot: number) => `offer-${slot}.2027-01-12T07:30:00Z`;
/** The first and the last request are of one class. */
const groupsOf = (request: number) =>
  Array.from({ length: sizes[request] as number }, (_, i) => ({
    groupId: `group-${request % 3}-${i}`,
    pupils: 20,
  }));
/** Who gives each offer: the second and third share a person. */
const givenBy = [[], ['jan'], ['jan']];
const mostPerMonth = 2;
const placeIn = (slot: number, groups: number) => ({
  slotId: slotId(slot),
  offerId: `offer-${slot}`,
  groups,
});

interface Answering {
  readonly do: 'agree' | 'accept' | 'counter' | 'elsewhere' | 'decline' | 'cancel';
  readonly match: number;
  readonly side: Side;
  readonly hour: number;
  /** Where it should be instead. */
  readonly slot: number;
  readonly turns: number;
}

/** One thing that somebody does, and how many turns pass before the next. */
export type Command =
  | { readonly do: 'approve'; readonly request: number; readonly slot: number; readonly turns: number }
  | Answering
  | { readonly do: 'withdraw'; readonly request: number; readonly turns: number }
  | { readonly do: 'wait'; readonly minutes: number; readonly turns: number };

/** At once, in the midst of what goes on, or when nothing goes on any more. */
const pause = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.nat(40) },
  { weight: 2, arbitrary: fc.constant(1_000) },
);
const side = fc.constantFrom<Side>('school', 'partner');
const request = fc.nat(sizes.length - 1);
const approval = fc.record({
  do: fc.constant('approve' as const),
  request,
  slot: fc.nat(capacities.length - 1),
  turns: pause,
});
const answer = fc.record({
  do: fc.constantFrom<Answering['do'][]>(
    ...['agree' as const, 'agree' as const, 'elsewhere' as const, 'elsewhere' as const],
    ...['accept' as const, 'counter' as const, 'decline' as const, 'cancel' as const],
  ),
  match: fc.nat(5),
  side,
  hour: fc.integer({ min: 9, max: 10 }),
  slot: fc.nat(capacities.length - 1),
  turns: pause,
});
const withdrawal = fc.record({ do: fc.constant('withdraw' as const), request, turns: pause });
const wait = fc.record({
  do: fc.constant('wait' as const),
  minutes: fc.constantFrom(0.1, 1.1, 11, 16 * 24 * 60),
  turns: pause,
});

/** Several approvals first, most of them for the same few places; then whatever people do. */
export const commands: fc.Arbitrary<Command[]> = fc
  .tuple(
    fc.array(approval, { minLength: 2, maxLength: 4 }),
    fc.array(
      fc.oneof(
        { weight: 2, arbitrary: approval },
        { weight: 6, arbitrary: answer },
        { weight: 1, arbitrary: withdrawal },
        { weight: 1, arbitrary: wait },
      ),
      { maxLength: 8 },
    ),
  )
  .map(([first, then]) => [...first, ...then]);

interface Run {
  readonly scheduler: Scheduler;
  readonly commands: readonly Command[];
  /** How far each next delivery goes back: 0 not at all. */
  readonly goBack: readonly number[];
  readonly around?: (store: MemoryStore) => DocumentStore;
}

/** Plays the commands in the order that the scheduler picks, lets everything come to rest, and says what is wrong. */
export async function wrongAfter({ scheduler, commands, goBack, around }: Run): Promise<string[]> {
  const wrong: string[] = [];
  let delivered = 0;
  const market = openMarket(async (what) => void (await scheduler.schedule(Promise.resolve(), what)), {
    now,
    goBack: () => goBack[delivered++ % goBack.length] ?? 0,
    written: (collection, document) => wrong.push(...overbooked(collection, document)),
    ...(around ? { around } : {}),
  });
  setOut(market);
  const done: Promise<unknown>[] = [];
  const begin = (doing: Promise<unknown>) =>
    done.push(
      doing.catch((error: unknown) => {
        if (!(error instanceof Refusal)) wrong.push(String(error));
      }),
    );
  for (const [i, command] of commands.entries()) {
    begin(perform(market, command, i));
    await turns(scheduler, command.turns);
  }
  await turns(scheduler);
  // Long enough for a hold that got stuck to be taken up, and for an ended one to be swept once more.
  for (const seconds of [6, 61]) {
    market.clock.advance(seconds * 1000);
    begin(market.due.sweep());
    await turns(scheduler);
  }
  await Promise.all(done);
  return [...wrong, ...market.bus.failures.map(String), ...inconsistencies(market)];
}

/** Gives that many turns, fewer when nobody wants one any more. */
async function turns(scheduler: Scheduler, most = Infinity): Promise<void> {
  for (let given = 0; given < most; given++) {
    // What was just answered may ask for its next turn a few promises later.
    if (scheduler.count() === 0) await new Promise(setImmediate);
    if (scheduler.count() === 0) return;
    await scheduler.waitOne();
  }
}

const aggregate = { ver: 1, rev: 1, seq: 1, outbox: [], seen: {}, keys: [], nextAt: null, unsent: null };
const stored = { ...aggregate, dueFailures: 0, createdAt: '' };

const spoken = { postedAt: '2026-11-20T09:00:00+01:00', answerBy: '2027-12-01T17:00:00+01:00' };

function setOut({ memory }: SmallMarket): void {
  capacities.forEach((groups, i) => {
    const slots = [{ id: slotId(i), start, end, groups }];
    const offer = { state: 'published', slots, removedSlots: [], givenBy: givenBy[i], closedOn: [] };
    const state = offer as never;
    memory.put(offersAggregate.collection, { ...stored, id: `offer-${i}`, state });
  });
  const organisation = { maxPerMonth: mostPerMonth, closed: [] } as never;
  memory.put(organisationCopies, { ...stored, id: 'an-organisation', seq: 1, data: organisation });
  sizes.forEach((_, i) => {
    const owned = { regionId: 'a-region', schoolLocationId: 'a-school' };
    const dated = { ...spoken, windows: [{ from: '2027-01-04', to: '2027-12-31' }] };
    const state = {
      ...owned,
      ...dated,
      state: 'open',
      matches: [],
      groups: groupsOf(i),
      halfWay: true,
    } as never;
    memory.put(requestsAggregate.collection, { ...stored, id: `request-${i}`, state });
  });
}

const by = (key: string): CommandCause => ({
  kind: 'command',
  actor: 'somebody',
  key,
  bodyHash: '',
  correlationId: key,
  causationId: null,
});

async function perform(market: SmallMarket, command: Command, i: number): Promise<unknown> {
  const { matches, requests, memory, clock, due } = market;
  const cause = by(`command-${i}`);
  switch (command.do) {
    case 'approve': {
      const id = `request-${command.request}`;
      if ((await requests.get(id))?.state.state !== 'open') return undefined;
      const groups = groupsOf(command.request);
      const place = placeIn(command.slot, groups.length);
      const session = { id: 'session', slotId: place.slotId, start, end, groups };
      const match = wanted({
        ...{ requestId: id, offerId: place.offerId, place: 'at-partner', needs: [place] },
        ...{ sessions: [session], allowed: [{ slotId: place.slotId, start, end }] },
      });
      return matches.create(`match-${i}`, cause, make(match, { actor: 'coen', now: clock.now() }));
    }
    case 'withdraw':
      return requests.change(`request-${command.request}`, cause, (state) =>
        withdrawRequest(state, 'no', cause.actor),
      );
    case 'wait':
      // Each stage of a question leaves a day for the next.
      for (let quarter = 0; quarter < 4; quarter++) {
        clock.advance(command.minutes * 15_000);
        await due.sweep();
      }
      return undefined;
    default: {
      const all = memory.every(matchesAggregate.collection);
      const match = all[command.match % Math.max(1, all.length)];
      if (command.do !== 'agree') return match && answered(market, match.id, command, cause);
      const sides = ['school', 'partner'] as const;
      const yes = (side: Side): Answering => ({ ...command, do: 'accept', side });
      return match && Promise.all(sides.map((side) => answered(market, match.id, yes(side), cause)));
    }
  }
}

function answered(
  { matches, clock }: SmallMarket,
  id: string,
  { do: what, side, hour, slot }: Answering,
  cause: CommandCause,
): Promise<unknown> {
  const answerer = { actor: 'somebody', now: clock.now(), side };
  const time = { start: `2027-01-12T${String(hour).padStart(2, '0')}:00:00+01:00` };
  const no = { reason: 'no' };
  return matches.change(id, by(`${String(cause.key)} ${side}`), (state) => {
    if (what === 'accept') return accept(state, state.exact ? {} : time, answerer);
    if (what === 'counter') return counter(state, time, answerer);
    if (what === 'elsewhere')
      return (state.state === 'confirmed' ? move : counterElsewhere)(
        state,
        elsewhere(state, slot, time.start),
        'no',
        answerer,
      );
    if (what === 'decline') return decline(state, no, answerer);
    return cancel(state, no, side, answerer);
  });
}

function elsewhere({ sessions, needs }: Match, slot: number, from: string) {
  const place = placeIn(slot, needs[0]?.groups ?? 1);
  const to = new Date(Date.parse(from) + 90 * 60_000).toISOString();
  const there = { slotId: place.slotId, start: from, end: to };
  return {
    sessions: sessions.map((session) => ({ ...session, ...there })),
    needs: [place],
    allowed: [{ slotId: place.slotId, start, end }],
  };
}

/** At every moment: more promised than there is. */
function overbooked(collection: string, document: StoredDocument): string[] {
  if (collection === calendars.name) {
    const { slots } = document as CalendarDocument;
    return Object.entries(slots)
      .filter(([id, slot]) => takenByOthers(slot, '') > (capacities[Number(id.split('.')[0]?.slice(6))] ?? 0))
      .map(([id]) => `too much is promised of ${id}`);
  }
  if (collection === demands.name) {
    const { entries } = document as DemandDocument;
    return matchesIn(entries) > 1 ? [`${document.id} is promised twice`] : [];
  }
  if (collection === counters.name && document.id.startsWith('organisation:an-organisation|2027-01')) {
    const { entries } = document as CounterDocument;
    return matchesIn(entries) > mostPerMonth ? [`${document.id} is more than ${mostPerMonth}`] : [];
  }
  if (collection !== days.name) return [];
  const { entries } = document as DayDocument;
  const meet = (a: DayDocument['entries'][number]) =>
    entries.some(
      (b) => a.match !== b.match && a.start < b.end && b.start < a.end && !bothGuided(a.where, b.where),
    );
  return entries.some(meet) ? [`${document.id} is promised twice`] : [];
}

const bothGuided = (a: string, b: string) => a === b && a.startsWith('slot:');
const matchesIn = (entries: readonly { readonly match: string }[]) =>
  new Set(entries.map(({ match }) => match)).size;

const live = ['holding', 'asked', 'confirmed', ...pastStates];

/** At rest: what does not fit together. */
function inconsistencies({ memory, bus }: SmallMarket): string[] {
  const wrong: string[] = [];
  const holds = memory.every(holdsAggregate.collection);
  const matches = memory.every(matchesAggregate.collection);
  const held = holds.flatMap(({ id, state }) =>
    state.sets
      .filter(({ phase }) => phase === 'held')
      .map((set) => ({ ...set, id, key: `${id}#${set.question}` })),
  );
  const alive = matches.filter(({ state }) => live.includes(state.state));
  const same = (what: string, a: readonly string[], b: readonly string[]) => {
    if (String(a.toSorted()) !== String(b.toSorted())) wrong.push(`${what}: ${String(a)} but ${String(b)}`);
  };

  same(
    'live matches and live holds',
    alive.flatMap(({ id, state }) => (state.wanted ? [id, id] : [id])),
    held.map(({ id }) => id),
  );
  same(
    'holds and calendar entries',
    held.flatMap(({ key, slots }) => slots.map(({ slotId, groups }) => `${slotId} ${key} ${groups}`)),
    memory
      .every(calendars)
      .flatMap(({ slots }) =>
        Object.entries(slots).flatMap(([slot, { entries }]) =>
          entries.map(({ key, groups }) => `${slot} ${key} ${groups}`),
        ),
      ),
  );
  same(
    'holds and demand entries',
    held.flatMap(({ key, demand }) => demand.map((id) => `${id} ${key}`)),
    memory.every(demands).flatMap(({ id, entries }) => entries.map(({ key }) => `${id} ${key}`)),
  );
  same(
    'holds and days',
    held.flatMap(({ key, days }) => days.map(({ id, start, end }) => `${id} ${key} ${start} ${end}`)),
    memory
      .every(days)
      .flatMap(({ id, entries }) => entries.map(({ key, start, end }) => `${id} ${key} ${start} ${end}`)),
  );
  same(
    'holds and counters',
    held.flatMap(({ key, ceilings }) => ceilings.map(({ id }) => `${id} ${key}`)),
    memory.every(counters).flatMap(({ id, entries }) => entries.map(({ key }) => `${id} ${key}`)),
  );
  const demanded = alive.flatMap(({ state }) =>
    state.sessions.flatMap(({ groups }) => groups.map(({ groupId }) => `${state.requestId}|${groupId}`)),
  );
  if (new Set(demanded).size < demanded.length)
    wrong.push(`two live matches for one demand: ${demanded.join()}`);
  for (const [i, capacity] of capacities.entries()) {
    const taken = alive.flatMap(({ state }) => state.needs).filter((need) => need.slotId === slotId(i));
    if (taken.reduce((sum, { groups }) => sum + groups, 0) > capacity) wrong.push(`slot ${i} is overbooked`);
  }
  const withdrawn = memory
    .every(requestsAggregate.collection)
    .filter(({ state }) => state.state === 'withdrawn')
    .map(({ id }) => id);
  for (const { id, state, nextAt, outbox } of matches) {
    if (state.state === 'holding') wrong.push(`${id} is stuck in holding`);
    if (state.state === 'asked' && nextAt === null) wrong.push(`${id} waits without a clock`);
    if (state.state === 'asked' && withdrawn.includes(state.requestId ?? ''))
      wrong.push(`${id} is asked for a request that was withdrawn`);
    if (outbox.length > 0) wrong.push(`${id} was not told`);
    for (const type of ['ended', 'refused', 'approved']) {
      const told = bus.log.filter((event) => event.key === id && event.type === `matching.match-${type}`);
      if (told.length > 1) wrong.push(`${id} was ${type} ${told.length} times`);
    }
  }
  return wrong;
}
