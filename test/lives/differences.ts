import type { Aggregate } from '#libs/runtime';
import { pastStates, type Match } from '../../libs/services/matching/src/domain/match.js';
import type { Hold } from '../../libs/services/offers/src/domain/hold.js';
import { matchesAggregate } from '../../libs/services/matching/src/matching.collection.js';
import {
  calendars,
  counters,
  days,
  demands,
  holdsAggregate,
  type CalendarDocument,
  type CounterDocument,
  type DayDocument,
  type DemandDocument,
} from '../../libs/services/offers/src/offers.collection.js';
import { requestsAggregate } from '../../libs/services/requests/src/requests.collection.js';
import { takes } from './claims.js';
import type { Lesson, Life } from './life.js';
import type { Model } from './model.js';
import type { GroupId } from './places.js';
import type { Town } from './town.js';

/** At rest: where what is stored is not what the model says. */
export function differences(town: Town, model: Model): string[] {
  return [...unlikeMatches(town, model), ...unlikeHolds(town, model), ...withoutClock(town)];
}

const lessonsOf = (sessions: Match['sessions']): Lesson[] =>
  sessions.map(({ slotId, start, end, groups }) => ({
    ...{ slot: slotId ?? null, start: Date.parse(start), end: Date.parse(end) },
    groups: groups.map(({ groupId, pupils }) => ({ id: groupId as GroupId, pupils })),
  }));

const said = (lessons: readonly Lesson[]) =>
  lessons
    .map(
      ({ slot, start, end, groups }) =>
        `${slot} ${start}-${end} ${groups.map(({ id, pupils }) => `${id}${pupils}`).join()}`,
    )
    .join();

/** What is stored is never written into, so what was said of it once is true of it always. */
function remembered<K extends object, V>(say: (of: K) => V): (of: K) => V {
  const known = new WeakMap<K, V>();
  return (of) => {
    const said = known.get(of) ?? say(of);
    known.set(of, said);
    return said;
  };
}

/** One line that says all there is to say of a match. */
const lineOf = remembered((match: Match): string => {
  const { state, question, sessions, exact, acceptedBy, wanted, count, hours } = match;
  const nextAt = outcomeAt(match);
  const change = wanted
    ? `${wanted.phase} ${wanted.by} ${wanted.question} ${said(lessonsOf(wanted.sessions))}`
    : '';
  const yes = Object.keys(acceptedBy).sort().join();
  const counted = `${count?.pupils ?? null} ${hours?.preparation ?? null}`;
  return `${state} ${question} ${said(lessonsOf(sessions))} ${exact} [${yes}] {${change}} ${nextAt} ${counted}`;
});

/** When it would end, or the change be dropped, if nobody said anything: not when somebody is reminded. */
function outcomeAt({ state, answerBy, wanted, sessions, nextAt }: Match): number | null {
  const moments = (times: Match['sessions']) => times.map(({ start }) => Date.parse(start));
  if (state === 'asked' && answerBy) return Math.min(Date.parse(answerBy), ...moments(sessions));
  if (state !== 'confirmed' || !wanted?.answerBy) return nextAt;
  return Math.min(Date.parse(wanted.answerBy), ...moments(sessions), ...moments(wanted.sessions));
}

function lineOfLife({ state, question, lessons, exact, yes, change, nextAt, pupils, hours }: Life): string {
  const waits = change ? `asked ${change.by} ${change.question} ${said(change.lessons)}` : '';
  return `${state} ${question} ${said(lessons)} ${exact} [${[...yes].sort().join()}] {${waits}} ${nextAt} ${pupils} ${hours}`;
}

function unlikeMatches({ memory }: Town, { lives }: Model): string[] {
  const wrong: string[] = [];
  const matches = memory.every(matchesAggregate.collection).filter(({ state }) => state.state !== 'refused');
  for (const life of lives) {
    const match = memory.one(matchesAggregate.collection, life.id);
    const [is, should] = [match ? lineOf(match.state) : 'missing', lineOfLife(life)];
    if (is !== should) wrong.push(`match ${life.id} is\n  ${is} and should be\n  ${should}`);
  }
  if (matches.length > lives.length) wrong.push('there are matches that should not be');
  return wrong;
}

const heldBy = remembered(({ id, state }: Aggregate<Hold>): string[] =>
  state.sets
    .filter(({ phase }) => phase === 'held')
    .flatMap(({ question, slots, demand, days: own, ceilings }) =>
      [
        ...slots.map(({ slotId, groups }) => `${slotId} ${groups}`),
        ...demand,
        ...own.map((day) => `${day.id} ${day.start}-${day.end}`),
        ...ceilings.map((ceiling) => ceiling.id),
      ].map((line) => `${id}#${question} ${line}`),
    ),
);
const takenInSlots = remembered(({ slots }: CalendarDocument): string[] =>
  Object.entries(slots).flatMap(([slot, { entries }]) =>
    entries.filter(({ key }) => key !== 'elsewhere').map(({ key, groups }) => `${key} ${slot} ${groups}`),
  ),
);
const takenOnDay = remembered(({ id, entries }: DayDocument): string[] =>
  entries.map(({ key, start, end }) => `${key} ${id} ${start}-${end}`),
);
const takenOf = remembered(({ id, entries }: DemandDocument | CounterDocument): string[] =>
  entries.map(({ key }) => `${key} ${id}`),
);

/** What is promised in slots, to requests, of people and classes and of ceilings, and what holds say of it. */
function unlikeHolds({ memory }: Town, model: Model): string[] {
  const holds = memory.every(holdsAggregate.collection);
  const stuck = holds.filter(({ state }) =>
    state.sets.some(({ phase, narrowing }) => narrowing || !atRest.includes(phase)),
  );
  const taken = [
    ...memory.every(calendars).flatMap(takenInSlots),
    ...memory.every(days).flatMap(takenOnDay),
    ...memory.every(demands).flatMap(takenOf),
    ...memory.every(counters).flatMap(takenOf),
  ];
  const promised = model.lives.flatMap((life) =>
    life.holds.flatMap((hold) => takes(life, hold).map((line) => `${life.id}#${hold.question} ${line}`)),
  );
  return [
    ...stuck.map(({ id }) => `the hold of ${id} is not at rest`),
    ...unlike('holds', holds.flatMap(heldBy), promised),
    ...unlike('places', taken, promised),
  ];
}

const atRest: readonly string[] = ['held', 'refused', 'released'];

function unlike(what: string, is: readonly string[], should: readonly string[]): string[] {
  const [a, b] = [is.toSorted().join('\n  '), should.toSorted().join('\n  ')];
  return a === b ? [] : [`${what} are\n  ${a}\nand should be\n  ${b}`];
}

const unfinished = [
  'holding',
  'option',
  'asked',
  'confirmed',
  ...pastStates.filter((state) => state !== 'closed'),
];

function withoutClock({ memory }: Town): string[] {
  return [
    ...memory
      .every(matchesAggregate.collection)
      .filter(({ state, nextAt }) => unfinished.includes(state.state) && nextAt === null),
    ...memory
      .every(requestsAggregate.collection)
      .filter(({ rev, state, nextAt }) => rev > 1 && state.state === 'open' && nextAt === null),
  ].map(({ id }) => `${id} is unfinished and has no nextAt`);
}
