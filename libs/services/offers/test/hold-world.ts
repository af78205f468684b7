import {
  ChangeDropped,
  ChangeProposed,
  HoldAnswered,
  HoldWanted,
  MatchApproved,
  MatchAsked,
  MatchConfirmed,
  MatchEnded,
  MatchOptioned,
  RestCancelled,
  type HeldSlot,
  type MatchSession,
  type MatchSnapshot,
  type OrganisationChanged,
  type PostOfferBody,
  type RegionChanged,
} from '#libs/contracts';
import { FollowUpQueue } from '#libs/ports/follow-up-queue/port';
import { TimeOrderedIds } from '#libs/ports/ids/time-ordered';
import { Aggregates, Copies, DueRunner, PeopleFirst, type EventCause } from '#libs/runtime';
import { TestClock } from '../../../../test/support/clock.js';
import { MemoryStore } from '../../../../test/schedules/memory-store.js';
import { addOffer, publishOffer } from '../src/domain/offer.js';
import { HoldConsumer } from '../src/hold/hold.consumer.js';
import { Holdings } from '../src/hold/holdings.js';
import { PursueHold } from '../src/hold/pursue-hold.js';
import { SlotHoldings } from '../src/hold/slot-holdings.js';
import { TakeSet } from '../src/hold/take-set.js';
import { WhatIsWanted } from '../src/hold/what-is-wanted.js';
import {
  calendars,
  counters,
  days,
  demands,
  holdsAggregate,
  offersAggregate,
  organisationCopies,
  regionCopies,
} from '../src/offers.collection.js';
import { aSnapshot, now } from './a-match.js';

class NoQueue extends FollowUpQueue {
  async wake(): Promise<void> {}
  async handle(): Promise<void> {}
  async close(): Promise<void> {}
}

/** Something that one waits for and another gives. */
export function aSignal() {
  let give: () => void = () => undefined;
  const given = new Promise<void>((resolve) => (give = resolve));
  return { given, give: () => give() };
}

const dates = ['2027-01-12', '2027-01-19'];

