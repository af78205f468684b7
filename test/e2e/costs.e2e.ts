import { until } from '../support/until.js';
import {
  askedMatch,
  aWorld,
  postedRequest,
  proposalsOf,
  publishedOffer,
  type World,
} from '../support/world.js';

const slot = { start: '2027-01-12T08:30:00+01:00', end: '2027-01-12T12:00:00+01:00', groups: 2 };

describe('what an appointment will cost', () => {
  let world: World;
  beforeEach(async () => {
    world = await aWorld();
  });
  afterEach(() => world.close());

  const shareOf = async (regionSharePercent: number) => {
    const region = '/api/regions/region-ijssel';
    const { etag } = await world.coordinator.get(region);
    expect((await world.coordinator.patch(region, { settings: { regionSharePercent } }, etag)).status).toBe(
      200,
    );
  };

  it('stands on every proposal, and that is what it costs once it is approved', async () => {
    await shareOf(60);
    const prices = { costPerGroupCents: 4000, costPerPupilCents: 150, pupilsPerGroup: 16 };
    const offer = await publishedOffer(world, { slots: [slot], ...prices });
    const request = await postedRequest(world);
    // 26 pupils are two of the partner's groups of sixteen: 2 × 40 and 26 × 1.50.
    const costs = { totalCents: 11_900, regionCents: 7140, schoolCents: 4760, partnerCents: 0 };

    await until(async () => {
      const { items } = await proposalsOf(world, request.id);
      return items[0].costs.regionCents > 0 && items;
    }, 'the share to be known to matching');
    const { items } = await proposalsOf(world, request.id);
    const match = await askedMatch(world, request.id, offer.slots[0].id);

    expect(items[0]).toMatchObject({ slotId: offer.slots[0].id, costs });
    expect(match.costs).toMatchObject(costs);
  });

  it('is nothing where the offer costs nothing', async () => {
    await publishedOffer(world, { slots: [slot] });
    const request = await postedRequest(world);

    const { items } = await proposalsOf(world, request.id);

    expect(items[0].costs).toEqual({ totalCents: 0, regionCents: 0, schoolCents: 0, partnerCents: 0 });
  });

  it('is said before a school books, for the groups it would bring, and nothing is booked by that', async () => {
    await shareOf(50);
    const offer = await publishedOffer(world, { promise: 'firm', slots: [slot], costPerPupilCents: 200 });
    const path = `/api/slots/${offer.slots[0].id}/bookings`;
    const body = (pupils: number) => ({
      schoolLocationId: 'school-brug',
      groups: [{ sector: 'po', grades: ['7'], pupils, name: '7A' }],
    });
    const known = await until(async () => {
      const answer = await world.teacher.post(`${path}/preview`, body(20));
      return answer.status === 200 && answer.body.costs.regionCents > 0 && answer;
    }, 'offer and share to be known to matching');

    expect(known.body).toEqual({
      costs: { totalCents: 4000, regionCents: 2000, schoolCents: 2000, partnerCents: 0 },
    });
    expect(await world.teacher.post(`${path}/preview`, body(0))).toMatchObject({ status: 400 });
    const tooMany = await world.teacher.post(`${path}/preview`, body(90));
    expect(tooMany).toMatchObject({ status: 409, body: { code: 'matches.does-not-fit' } });
    expect((await world.partner.post(`${path}/preview`, body(20))).status).toBe(403);
    expect((await world.teacher.get('/api/matches')).body.items).toEqual([]);

    const booked = await world.teacher.post(path, body(20), { prefer: 'wait=5' });
    expect(booked.body.costs).toEqual(known.body.costs);
  });
});
