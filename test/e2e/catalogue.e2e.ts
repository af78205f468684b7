import { aWorld, publishedOffer, type World } from '../support/world.js';
import { until } from '../support/until.js';

const classOf = (name: string) => ({
  schoolLocationId: 'school-brug',
  groups: [{ sector: 'po', grades: ['7'], pupils: 26, name }],
});
// Ten, eleven and twelve days from now, and after Christmas.
const days = ['2026-12-03', '2026-12-04', '2026-12-07', '2027-01-12'];

describe('what the catalogue shows as free', () => {
  let world: World;
  beforeEach(async () => {
    world = await aWorld();
  });
  afterEach(() => world.close());

  async function aFirmOffer(changes: Record<string, unknown> = {}) {
    const slots = days.map((day) => ({
      start: `${day}T10:00:00+01:00`,
      end: `${day}T11:30:00+01:00`,
      groups: 1,
    }));
    const offer = await publishedOffer(world, { promise: 'firm', slots, ...changes });
    const preview = async (slotId: string) =>
      (await world.teacher.post(`/api/slots/${slotId}/bookings/preview`, classOf('7B'))).body;
    await until(async () => (await preview(offer.slots[0].id)).status !== 422, 'the offer to be known');
    return {
      seenByPartner: async () =>
        (await world.partner.get(`/api/offers/${offer.id}`)).body.slots.map(
          ({ free }: { free: number }) => free,
        ),
      slotIds: offer.slots.map(({ id }: { id: string }) => id) as string[],
      shown: async () => (await world.visitor.get(`/api/catalogue/${offer.id}`)).body,
      /** Day by day: `free` as the catalogue says, and why a booking of it is refused. */
      compared: async () => {
        const { nextSlots } = (await world.visitor.get(`/api/catalogue/${offer.id}`)).body;
        const free = nextSlots.map(({ slotId }: { slotId: string }) => slotId);
        return Promise.all(
          offer.slots.map(async ({ id }: { id: string }) => {
            const { failures = [] } = await preview(id);
            const why = failures.map(({ condition }: { condition: string }) => condition);
            return free.includes(id) ? ['free', ...why] : why;
          }),
        );
      },
    };
  }

  it('is what can be booked: with the notice that the partner wants, to the day', async () => {
    const offer = await aFirmOffer({ leadTimeDays: 11 });

    expect(await offer.compared()).toEqual([['lead-time'], ['free'], ['free'], ['free']]);
  });

  it('is nothing while the partner takes nothing new, and all of it on the day that it does again', async () => {
    const offer = await aFirmOffer({ leadTimeDays: 0 });
    const { etag } = await world.coordinator.get('/api/organisations/factory');
    await world.coordinator.patch('/api/organisations/factory', { pausedUntil: '2026-11-25' }, etag);

    const paused = await until(async () => {
      const shown = await offer.shown();
      return shown.pausedUntil && shown;
    }, 'offers to know of the pause');

    expect(paused).toMatchObject({ availability: 'none', nextSlots: [], pausedUntil: '2026-11-25' });
    expect(paused.movableSlots).toEqual([]);
    await until(
      async () => (await offer.compared()).every((why) => why.length === 1),
      'matching to know of it',
    );
    expect(await offer.compared()).toEqual([['not-open'], ['not-open'], ['not-open'], ['not-open']]);
    await world.at('2026-11-25T00:00:00+01:00');
    expect(await offer.compared()).toEqual([['free'], ['free'], ['free'], ['free']]);
  });

  it('is nothing in a month in which the partner has as much as it wants', async () => {
    const offer = await aFirmOffer({ leadTimeDays: 0, maxPerMonth: 1 });

    await world.teacher.post(`/api/slots/${offer.slotIds[0]}/bookings`, classOf('7A'), { prefer: 'wait=5' });

    await until(async () => (await offer.compared()).flat().includes('ceiling'), 'the ceiling to be reached');
    expect(await offer.compared()).toEqual([['capacity', 'ceiling'], ['ceiling'], ['ceiling'], ['free']]);
    expect(await offer.seenByPartner()).toEqual([0, 1, 1, 1]);
  });
});
