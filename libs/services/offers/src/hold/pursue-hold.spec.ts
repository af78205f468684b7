import fc from 'fast-check';
import { aNeed, aSession, slotId } from '../../test/a-match.js';
import {
  aHoldWorld,
  aSignal,
  answered,
  approved,
  asked,
  confirmed,
  dropped,
  ended,
  optioned,
  proposed,
  wanted,
  type HoldWorld,
} from '../../test/hold-world.js';

const morning = aSession();
const exact = aSession({ start: '2027-01-12T09:00:00+01:00', end: '2027-01-12T10:30:00+01:00' });
const nextWeek = aSession({
  date: '2027-01-19',
  start: '2027-01-19T09:00:00+01:00',
  end: '2027-01-19T10:30:00+01:00',
});
const first = [aNeed('an-offer')];
const second = [aNeed('an-offer', { date: '2027-01-19' })];
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

async function aWorld(turn?: (what: string) => Promise<void>): Promise<HoldWorld> {
  const world = aHoldWorld(turn);
  await world.offer('an-offer', { givenBy: ['jan'] });
  await world.offer('another-offer', { givenBy: ['jan', 'piet'] });
  return world;
}
const play = async (world: HoldWorld, story: readonly object[]) => {
  for (const said of story) await world.say('a', said);
};

/** What matching says, in order; what is held at the end; what it was told. */
const stories: readonly [string, readonly object[], readonly string[], readonly object[]][] = [
  ['a question', [approved(first)], lines('a#1'), [{ type: 'held', question: 1, slots: first }]],
  [
    'an appointment: days shrink to the exact time',
    [approved(first), asked(1), confirmed(1, [exact])],
    lines('a#1', 90),
    [{ type: 'held' }],
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

class Crash extends Error {}

/** Dies at that write and at all after it, until it is revived. */
function mortal() {
  let writes = 0;
  let diesAt = Infinity;
  return {
    turn: async () => {
      if (++writes >= diesAt) throw new Crash();
    },
    dieAfter: (more: number) => {
      diesAt = writes + more;
    },
    revive: () => {
      diesAt = Infinity;
    },
    writes: () => writes,
  };
}

describe('what a match holds', () => {
  it.each(stories)('%s', async (_what, story, held, told) => {
    const world = await aWorld();

    await play(world, story);
    await world.rest();

    expect(world.everythingHeld().sort()).toEqual([...held].sort());
    expect(world.told('a')).toMatchObject(told);
    expect(world.told('a')).toHaveLength(told.length);
    expect(world.failures).toEqual([]);
  });

  it.each(stories)('%s, with a crash between any two steps', async (_what, story, held, told) => {
    const whole = mortal();
    const begin = whole.writes;
    await play(await aWorld(whole.turn), story);

    for (let crash = 3; crash <= begin(); crash++) {
      for (const swept of [false, true]) {
        const life = mortal();
        const world = await aWorld(life.turn);
        life.dieAfter(crash - life.writes());
        for (const said of story) {
          const cause = world.causeOf('a');
          await world.hear(said, cause).catch(async (error: unknown) => {
            if (!(error instanceof Crash)) throw error;
            life.revive();
            if (swept) {
              world.clock.advance(6_000);
              await world.due.sweep();
            }
            await world.hear(said, cause);
          });
        }
        await world.rest();

        expect(world.everythingHeld().sort()).toEqual([...held].sort());
        expect(world.told('a')).toMatchObject(told);
        expect(world.told('a')).toHaveLength(told.length);
      }
    }
  });

  it.each(stories)('%s, with other runners at the same time', async (_what, story, held, told) => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        let free = true;
        const world = await aWorld(async (what) => {
          if (!free) await scheduler.schedule(Promise.resolve(), what);
        });
        free = false;
        const beside: Promise<unknown>[] = [];
        for (const said of story) {
          const cause = world.causeOf('a');
          const begun = world.hear(said, cause);
          world.clock.advance(6_000);
          beside.push(world.due.sweep(), begun);
          await scheduler.waitFor(Promise.race([begun, world.hear(said, cause)]));
        }
        await scheduler.waitFor(Promise.all(beside));
        free = true;
        await world.rest();

        expect(world.everythingHeld().sort()).toEqual([...held].sort());
        expect(world.told('a')).toMatchObject(told);
        expect(world.told('a')).toHaveLength(told.length);
        expect(world.failures).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it.each(stories)('%s, and nothing is left anywhere after its end', async (_what, story) => {
    const world = await aWorld();

    await play(world, [...story, ended()]);
    await world.rest();

    expect(world.everythingHeld()).toEqual([]);
    expect(world.phases('a')).toEqual([]);
  });

  it('leaves nothing behind when a runner slept through its whole life', async () => {
    const wake = aSignal();
    const asleep = aSignal();
    let slept = false;
    const world = await aWorld(async (what) => {
      if (slept || !what.includes('offers.days')) return;
      slept = true;
      asleep.give();
      await wake.given;
    });
    const late = world.say('a', approved(first));
    await asleep.given;
    await world.rest();
    await world.say('a', ended());
    await world.rest();

    wake.give();
    await late;

    expect(world.phases('a')).toEqual([]);
    expect(world.everythingHeld()).toEqual([]);
  });

  it('is nothing when it lies in the past', async () => {
    const world = await aWorld();
    const past = aSession({ date: '2026-11-16' });

    await world.say('a', approved([], { state: 'held', origin: 'arranged', sessions: [past] }));
    world.clock.advance(60 * 60_000);
    await world.due.sweep();

    expect(world.everythingHeld()).toEqual([]);
    expect(world.told('a')).toMatchObject([{ type: 'held', question: 1, slots: [] }]);
  });

  it('asks matching when nothing was said of a newer question, and again', async () => {
    const world = await aWorld();
    await play(world, [approved(first), asked(1), wanted(2, second, [nextWeek])]);

    for (let i = 0; i < 2; i++) {
      world.clock.advance(10 * 60_000);
      await world.due.sweep();
    }

    expect(world.told('a').slice(2)).toMatchObject([
      { type: 'overdue', question: 2 },
      { type: 'overdue', question: 2 },
    ]);
  });
});
