import { randomUUID } from 'node:crypto';
import type { BusMessage, MessageHandler, SubscribeOptions } from '#libs/ports/event-bus/port';
import type { Ports } from '#libs/runtime';
import { aWorld, type World } from '../support/world.js';
import { until } from '../support/until.js';
import { wrapped } from './around.js';

const events = 1_000;
/** Who listens to the directory in this test: the others do alike. */
const listener = 'requests';

const malformed = [
  '{"type": "directory.region-chan',
  '[]',
  'null',
  JSON.stringify({ type: 'directory.region-changed' }),
  `"${'x'.repeat(10_000)}"`,
];

describe('a thousand events of which every hundredth is malformed', () => {
  let world: World;
  let settings: unknown;
  /** When the listener was done with an event, by its id. */
  const doneAt = new Map<string, number>();
  const timed = (ports: Ports): Ports => ({
    ...ports,
    bus: wrapped(ports.bus, (method, args, go) => {
      const [options, handler] = args as [SubscribeOptions, MessageHandler];
      if (method !== 'subscribe' || options.group !== listener) return go();
      return go(options, async (message: BusMessage) => {
        await handler(message);
        doneAt.set(message.id, performance.now());
      });
    }),
  });
  beforeAll(async () => {
    world = await aWorld({ around: timed });
    settings = (await world.operator.get('/api/regions/region-ijssel')).body.settings;
  });
  afterAll(() => world.close());

  const healthy = (key: string) =>
    JSON.stringify({
      id: randomUUID(),
      type: 'directory.region-changed',
      version: 1,
      time: '2026-11-23T09:00:00Z',
      key,
      seq: 1,
      correlationId: 'test',
      causationId: null,
      actor: 'operator',
      owners: { regions: [] },
      data: { name: 'IJssel', settings },
    });
  const parked = async () => {
    const found: { id: string; service: string; why: string }[] = [];
    let cursor: string | null = null;
    do {
      const from: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
      const { body } = await world.operator.get(`/api/parked?limit=100${from}`);
      found.push(...body.items);
      cursor = body.next ?? null;
    } while (cursor);
    return found.filter(({ service }) => service === listener);
  };

  it('never stops its consumer, parks each of them to be replayed, and lets the others through at once', async () => {
    const sentAt = new Map<string, number>();
    const good: string[] = [];
    for (let n = 0; n < events; n += 1) {
      const [id, key] = [randomUUID(), `region-${n}`];
      const bad = n % 100 === 50;
      const value = bad ? (malformed[((n / 10) % malformed.length) | 0] as string) : healthy(key);
      if (!bad) good.push(id);
      sentAt.set(id, performance.now());
      await world.embedded.ports.bus.publish([{ topic: 'directory', key, id, value: Buffer.from(value) }]);
    }
    await until(async () => sentAt.keys().every((id) => doneAt.has(id)), 'all to be handled');

    const delays = good
      .map((id) => (doneAt.get(id) ?? Infinity) - (sentAt.get(id) ?? 0))
      .sort((a, b) => a - b);
    process.stderr.write(
      `healthy ones beside poison, p99: ${Math.round(delays[(events * 0.98) | 0] ?? 0)} ms\n`,
    );
    const poison = await parked();
    expect(poison.map(({ why }) => why)).toEqual(Array.from({ length: events / 100 }, () => 'unreadable'));
    // What no newer build can read either fails again, and may be dropped.
    for (const { id } of poison) {
      expect((await world.operator.post(`/api/parked/${id}/replay`)).body.code).toBe('parked.failed-again');
      expect((await world.operator.post(`/api/parked/${id}/drop`, { reason: 'Test.' })).status).toBe(200);
    }
  }, 60_000);
});
