import { aNeed, slotId } from '../../test/a-match.js';
import { aHoldWorld, approved } from '../../test/hold-world.js';
import { ShowCatalogue, type CatalogueQuestion } from './show-catalogue.js';

/** An offer with two places on each of two Tuesdays. */
async function aWorld(changes: Parameters<ReturnType<typeof aHoldWorld>['offer']>[1] = {}) {
  const world = aHoldWorld();
  await world.offer('an-offer', changes);
  const { offers, organisations, slots, clock } = world;
  const catalogue = new ShowCatalogue(offers, organisations, slots, clock);
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
});
