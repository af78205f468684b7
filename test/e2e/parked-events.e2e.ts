import { randomUUID } from 'node:crypto';
import {
  aWorld,
  aRequest,
  postedRequest,
  proposalsOf,
  publishedOffer,
  type World,
} from '../support/world.js';
import { until } from '../support/until.js';

describe('events that nobody can handle', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  });
  afterAll(() => world.close());

  const publish = (value: string | null, key = 'school-brug') =>
    world.embedded.ports.bus.publish([
      { topic: 'directory', key, id: randomUUID(), value: value === null ? null : Buffer.from(value) },
    ]);
  interface Parked {
    readonly id: string;
    readonly service: string;
    readonly why: string;
    readonly reason: string;
    readonly key: string;
  }
  // A service that is busy may be away from the list for once.
  const parked = (): Promise<Parked[]> =>
    until(async () => (await world.operator.get('/api/parked')).body.items, 'the list');

  it.each([
    ['broken JSON', '{"type": "directory.region-chan', 'unreadable'],
    ['nothing', null, 'unreadable'],
    ['a megabyte', `"${'x'.repeat(1024 * 1024)}"`, 'unreadable'],
    ['no envelope', JSON.stringify({ type: 'directory.region-changed' }), 'unreadable'],
  ])('%s is parked by each who would listen, and blocks nothing', async (_what, value, why) => {
    const before = (await parked()).length;
    await publish(value);

    await until(async () => (await parked()).length >= before + 2, 'the parking');
    expect((await parked()).slice(before).every((event) => event.why === why)).toBe(true);
    await publishedOffer(world);
    const request = await postedRequest(world);
    expect((await proposalsOf(world, request.id)).items.length).toBeGreaterThan(0);
  });

  it('what is no event loses its bytes when somebody is erased: their name may stand in them', async () => {
    await publish('Cas Bos, colleague@leerbrug.test', 'a-stranger');
    const strangers = async () => (await parked()).filter(({ key }) => key === 'a-stranger');
    const bytesOf = async ({ id }: { id: string }) =>
      (await world.operator.get(`/api/parked/${id}`)).body.event as string | null;
    // Every service hears of who is erased; one that parks this later than that would keep it.
    const listeners = await until(async () => {
      const found = await strangers();
      return found.length === world.embedded.services.size && found;
    }, 'the parking');
    expect(await bytesOf(listeners[0] as { id: string })).toContain('Cas Bos');

    expect((await world.colleague.post('/api/people/colleague/erase')).status).toBe(200);

    await until(async () => {
      const left = await Promise.all((await strangers()).map(bytesOf));
      return left.length === listeners.length && left.every((event) => event === null);
    }, 'the bytes to be gone');
  });

  it('an unknown version blocks its own key until an operator drops it; what waits behind it is then handled', async () => {
    const region = {
      name: 'IJssel',
      settings: (await world.operator.get('/api/regions/region-ijssel')).body.settings,
    };
    const envelope = (version: number, seq: number) =>
      JSON.stringify({
        id: randomUUID(),
        type: 'directory.region-changed',
        version,
        time: '2026-11-23T09:00:00Z',
        key: 'region-new',
        seq,
        correlationId: 'test',
        causationId: null,
        actor: 'operator',
        owners: { regions: [] },
        data: region,
      });
    await publish(envelope(99, 1), 'region-new');
    await publish(envelope(1, 2), 'region-new');
    const waiting = await until(async () => {
      const events = (await parked()).filter(
        ({ service, key }) => service === 'requests' && key === 'region-new',
      );
      return events.length === 2 && events;
    }, 'both to be parked');
    expect(waiting.map(({ why }) => why)).toEqual(['unknown-version', 'behind']);
    const first = waiting[0] as { id: string };

    expect(await world.teacher.get('/api/parked')).toMatchObject({ status: 403 });
    expect(await world.operator.post(`/api/parked/${first.id}/replay`)).toMatchObject({
      status: 409,
      body: { code: 'parked.failed-again' },
    });
    expect(await world.operator.post(`/api/parked/${first.id}/drop`, {})).toMatchObject({ status: 400 });
    expect((await world.operator.get(`/api/parked/${first.id}`)).body.event).toContain('"version":99');
    const dropped = await world.operator.post(`/api/parked/${first.id}/drop`, { reason: 'Sent by a test.' });

    expect(dropped.body).toMatchObject({ state: 'dropped', closedReason: 'Sent by a test.' });
    expect(
      (await parked()).filter(({ service, key }) => service === 'requests' && key === 'region-new'),
    ).toEqual([]);
    expect(await world.operator.post(`/api/parked/${first.id}/drop`, { reason: 'Again.' })).toMatchObject({
      status: 409,
      body: { code: 'parked.closed' },
    });
    expect((await world.teacher.post('/api/requests', aRequest())).status).toBe(201);
  });
});
