import { aNeed, aSession, slotId } from './a-match.js';
import {
  aHoldWorld,
  answered,
  approved,
  asked,
  confirmed,
  dropped,
  ended,
  optioned,
  proposed,
  restCancelled,
  wanted,
  type HoldWorld,
} from './hold-world.js';

const morning = aSession();
const exact = aSession({ start: '2027-01-12T09:00:00+01:00', end: '2027-01-12T10:30:00+01:00' });
export const nextWeek = aSession({
  date: '2027-01-19',
  start: '2027-01-19T09:00:00+01:00',
  end: '2027-01-19T10:30:00+01:00',
});
export const first = [aNeed('an-offer')];
export const second = [aNeed('an-offer', { date: '2027-01-19' })];
const lines = (key: string, minutes = 210, date = '2027-01-12') => [
  `${key} an-offer.${date}T07:30:00Z 1`,
  `${key} a-request|group-7`,
  `${key} offer:an-offer|2027-01`,
  `${key} organisation:factory|2027-01`,
  `${key} organisation:factory|2026-2027`,
  `${key} person:jan|2027-01`,
  `${key} group:group-7|${date} ${minutes}'`,
  `${key} person:jan|${date} ${minutes}'`,
];

/** Two offers that share a person. */
export async function aTownWithOffers(turn?: (what: string) => Promise<void>): Promise<HoldWorld> {
  const world = aHoldWorld(turn);
  await world.offer('an-offer', { givenBy: ['jan'] });
  await world.offer('another-offer', { givenBy: ['jan', 'piet'] });
  return world;
}
export const play = async (world: HoldWorld, story: readonly object[]) => {
  for (const said of story) await world.say('a', said);
};

/** What matching says, in order; what is held at the end; what it was told. */
export const stories: readonly [string, readonly object[], readonly string[], readonly object[]][] = [
  ['a question', [approved(first)], lines('a#1'), [{ type: 'held', question: 1, slots: first }]],
  [
    'an appointment: days shrink to the exact time',
    [approved(first), asked(1), confirmed(1, [exact])],
    lines('a#1', 90),
    [{ type: 'held' }],
  ],
  [
    'an appointment of two days: what was called off is free again, what took place still counts',
    [
      approved([...first, ...second], { sessions: [exact, { ...nextWeek, id: 'later' }] }),
      asked(1),
      restCancelled([exact], [{ ...nextWeek, id: 'later' }]),
    ],
    lines('a#1', 90),
    [{ type: 'held' }, { type: 'released', question: 1, slots: second, left: first }],
  ],
  [
    'an option that is taken up',
    [approved(first), optioned(), confirmed(1, [exact])],
    lines('a#1', 90),
    [{ type: 'held' }],
  ],
  [
    'another time within the slot: nothing new is held',
    [approved(first), asked(1), asked(2), confirmed(2, [exact])],
    lines('a#1', 90),
    [{ type: 'held' }],
  ],
  [
    'a counter elsewhere that is held and asked',
    [approved(first), asked(1), wanted(2, second, [nextWeek]), asked(2)],
    lines('a#2', 90, '2027-01-19'),
    [
      { type: 'held', question: 1, slots: first },
      { type: 'held', question: 2, slots: [...first, ...second] },
      { type: 'released', question: 1, slots: first, left: second },
    ],
  ],
  [
    'a move that waits for a yes: both stand',
    [
      approved(first),
      asked(1),
      confirmed(1, [exact]),
      wanted(2, second, [nextWeek]),
      proposed(2, [nextWeek]),
    ],
    [...lines('a#1', 90), ...lines('a#2', 90, '2027-01-19')],
    [{ type: 'held' }, { type: 'held', slots: [...first, ...second] }],
  ],
  [
    'a move that is dropped: the older stands',
    [approved(first), asked(1), wanted(2, second, [nextWeek]), proposed(2, [nextWeek]), dropped(2)],
    lines('a#1'),
    [{ type: 'held' }, { type: 'held' }, { type: 'released', question: 2, slots: second, left: first }],
  ],
  [
    'more pupils in the same slot: only the difference is free again',
    [
      approved(first),
      asked(1),
      wanted(2, [aNeed('an-offer', { groups: 2 })], [morning]),
      proposed(2, [morning]),
      dropped(2),
    ],
    lines('a#1'),
    [
      { type: 'held' },
      { type: 'held', slots: [aNeed('an-offer', { groups: 2 })] },
      { type: 'released', question: 2, slots: first, left: first },
    ],
  ],
  [
    'a change that cannot be held: the older stands',
    [approved(first), asked(1), wanted(2, [aNeed('an-offer', { groups: 3 })], [morning])],
    lines('a#1'),
    [{ type: 'held' }, { type: 'refused', question: 2, obstacle: 'slot-full', at: slotId('an-offer') }],
  ],
  [
    'an end while two sets stand',
    [approved(first), asked(1), wanted(2, second, [nextWeek]), ended()],
    [],
    [
      { type: 'held' },
      { type: 'held' },
      { type: 'released', question: 1, slots: first, left: [] },
      { type: 'released', question: 2, slots: second, left: [] },
    ],
  ],
  [
    'a question that matching does not know any more',
    [approved(first), answered(1, false)],
    [],
    [{ type: 'held' }, { type: 'released', question: 1, left: [] }],
  ],
  [
    'a change after the end',
    [approved(first), ended(), wanted(2, second, [nextWeek])],
    [],
    [{ type: 'held' }, { type: 'released' }, { type: 'refused', question: 2, obstacle: 'slot-gone' }],
  ],
];
