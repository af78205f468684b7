import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { prepareServers } from '#libs/cluster';
import { KafkaEventBus } from '#libs/ports/event-bus/kafka';
import { makeBackup } from '../../apps/cli/src/backup/backup.js';
import { moveBackup } from '../../apps/cli/src/backup/move.js';
import { definitions } from '../../apps/cli/src/cluster/definitions.js';
import { aWorld } from '../support/world.js';
import { giveBack, ownServers } from './own-servers.js';

const screen = { line: () => undefined, progress: () => ({ at() {}, end() {} }) };

describe('a move that is refused because the broker holds something', () => {
  const folder = mkdtempSync(join(tmpdir(), 'leerbrug-refused-'));
  const file = join(folder, 'whole.backup');
  const servers = ownServers();
  const surroundings = {
    environment: { ...servers, LEERBRUG_DATA: join(folder, 'data') },
    version: '0.1.0',
  };
  beforeAll(async () => {
    const old = await aWorld({ data: join(folder, 'data') });
    await makeBackup(file, surroundings, screen);
    await old.close();
    const names = definitions.map(({ name }) => name);
    await prepareServers.createTopics(servers, names);
    const bus = await KafkaEventBus.of({
      brokers: servers.KAFKA_BROKERS.split(','),
      prefix: servers.KAFKA_PREFIX,
      clientId: 'spec',
      othersAnswer: async () => undefined,
      onFatal: () => undefined,
    });
    await bus.publish([{ topic: names.at(-1) ?? '', key: 'k', id: 'one', value: Buffer.from('{}') }]);
    await bus.close();
  }, 120_000);
  afterAll(async () => {
    await giveBack(servers);
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  it('leaves the database as empty as it was', async () => {
    await expect(moveBackup(file, surroundings, screen)).rejects.toThrow(/: the broker must be empty\.$/);

    const connection = await mongoose.createConnection(servers.MONGO_URL).asPromise();
    const collections = (await connection.db?.listCollections().toArray()) ?? [];
    await connection.close();
    expect(collections).toEqual([]);
  }, 60_000);
});
