import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openClusterBooks, readServers } from '#libs/cluster';
import { SqliteSnapshot, restore } from '#libs/ports/sqlite';
import { audit } from '../../apps/cli/src/audit/audit.js';
import { makeBackup } from '../../apps/cli/src/backup/backup.js';
import { moveBackup } from '../../apps/cli/src/backup/move.js';
import { definitions } from '../../apps/cli/src/cluster/definitions.js';
import { built } from '../faults/built.js';
import { Caller } from '../support/caller.js';
import { RunningClock } from '../support/clock.js';
import {
  aWorld,
  askedMatch,
  postedRequest,
  proposalsOf,
  publishedOffer,
  type World,
} from '../support/world.js';
import { asProcesses, startCluster, type Cluster } from './cluster.js';
import { giveBack, ownServers } from './own-servers.js';

const slots = [12, 14, 19].map((day) => ({
  start: `2027-01-${day}T08:30:00+01:00`,
  end: `2027-01-${day}T12:00:00+01:00`,
  groups: 2,
}));

describe('an embedded Leerbrug that moves into a cluster', () => {
  const folder = mkdtempSync(join(tmpdir(), 'leerbrug-move-'));
  const file = join(folder, 'whole.backup');
  const servers = ownServers();
  const surroundings = {
    environment: { ...servers, LEERBRUG_DATA: join(folder, 'data') },
    version: '0.1.0',
  };
  const lines: string[] = [];
  const screen = {
    line: (text: string) => void lines.push(text),
    progress: () => ({ at: () => undefined, end: () => undefined }),
  };
  let old: World;
  let before: Record<'asked' | 'request' | 'offer', { id: string }>;
  let entriesBefore: string[];
  let cluster: Cluster;
  let world: World;
  beforeAll(async () => {
    const build = resolve(built(), '../../..');
    old = await aWorld({ data: join(folder, 'data'), clock: new RunningClock(Date.now()) });
    const offer = await publishedOffer(old, { slots });
    const first = await postedRequest(old);
    const { items } = await proposalsOf(old, first.id);
    const asked = await askedMatch(old, first.id, items[0].slotId);
    // In the middle of its work: what is on its way goes on there.
    const request = await postedRequest(old, {
      groups: [{ sector: 'po', grades: ['8'], pupils: 20, name: '8C' }],
    });
    await makeBackup(file, surroundings, screen);
    before = { asked, request, offer };
    const { tokens } = old;
    await old.close();
    await restore(file, join(folder, 'copy'));
    const snapshot = SqliteSnapshot.open(join(folder, 'copy', 'leerbrug.db'));
    entriesBefore = [...snapshot.rows('select id from "audit.entries"')].map(({ id }) => String(id));
    snapshot.close();

    await moveBackup(file, surroundings, screen);
    cluster = await startCluster({
      servers,
      definitions,
      port: 0,
      run: asProcesses((app) => [resolve(build, `apps/${app}/src/main.js`)]),
      environment: { LEERBRUG_WEB: resolve('test/support/page') },
    });
    const callers = Object.entries(tokens).map(([name, token]) => [name, new Caller(cluster.url, token)]);
    world = Object.fromEntries(callers);
  }, 300_000);
  afterAll(async () => {
    await cluster?.stop();
    await giveBack(servers);
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  it('has everything under its old id, and people go on with it', async () => {
    const read = async (path: string) => (await world.coordinator.get(path)).body;

    const asked = await read(`/api/matches/${before.asked.id}`);
    expect(asked).toMatchObject({ id: before.asked.id, state: 'asked' });
    expect((await read(`/api/requests/${before.request.id}`)).id).toBe(before.request.id);
    expect((await world.partner.get(`/api/offers/${before.offer.id}`)).body.state).toBe('published');

    const { items } = await proposalsOf(world, before.request.id);
    const match = await askedMatch(world, before.request.id, items[0].slotId);
    expect(match.state).toBe('asked');
  }, 90_000);

  it('keeps every line of the trail', async () => {
    const { books, close } = await openClusterBooks(readServers({ ...servers }));
    const handled: string[] = [];
    for await (const { id } of books.all({ name: 'audit.entries', indexes: {} })) handled.push(id);
    await close();

    expect(handled).toEqual(expect.arrayContaining(entriesBefore));
  }, 60_000);

  it('holds together', async () => {
    lines.length = 0;

    await audit({ environment: surroundings.environment, cluster: true }, screen);

    expect(lines.filter((line) => line.startsWith('yes'))).toHaveLength(lines.length);
    expect(lines.length).toBeGreaterThanOrEqual(6);
  }, 90_000);

  it('is not moved into what is not empty', async () => {
    await expect(moveBackup(file, surroundings, screen)).rejects.toThrow(/must be empty\.$/);
    expect(readFileSync(file).length).toBeGreaterThan(1_000);
  }, 90_000);
});