/** Holds on a store in memory; matching is whoever calls `say`. `turn` comes before every write and may throw. */
export function aHoldWorld(turn: (what: string) => Promise<void> = async () => undefined) {
  const memory = new MemoryStore(turn);
  const clock = new TestClock(now);
  const failures: unknown[] = [];
  const failed = (error: unknown) => void failures.push(error);
  const kept = { notify: () => undefined };
  const holds = new Aggregates(holdsAggregate, memory, clock, new TimeOrderedIds(), kept);
  const offers = new Aggregates(offersAggregate, memory, clock, new TimeOrderedIds(), kept);
  const organisations = new Copies<OrganisationChanged>(organisationCopies, memory);
  const regions = new Copies<RegionChanged>(regionCopies, memory);
  const slots = new SlotHoldings(memory);
  const due = new DueRunner(
    'offers',
    memory,
    new NoQueue(),
    clock,
    async (_declaration, _document, error) => failed(error),
    failed,
    new PeopleFirst(),
  );
  const holdings = new Holdings(memory);
  const sets = new TakeSet(offers, slots, holdings);
  const pursue = new PursueHold(holds, sets, clock, due);
  pursue.onModuleInit();
  const consumer = new HoldConsumer(holds, new WhatIsWanted(offers, organisations, regions), pursue, clock);
  const seqs = new Map<string, number>();

  /** What matching says of a match; redelivered when the same `cause` comes again. */
  const hear = (said: object, cause: EventCause): Promise<void> => {
    if (said instanceof MatchApproved) return consumer.approved(said, cause);
    if (said instanceof HoldWanted) return consumer.holdWanted(said, cause);
    if (said instanceof MatchOptioned) return consumer.optioned(said, cause);
    if (said instanceof MatchAsked) return consumer.asked(said, cause);
    if (said instanceof MatchConfirmed) return consumer.confirmed(said, cause);
    if (said instanceof ChangeProposed) return consumer.proposed(said, cause);
    if (said instanceof ChangeDropped) return consumer.dropped(said, cause);
    if (said instanceof HoldAnswered) return consumer.answered(said, cause);
    if (said instanceof RestCancelled) return consumer.restCancelled(said, cause);
    return consumer.ended(said as MatchEnded, cause);
  };
  const causeOf = (key: string): EventCause => {
    const seq = (seqs.get(key) ?? 0) + 1;
    seqs.set(key, seq);
    const traced = { actor: 'a-person', correlationId: 'a-story', causationId: null };
    const owners = { regions: ['ijssel'] };
    const source = `matching/${key}`;
    return { kind: 'event', source, key, seq, owners, time: '2026-11-23T08:00:00Z', ...traced };
  };
  const offer = async (id: string, changes: Partial<PostOfferBody> = {}) => {
    const body: PostOfferBody = {
      organisationId: 'factory',
      kind: 'guest-lesson',
      title: 'Een robotarm in de klas',
      themes: ['hi-tech-science/robotics'],
      audience: [{ sector: 'po' }],
      promise: 'by-appointment',
      durationMinutes: 90,
      place: 'at-school',
      slots: dates.map((date) => ({
        start: `${date}T08:30:00+01:00`,
        end: `${date}T12:00:00+01:00`,
        groups: 2,
      })),
      ...changes,
    };
    const { state } = addOffer(body, { id, contactId: 'jan', regionIds: ['ijssel'], madeBy: 'jan', now });
    const cause = { ...causeOf(id), kind: 'due' as const };
    await offers.create(id, cause, { state: publishOffer(id, state, now).state });
  };
  /** Everything that anybody holds, one line each. */
  const everythingHeld = (): string[] => [
    ...memory
      .every(calendars)
      .flatMap((day) => Object.entries(day.slots))
      .flatMap(([slot, { entries }]) => entries.map(({ key, groups }) => `${key} ${slot} ${groups}`)),
    ...[demands, counters].flatMap((of) =>
      memory.every(of).flatMap(({ id, entries }) => entries.map(({ key }) => `${key} ${id}`)),
    ),
    ...memory
      .every(days)
      .flatMap(({ id, entries }) =>
        entries.map(({ key, start, end }) => `${key} ${id} ${(end - start) / 60_000}'`),
      ),
  ];
  return {
    memory,
    clock,
    failures,
    offers,
    organisations,
    regions,
    slots,
    holdings,
    due,
    hear,
    causeOf,
    offer,
    everythingHeld,
    say: (match: string, said: object) => hear(said, causeOf(match)),
    /** What matching hears of a match, in order. */
    told: (match: string) =>
      memory
        .every(holdsAggregate.collection)
        .filter(({ id }) => id === match)
        .flatMap(({ outbox }) => outbox)
        .map(({ type, data }) => ({
          type: type.replace('offers.hold-', ''),
          ...data,
        })),
    phases: (match: string) =>
      memory
        .every(holdsAggregate.collection)
        .filter(({ id }) => id === match)
        .flatMap(({ state }) => state.sets.map(({ question, phase }) => `${question} ${phase}`)),
    /** Time for what got stuck to be taken up, and for what ended to be swept once more. */
    rest: async () => {
      for (const seconds of [6, 61, 61]) {
        clock.advance(seconds * 1000);
        await due.sweep();
      }
    },
  };
}

export type HoldWorld = ReturnType<typeof aHoldWorld>;

const made = <T extends object>(of: new () => T, fields: T): T => Object.assign(new of(), fields);

export const approved = (needs: HeldSlot[], changes: Partial<MatchSnapshot> = {}) =>
  made(MatchApproved, { match: aSnapshot(changes), needs });
export const wanted = (question: number, needs: HeldSlot[], sessions: MatchSession[], match = aSnapshot()) =>
  made(HoldWanted, { match, question, sessions, needs });
export const asked = (question: number) =>
  made(MatchAsked, { match: aSnapshot({ question, state: 'asked' }), asks: ['school', 'partner'] });
export const optioned = () => made(MatchOptioned, { match: aSnapshot({ state: 'option' }) });
export const confirmed = (question: number, sessions: MatchSession[]) =>
  made(MatchConfirmed, { match: aSnapshot({ question, sessions, state: 'confirmed', exact: true }) });
export const proposed = (question: number, sessions: MatchSession[]) =>
  made(ChangeProposed, {
    match: aSnapshot({
      state: 'confirmed',
      change: { what: 'time', by: 'partner', question, phase: 'asked', sessions },
    }),
  });
export const dropped = (question: number) =>
  made(ChangeDropped, { match: aSnapshot({ state: 'confirmed' }), question, by: 'school' });
export const answered = (question: number, keep: boolean) => made(HoldAnswered, { question, keep });
/** Only these sessions of it took place. */
export const restCancelled = (sessions: MatchSession[], dropped: MatchSession[]) =>
  made(RestCancelled, { match: aSnapshot({ state: 'held', sessions }), sessions: dropped, by: 'partner' });
export const ended = () =>
  made(MatchEnded, {
    match: aSnapshot({ state: 'cancelled' }),
    ending: 'cancelled',
    by: 'school',
    wasAsked: true,
    wasConfirmed: false,
    late: false,
    feeCents: 0,
  });
