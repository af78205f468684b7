import { resolve } from 'node:path';
import { built } from '../faults/built.js';
import { Caller } from '../support/caller.js';
import { until } from '../support/until.js';
import { askedMatch, postedRequest, proposalsOf, publishedOffer, type World } from '../support/world.js';
import { asProcesses, startCluster, type Cluster } from './cluster.js';
import { giveBack, ownServers } from './own-servers.js';
import { seedPeople } from './seed-people.js';
import { definitions } from '../../apps/cli/src/cluster/definitions.js';

describe('a request in a cluster of processes', () => {
  const servers = ownServers();
  let cluster: Cluster;
  let world: World;
  beforeAll(async () => {
    const build = resolve(built(), '../../..');
    cluster = await startCluster({
      servers,
      definitions,
      port: 0,
      run: asProcesses((app) => [resolve(build, `apps/${app}/src/main.js`)]),
      environment: { LEERBRUG_WEB: resolve('test/support/page') },
    });
    const tokens = await seedPeople(servers);
    const callers = Object.entries(tokens).map(([name, token]) => [name, new Caller(cluster.url, token)]);
    world = Object.fromEntries(callers);
  }, 180_000);
  afterAll(async () => {
    await cluster.stop();
    await giveBack(servers);
  }, 30_000);

  it('travels from the school to a question at both sides', async () => {
    const offer = await publishedOffer(world);
    const request = await postedRequest(world);
    const { items } = await proposalsOf(world, request.id);
    expect(items[0]).toMatchObject({ offerId: offer.id, organisationId: 'factory' });

    const match = await askedMatch(world, request.id, items[0].slotId);

    expect(match).toMatchObject({ state: 'asked', question: 1 });
    const trail = await until(async () => {
      const { body } = await world.coordinator.get(`/api/matches/${match.id}`);
      return body.state === 'asked' && body;
    }, 'the match to be read by its coordinator');
    expect(trail.id).toBe(match.id);
  }, 60_000);
});
