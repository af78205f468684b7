import { aNeed, slotId } from '../../test/a-match.js';
import { aHoldWorld, type HoldWorld } from '../../test/hold-world.js';
import type { HoldSet } from '../domain/hold.js';
import { withdrawOffer } from '../domain/offer.js';
import { Holdings } from './holdings.js';
import { TakeSet } from './take-set.js';

const span = { session: 'a-session', start: 100, end: 200, where: 'school:a-school' };
const day = (id: string) => ({ id: `${id}|2027-01-12`, ...span });
const nothing = { slots: [], demand: [], days: [], ceilings: [] };
const aSet = (changes: Partial<HoldSet> = {}) => ({ ...nothing, question: 1, ...changes }) as HoldSet;
const everyKind = aSet({
  demand: ['request|b', 'request|a'],
  slots: [aNeed('an-offer', { date: '2027-01-19' }), aNeed('an-offer')],
  days: [day('person:zoe'), day('group:a')],
  ceilings: [
    { id: 'm', max: null },
    { id: 'z', max: 1 },
    { id: 'a', max: 1 },
  ],
});

describe('taking a set', () => {
  let writes: string[];
  let world: HoldWorld;
  let sets: TakeSet;
  const take = (match: string, set: HoldSet, own: string[] = []) => sets.take(match, set, new Set(own));
  beforeEach(async () => {
    writes = [];
    world = aHoldWorld(async (what) => void writes.push(what));
    await world.offer('an-offer');
    sets = new TakeSet(world.offers, world.slots, new Holdings(world.memory));
    writes = [];
  });

  it('goes kind after kind, each in sorted order, and counts what is not limited last', async () => {
    expect(await take('a', everyKind)).toBeNull();

    expect(writes.map((what) => what.replace('insert offers.', ''))).toEqual([
      'demands request|a',
      'demands request|b',
      'calendars an-offer|2027-01-12',
      'calendars an-offer|2027-01-19',
      'days group:a|2027-01-12',
      'days person:zoe|2027-01-12',
      'counters a',
      'counters z',
      'counters m',
    ]);
  });

  it('of a lesson that is listed last goes in order too', async () => {
    await take(
      'a',
      aSet({ ...everyKind, days: everyKind.days.toReversed(), slots: everyKind.slots.toReversed() }),
    );

    expect(writes.slice(2, 6)).toEqual([
      'insert offers.calendars an-offer|2027-01-12',
      'insert offers.calendars an-offer|2027-01-19',
      'insert offers.days group:a|2027-01-12',
      'insert offers.days person:zoe|2027-01-12',
    ]);
  });

  it.each<[string, Partial<HoldSet>, object]>([
    ['the demand', { demand: ['request|a'] }, { obstacle: 'demand-taken', at: 'request|a' }],
    [
      'the places',
      { slots: [aNeed('an-offer', { groups: 2 })] },
      { obstacle: 'slot-full', at: slotId('an-offer') },
    ],
    ['a day', { days: [day('person:zoe')] }, { obstacle: 'person-busy', at: 'zoe' }],
    ['a ceiling', { ceilings: [{ id: 'a', max: 1 }] }, { obstacle: 'ceiling-reached', at: 'a' }],
  ])('stops at %s that another match has', async (_what, wanted, obstacle) => {
    await take('a', everyKind);
    writes = [];

    expect(
      await take('b', aSet({ ...wanted, ceilings: [...(wanted.ceilings ?? []), { id: 'm', max: null }] })),
    ).toEqual(obstacle);
    expect(writes).toEqual([]);
  });

  it.each([
    ['of an offer that nobody knows', aNeed('no-offer')],
    ['of a day on which there is none', aNeed('an-offer', { date: '2027-01-13' })],
  ])('finds no slot %s', async (_what, slot) => {
    expect(await take('a', aSet({ slots: [slot] }))).toEqual({ obstacle: 'slot-gone', at: slot.slotId });
  });

  it('takes of an offer that was withdrawn only what the match has already', async () => {
    const cause = { kind: 'due', actor: 'jan', correlationId: 'a-story', causationId: null } as const;
    await world.offers.change('an-offer', cause, (offer) => withdrawOffer(offer));
    const set = aSet({ slots: [aNeed('an-offer')] });

    expect(await take('a', set)).toMatchObject({ obstacle: 'slot-gone' });
    expect(await take('a', set, [slotId('an-offer', '2027-01-19')])).toMatchObject({ obstacle: 'slot-gone' });
    expect(await take('a', set, [slotId('an-offer')])).toBeNull();
  });

  it('takes no more than that very slot has', async () => {
    const at = (date: string, groups: number) => ({
      start: `${date}T08:30:00+01:00`,
      end: `${date}T12:00:00+01:00`,
      groups,
    });
    await world.offer('small', { slots: [at('2027-01-12', 5), at('2027-01-19', 1)] });
    const both = (date: string) => aSet({ slots: [aNeed('small', { date, groups: 2 })] });

    expect(await take('a', both('2027-01-12'))).toBeNull();
    expect(await take('a', both('2027-01-19'))).toMatchObject({ obstacle: 'slot-full' });
  });

  it('gives back all of that question, and nothing of another', async () => {
    await take('a', everyKind);
    await take('a', { ...everyKind, question: 2 });

    await sets.giveBack('a', everyKind);

    const held = world.everythingHeld();
    expect(held).toHaveLength(9);
    expect(held.every((line) => line.startsWith('a#2 '))).toBe(true);
  });
});
