import {
  aWorld,
  askedMatch,
  postedRequest,
  proposalsOf,
  publishedOffer,
  type World,
} from '../support/world.js';
import { until } from '../support/until.js';

const slots = [{ start: '2027-01-12T08:30:00+01:00', end: '2027-01-12T12:00:00+01:00', groups: 1 }];
const reason = 'De klas is op kamp.';

describe('a place that comes free', () => {
  let world: World;
  beforeEach(async () => {
    world = await aWorld();
  });
  afterEach(() => world.close());

  const classOf = (name: string) => ({ groups: [{ sector: 'po', grades: ['6'], pupils: 20, name }] });
  const freed = async () =>
    (await world.coordinator.get('/api/freed-places?region=region-ijssel')).body.items;
  const someFreed = () =>
    until(async () => {
      const items = await freed();
      return items.length > 0 && items;
    }, 'the freed place');

  async function asked() {
    await publishedOffer(world, { slots });
    const request = await postedRequest(world);
    const { items } = await proposalsOf(world, request.id);
    const slotId = items[0].slotId as string;
    return { request, slotId, match: await askedMatch(world, request.id, slotId) };
  }

  it('is proposed to whom it serves best, until somebody has it', async () => {
    const { match, slotId, request } = await asked();
    const others = [await postedRequest(world, classOf('6A')), await postedRequest(world, classOf('6B'))];
    expect(await freed()).toEqual([]);

    await world.teacher.post(`/api/matches/${match.id}/decline`, { reason });

    const [place] = await someFreed();
    expect(place).toMatchObject({ slotId, regionId: 'region-ijssel' });
    const ids = place.requests.map(({ requestId }: { requestId: string }) => requestId);
    expect(ids.toSorted()).toEqual(others.map(({ id }) => id).toSorted());
    expect(ids).not.toContain(request.id);
    await askedMatch(world, others[0].id, slotId);
    await until(async () => (await freed()).length === 0, 'the place to be taken');
  });

  it('is gone once it is past', async () => {
    const { match, slotId } = await asked();
    const other = await postedRequest(world, classOf('6A'));
    await world.teacher.post(`/api/matches/${match.id}/decline`, { reason });
    await someFreed();

    await world.at('2027-01-12T08:31:00+01:00');

    expect(await freed()).toEqual([]);
    const late = await world.coordinator.post('/api/matches', { requestId: other.id, slotId });
    expect(late.status).toBe(409);
  });

  it('also comes from a partner that gives out again what it kept for others', async () => {
    await publishedOffer(world, { slots });
    const request = await postedRequest(world);
    const { items } = await proposalsOf(world, request.id);
    const { slotId } = items[0];
    await world.partner.post(`/api/slots/${slotId}/block`, { groups: 1 });
    await until(async () => {
      const { body } = await world.coordinator.get(`/api/requests/${request.id}/proposals`);
      return body.items.length === 0;
    }, 'the place to be kept');

    await world.partner.post(`/api/slots/${slotId}/block`, { groups: 0 });

    expect(await someFreed()).toMatchObject([{ slotId, requests: [{ requestId: request.id }] }]);
  });
});
