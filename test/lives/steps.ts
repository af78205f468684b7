import fc from 'fast-check';
import type { Side } from '#libs/contracts';
import { dates, groups, minutes, offers, requests, type GroupId } from './places.js';

/** Another time for a match: in its own slots, in another slot, or in an afternoon without one. */
export interface Elsewhere {
  readonly in: 'own' | 'slot' | 'afternoon';
  readonly offer: number;
  readonly date: number;
  /** Milliseconds after the slot, or two o'clock, begins. */
  readonly shift: number;
}

type Word =
  'accept' | 'decline' | 'cancel' | 'counter' | 'move' | 'pupils' | 'contact' | 'held' | 'no-show' | 'count';

export interface Approve {
  readonly do: 'approve';
  readonly request: number;
  readonly offer: number;
  readonly dates: readonly number[];
}
export interface Book {
  readonly do: 'book';
  readonly offer: number;
  readonly date: number;
  readonly groups: readonly GroupId[];
  readonly asOption: boolean;
}
export interface Arrange {
  readonly do: 'arrange';
  readonly by: Side | 'coordinator';
  readonly groups: readonly GroupId[];
  readonly offer: number | null;
  readonly date: number | 'past';
  readonly inSlot: boolean;
}
export interface Repeat {
  readonly do: 'repeat';
  readonly match: number;
  readonly side: Side;
  readonly date: number;
  readonly inSlot: boolean;
}
export interface Say {
  readonly do: 'say';
  readonly what: Word;
  /** As `Model.lifeOf` takes it. */
  readonly match: number;
  readonly side: Side;
  readonly to: Elsewhere;
  readonly number: number;
}

/** One thing that people do. */
export type Step =
  | Approve
  | Book
  | Arrange
  | Repeat
  | Say
  | { readonly do: 'at-once'; readonly these: readonly (Approve | Book)[] }
  | { readonly do: 'block'; readonly offer: number; readonly date: number; readonly places: number }
  | { readonly do: 'withdraw-offer'; readonly offer: number }
  | { readonly do: 'withdraw-request'; readonly request: number }
  | { readonly do: 'pass'; readonly time: number };

/** What a step comes to: `no` is a refusal, or a place that was not to be had; then nothing may have changed. */
export type Outcome = 'yes' | 'no';

const side = fc.constantFrom<Side>('school', 'partner');
const date = fc.nat(dates.length - 1);
const offer = fc.nat(offers.length - 1);
const request = fc.nat(requests.length - 1);
const match = fc.nat(11);
const classes = fc.constantFrom<readonly GroupId[]>(...groups.map((id) => [id]), ['a', 'b']);

const approve: fc.Arbitrary<Approve> = fc.record({
  do: fc.constant('approve' as const),
  ...{ request, offer },
  dates: fc.constantFrom([0], [0], [1], [2], [0, 1], [1, 2]),
});
const book: fc.Arbitrary<Book> = fc.record({
  do: fc.constant('book' as const),
  offer: fc.constantFrom(1, 1, 2, 0),
  ...{ date, groups: classes, asOption: fc.boolean() },
});
const arrange: fc.Arbitrary<Arrange> = fc.record({
  do: fc.constant('arrange' as const),
  by: fc.constantFrom<Arrange['by'][]>('school', 'partner', 'coordinator'),
  groups: classes,
  offer: fc.constantFrom(0, 0, 1, 2, null),
  date: fc.constantFrom<Arrange['date'][]>(0, 1, 2, 'past'),
  inSlot: fc.boolean(),
});
const repeat: fc.Arbitrary<Repeat> = fc.record({
  do: fc.constant('repeat' as const),
  ...{ match, side, date, inSlot: fc.boolean() },
});
const hour = 60 * minutes;
const say: fc.Arbitrary<Say> = fc.record({
  do: fc.constant('say' as const),
  what: fc.constantFrom<Word[]>(
    ...([
      'accept',
      'accept',
      'accept',
      'accept',
      'accept',
      'counter',
      'counter',
      'move',
      'move',
      'pupils',
    ] as const),
    ...(['held', 'decline', 'cancel', 'contact', 'no-show', 'count', 'count'] as const),
  ),
  ...{ match, side },
  to: fc.record({
    in: fc.constantFrom<Elsewhere['in'][]>('own', 'slot', 'slot', 'afternoon'),
    offer: fc.constantFrom(0, 0, 0, 1, 2),
    date,
    shift: fc.constantFrom(0, 0.5 * hour, 1.5 * hour),
  }),
  number: fc.integer({ min: 20, max: 21 }),
});
const day = 24 * hour;
const others = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('block' as const), offer, date, places: fc.nat(2) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('withdraw-offer' as const), offer }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('withdraw-request' as const), request }) },
);
const pass = fc.record({
  do: fc.constant('pass' as const),
  time: fc.constantFrom(2 * hour, 5 * hour, day, day, 3 * day, 7 * day, 14 * day),
});
const atOnce = fc.record({
  do: fc.constant('at-once' as const),
  these: fc.tuple(approve, fc.oneof(approve, book)),
});

/** Thirty things in the life of a small town. */
export const lives: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: approve },
    { weight: 3, arbitrary: book },
    { weight: 2, arbitrary: arrange },
    { weight: 1, arbitrary: repeat },
    { weight: 2, arbitrary: atOnce },
    { weight: 30, arbitrary: say },
    { weight: 2, arbitrary: others },
    { weight: 4, arbitrary: pass },
  ),
  { minLength: 30, maxLength: 30 },
);
