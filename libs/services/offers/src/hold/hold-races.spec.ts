import fc from 'fast-check';
import { aNeed, aSession, slotId } from '../../test/a-match.js';
import { aTownWithOffers, first, second } from '../../test/hold-stories.js';
import { approved, asked, confirmed, type HoldWorld } from '../../test/hold-world.js';

const morning = aSession();
const exact = aSession({ start: '2027-01-12T09:00:00+01:00', end: '2027-01-12T10:30:00+01:00' });

describe('of two matches', () => {
  const other = {
    requestId: 'another-request',
    offerId: 'another-offer',
    schoolLocationId: 'another-school',
  };
  const elsewhere = aSession({
    slotId: slotId('another-offer'),
    groups: [{ groupId: 'group-8', pupils: 20 }],
  });
  const race = async (b: object, prepare: (world: HoldWorld) => Promise<unknown> = async () => undefined) => {
    const refusals = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        let free = true;
        const world = await aTownWithOffers(async (what) => {
          if (!free) await scheduler.schedule(Promise.resolve(), what);
        });
        await prepare(world);
        free = false;
        const both = Promise.all([world.say('a', approved(first)), world.say('b', b)]);
        await scheduler.waitFor(both);
        free = true;
        const told = [...world.told('a'), ...world.told('b')] as {
          type: string;
          obstacle?: string;
          at?: string;
        }[];
        expect(told.map(({ type }) => type).sort()).toEqual(['held', 'refused']);
        const winner = world.told('a').some(({ type }) => type === 'held') ? 'a' : 'b';
        expect(world.everythingHeld().every((line) => line.startsWith(`${winner}#1`))).toBe(true);
        for (const { obstacle, at } of told) if (obstacle) refusals.add(`${obstacle} ${at}`);
      }),
      { numRuns: 100 },
    );
    return [...refusals];
  };
  const needs = [aNeed('another-offer')];

  it('one gets the person they share', async () => {
    await expect(race(approved(needs, { ...other, sessions: [elsewhere] }))).resolves.toEqual([
      'person-busy jan',
    ]);
  });

  it('one gets the group they share', async () => {
    const sameGroup = { ...elsewhere, groups: morning.groups };
    const prepare = (world: HoldWorld) => world.offer('third-offer');
    const match = {
      ...other,
      offerId: 'third-offer',
      sessions: [{ ...sameGroup, slotId: slotId('third-offer') }],
    };

    await expect(race(approved([aNeed('third-offer')], match), prepare)).resolves.toEqual([
      'group-busy group-7',
    ]);
  });

  it('one gets the last of a ceiling they share', async () => {
    const later = aSession({ date: '2027-01-19', groups: [{ groupId: 'group-8', pupils: 20 }] });
    const prepare = (world: HoldWorld) =>
      world.organisations.put('factory', 1, { maxPerMonth: 1, closed: [] } as never);
    const match = { ...other, offerId: 'an-offer', sessions: [later] };

    await expect(race(approved(second, match), prepare)).resolves.toEqual([
      'ceiling-reached organisation:factory|2027-01',
    ]);
  });

  it('both get a person in the same guided slot at the partner', async () => {
    const world = await aTownWithOffers();
    const guided = { place: 'at-partner' as const };
    const visitors = [{ ...morning, groups: elsewhere.groups }];

    await world.say('a', approved(first, guided));
    await world.say('b', approved(first, { ...other, ...guided, offerId: 'an-offer', sessions: visitors }));

    expect(world.told('b')).toMatchObject([{ type: 'held' }]);
  });

  it('the second gets a person whom the first needs no longer than agreed', async () => {
    const world = await aTownWithOffers();
    for (const said of [approved(first), asked(1), confirmed(1, [exact])]) await world.say('a', said);
    const after = { ...elsewhere, start: '2027-01-12T10:30:00+01:00' };

    await world.say('b', approved(needs, { ...other, sessions: [after] }));

    expect(world.told('b')).toMatchObject([{ type: 'held' }]);
  });

  it('the second is refused on a day on which the partner is closed, and takes nothing', async () => {
    const world = await aTownWithOffers();
    await world.organisations.put('factory', 1, { closed: [], pausedUntil: '2027-01-13' } as never);

    await world.say('b', approved(needs, { ...other, sessions: [elsewhere] }));

    expect(world.told('b')).toMatchObject([{ type: 'refused', obstacle: 'slot-closed' }]);
    expect(world.everythingHeld()).toEqual([]);
  });

  it('a place given away elsewhere is held by neither', async () => {
    const world = await aTownWithOffers();
    await world.slots.block(slotId('an-offer'), 2, 2);

    await world.say('a', approved(first));

    expect(world.told('a')).toMatchObject([{ type: 'refused', obstacle: 'slot-full' }]);
  });
});
