import { aNeed, slotId } from '../../test/a-match.js';
import { aHoldWorld, approved } from '../../test/hold-world.js';
import { MomentsAhead } from './moments-ahead.js';
import { ShowCatalogue, type CatalogueQuestion } from './show-catalogue.js';

/** An offer with two places on each of two Tuesdays. */
async function aWorld(changes: Parameters<ReturnType<typeof aHoldWorld>['offer']>[1] = {}) {
  const world = aHoldWorld();
  await world.offer('an-offer', changes);
  const { offers, organisations, slots, holdings, clock } = world;
  const moments = new MomentsAhead(slots, holdings, clock);
  const catalogue = new ShowCatalogue(offers, organisations, moments, clock);
  return {
    ...world,
    shown: async (question: CatalogueQuestion = {}) => (await catalogue.execute(question, 10)).items,
    one: () => catalogue.one('an-offer'),
  };
}
const tuesday = slotId('an-offer');
const nextTuesday = slotId('an-offer', '2027-01-19');

describe('the catalogue', () => {
  it('shows the places that nobody was promised, here or elsewhere', async () => {
    const world = await aWorld({ promise: 'firm' });
    await world.slots.block(tuesday, 2, 1);
    await world.say('a', approved([aNeed('an-offer', { date: '2027-01-19', groups: 2 })]));

    await expect(world.shown()).resolves.toMatchObject([
      { availability: 'free', nextSlots: [{ slotId: tuesday, groups: 1 }] },
    ]);

    await world.slots.block(tuesday, 2, 2);
    await expect(world.shown()).resolves.toMatchObject([{ availability: 'waiting-list', nextSlots: [] }]);
  });

  it('names the full slots of a firm offer, each with its waiting list', async () => {
    const world = await aWorld({ promise: 'firm' });
    await world.slots.block(tuesday, 2, 2);

    await expect(world.one()).resolves.toMatchObject({
      nextSlots: [{ slotId: nextTuesday }],
      fullSlots: [{ slotId: tuesday }],
    });
  });

  it('says where to book', async () => {
    const here = await aWorld();
    const there = await aWorld({ bookVia: 'own-site', bookUrl: 'https://lab.example/book' });

    await expect(here.shown()).resolves.toMatchObject([{ bookVia: 'leerbrug', bookUrl: null }]);
    await expect(there.shown()).resolves.toMatchObject([
      { bookVia: 'own-site', bookUrl: 'https://lab.example/book' },
    ]);
  });

  it('finds words in the title, the summary and the name of the partner, whatever their accents', async () => {
    const world = await aWorld({ title: 'Robots in de fabriek', summary: 'Zelf een idéé solderen.' });
    await world.organisations.put('factory', 1, { name: 'Müller Techniek', closed: [] } as never);

    for (const words of ['ROBOT', 'idee solderen robots', ' muller  fabriek '])
      await expect(world.shown({ words })).resolves.toHaveLength(1);
    await expect(world.shown({ words: 'robot museum' })).resolves.toEqual([]);
  });

  it('leaves out days on which the partner receives nobody', async () => {
    const world = await aWorld({ closedOn: ['2027-01-12'] });
    await expect(world.shown()).resolves.toMatchObject([{ nextSlots: [{ slotId: nextTuesday }] }]);

    const closed = [{ from: '2027-01-18', to: '2027-01-22' }];
    await world.organisations.put('factory', 1, { name: 'Fabriek', closed } as never);
    await expect(world.shown()).resolves.toEqual([]);
  });

  it('shows nothing sooner than the partner wants to hear of it, apart from what can still move', async () => {
    const world = await aWorld({ leadTimeDays: 57 });

    await expect(world.shown()).resolves.toMatchObject([{ nextSlots: [{ slotId: nextTuesday }] }]);
    await expect(world.one()).resolves.toMatchObject({
      nextSlots: [{ slotId: nextTuesday }],
      movableSlots: [{ slotId: tuesday }, { slotId: nextTuesday }],
    });
  });

  it('shows nothing to have while the partner takes nothing new, and says until when', async () => {
    const world = await aWorld({ promise: 'firm' });
    await world.slots.block(tuesday, 2, 2);
    const pausedUntil = '2026-11-24';
    await world.organisations.put('factory', 1, { name: 'Fabriek', closed: [], pausedUntil } as never);

    await expect(world.shown()).resolves.toEqual([]);
    await expect(world.one()).resolves.toMatchObject({
      ...{ availability: 'none', nextSlots: [], fullSlots: [], pausedUntil },
      movableSlots: [],
    });

    await world.organisations.put('factory', 2, {
      ...{ name: 'Fabriek', closed: [], pausedUntil: '2026-11-23' },
    } as never);
    await expect(world.one()).resolves.not.toHaveProperty('pausedUntil');
    await expect(world.shown()).resolves.toHaveLength(1);
  });

  it('shows nothing of a month in which as much is agreed as the partner wants', async () => {
    const world = await aWorld({ promise: 'firm', maxPerMonth: 1 });
    await world.say('a', approved([aNeed('an-offer', { date: '2027-01-19' })]));

    await expect(world.shown()).resolves.toMatchObject([{ availability: 'none', nextSlots: [] }]);
  });

  it('has no waiting list where nobody can wait: by appointment, or elsewhere', async () => {
    for (const changes of [
      {},
      { promise: 'firm', bookVia: 'own-site', bookUrl: 'https://lab.example' },
    ] as const) {
      const world = await aWorld(changes);
      await world.slots.block(tuesday, 2, 2);
      await world.slots.block(nextTuesday, 2, 2);
      await expect(world.shown()).resolves.toMatchObject([{ availability: 'none' }]);
    }
  });

  it('says that there are more than it names', async () => {
    const slots = Array.from({ length: 25 }, (_, i) => ({
      start: `2027-03-${String(i + 1).padStart(2, '0')}T08:30:00+01:00`,
      end: `2027-03-${String(i + 1).padStart(2, '0')}T10:00:00+01:00`,
    }));

    await expect((await aWorld({ slots })).one()).resolves.toMatchObject({ moreSlots: true });
    await expect((await aWorld({ slots: slots.slice(1) })).one()).resolves.toMatchObject({
      moreSlots: false,
    });
  });
});
