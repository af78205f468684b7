import { until } from '../support/until.js';
import { anOffer, aRequest, proposalsOf, publishedOffer } from '../support/world.js';
import { aClusterWorld, type ClusterWorld } from './a-cluster-world.js';

/** Those who handle events that a posted request leads to. */
const consumers = ['requests', 'offers', 'matching', 'notifications', 'impact', 'audit'] as const;
const patience = { SIGKILL: 15_000, SIGTERM: 3_000 };

describe('a service of which one of two processes ends', () => {
  let world: ClusterWorld;
  beforeAll(async () => {
    world = await aClusterWorld({ processes: true });
    await publishedOffer(world);
  }, 240_000);
  afterAll(() => world.close(), 60_000);

  /** A request for each of many keys, so that every partition has some of them. */
  const posted = async (label: string) => {
    const answers = Array.from({ length: 12 }, (_, n) =>
      world.teacher.post(
        '/api/requests',
        aRequest({ groups: [{ sector: 'po', grades: ['7'], pupils: 20, name: `${label} ${n}` }] }),
      ),
    );
    return (await Promise.all(answers)).map(({ status, body }) => {
      expect(status).toBe(201);
      return body.id as string;
    });
  };
  const considered = (ids: readonly string[]) =>
    Promise.all(ids.map((id) => proposalsOf(world, id, 0).then(() => id)));

  it.each([
    ['matching', 'SIGTERM'],
    ['matching', 'SIGKILL'],
  ] as const)(
    '%s after %s: its keys go on with the other one',
    async (service, signal) => {
      await considered(await posted(`before ${signal}`));

      await world.cluster.end(service, 0, signal);
      const began = performance.now();
      await considered(await posted(`after ${signal}`));
      const took = performance.now() - began;

      process.stdout.write(
        `${service} after ${signal}: every key went on within ${(took / 1000).toFixed(1)} s\n`,
      );
      expect(took).toBeLessThan(patience[signal] * 2);
      await world.cluster.begin(service, 0);
    },
    120_000,
  );

  it('answers people while one process of each service is away', async () => {
    for (const service of [...consumers, 'directory', 'gateway'])
      await world.cluster.end(service, 1, 'SIGKILL');

    const added = await until(async () => {
      const answer = await world.partner
        .post('/api/offers', anOffer({ title: 'Na de val' }))
        .catch(() => undefined);
      return answer?.status === 201 && answer;
    }, 'an offer to be taken');
    const ids = await posted('with half of them');
    await considered(ids);

    expect(added.body.title).toBe('Na de val');
  }, 120_000);
});
