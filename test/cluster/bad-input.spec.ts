import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import kafkajs from 'kafkajs';
import { exportJWK, generateKeyPair } from 'jose';
import { prepareServers, runGateway, runService, type HostProcess } from '#libs/cluster';
import { impactService } from '#libs/services/impact';
import { definitions } from '../../apps/cli/src/cluster/definitions.js';
import { startGuardedKafka } from '../servers/native-kafka.js';
import type { OwnServer } from '../servers/native.js';
import { startOwn } from '../servers/own.js';
import { giveBack, ownServers } from './own-servers.js';

jest.setTimeout(60_000);

const nowhere = '127.0.0.1:1';
const services = definitions.map(({ name }) => name);

describe('a process of a cluster that cannot start', () => {
  const folder = mkdtempSync(join(tmpdir(), 'leerbrug-bad-'));
  const keys = join(folder, 'keys.json');
  const servers = ownServers();
  const enough: Record<string, string> = {
    ...servers,
    PORT: '0',
    LEERBRUG_KEYS_FILE: keys,
    LEERBRUG_PUBLIC_URL: 'http://localhost',
    LEERBRUG_SECRET: 'x'.repeat(32),
    LEERBRUG_LOG: 'silent',
  };
  beforeAll(async () => {
    const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
    const key = { ...(await exportJWK(privateKey)), kid: '1' };
    writeFileSync(
      keys,
      JSON.stringify({ impact: { signs: '1', keys: [key] }, gateway: { signs: '1', keys: [key] } }),
    );
    await prepareServers.createTopics(servers, services);
    await prepareServers.syncIndexes(servers, [impactService]);
  });
  afterAll(async () => {
    await giveBack(servers);
    rmSync(folder, { recursive: true, force: true });
  });

  /** What it says and how it ends; one that begins to serve is told to end. */
  async function ended(
    changes: Record<string, string>,
    run: (own: HostProcess) => Promise<void> = (own) => runService(own, () => impactService),
  ) {
    const said: string[] = [];
    let exited: (code: number) => void = () => undefined;
    const exit = new Promise<number>((resolve) => (exited = resolve));
    const end: (() => void)[] = [];
    await run({
      env: { ...enough, ...changes },
      stdout: { write: () => end[0]?.() },
      stderr: { write: (text) => said.push(text) },
      once: (_signal, listener) => end.push(listener),
      exit: (code) => exited(code),
    });
    return { exit: await exit, said: said.join('') };
  }

  it.each([
    [
      'the broker is elsewhere',
      { KAFKA_BROKERS: nowhere },
      /event bus.*is what KAFKA_BROKERS .* says right\?\n$/,
    ],
    [
      'the database is elsewhere',
      { MONGO_URL: `mongodb://${nowhere}/x` },
      /document store.*MONGO_URL says right\?\n$/,
    ],
    [
      'the password of the database is not escaped',
      { MONGO_URL: 'mongodb://leerbrug:pass/word@localhost/x' },
      /^MONGO_URL .*%2F/,
    ],
    ['a setting is missing', { LEERBRUG_SECRET: '' }, /^LEERBRUG_SECRET: LEERBRUG_SECRET must/],
    [
      'there is no file with keys',
      { LEERBRUG_KEYS_FILE: '/none' },
      /^LEERBRUG_KEYS_FILE: .* must be a readable/,
    ],
    ['its topics are missing', { KAFKA_PREFIX: 'none.' }, /leerbrug topics create/],
    [
      'its indexes are missing',
      { MONGO_URL: enough['MONGO_URL']?.replace(/\/t/, '/u') ?? '' },
      /leerbrug indexes sync/,
    ],
  ])('because %s says so in one sentence and ends', async (_why, changes, sentence) => {
    const { said, exit } = await ended(changes);

    expect(said).toMatch(sentence);
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(exit).toBe(1);
  });

  it('because a topic has another number of partitions says which', async () => {
    const KAFKA_PREFIX = `${servers.KAFKA_PREFIX}other.`;
    const admin = new kafkajs.Kafka({ brokers: servers.KAFKA_BROKERS.split(','), logLevel: 0 }).admin();
    await admin.connect();
    const topics = services.map((name) => ({ topic: `${KAFKA_PREFIX}${name}`, numPartitions: 3 }));
    await admin.createTopics({ topics, waitForLeaders: true });
    await admin.disconnect();

    const { said, exit } = await ended({ KAFKA_PREFIX });

    expect(said).toMatch(/3 .*partitions/);
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(exit).toBe(1);
  });

  describe('because the broker asks for a name and a password', () => {
    const account = {
      KAFKA_USERNAME: 'leerbrug',
      KAFKA_PASSWORD: 'secret-word',
      KAFKA_SASL: 'plain',
    } as const;
    let broker: OwnServer;
    let here: Record<string, string>;
    beforeAll(async () => {
      broker = await startGuardedKafka({ leerbrug: 'secret-word' });
      here = { KAFKA_BROKERS: broker.address };
      await prepareServers.createTopics({ ...servers, ...here, ...account }, services);
    });
    afterAll(() => broker.stop());

    it.each([
      ['none are set', {}],
      ['the password is wrong', { ...account, KAFKA_PASSWORD: 'other-word' }],
      ['nobody has that name', { ...account, KAFKA_USERNAME: 'somebody' }],
      ['it checks them in another way', { ...account, KAFKA_SASL: 'scram-sha-512' }],
    ])('and %s: says which settings, and no password', async (_why, changes) => {
      const { said, exit } = await ended({ ...here, ...changes });

      expect(said).toMatch(/^the event bus cannot be reached: .*KAFKA_USERNAME.*\n$/);
      expect(said).not.toMatch(/(secret|other)-word/);
      expect(exit).toBe(1);
    });

    it('starts when it has them', async () => {
      expect(await ended({ ...here, ...account })).toEqual({ said: '', exit: 0 });
    });
  });

  it('because Redis knows it by another password says that it cannot be had', async () => {
    const redis = await startOwn('redis');
    const { hostname, port } = new URL(redis.address);
    await new Promise<void>((done, reject) => {
      const socket = connect(
        Number(port),
        hostname,
        () => void socket.write('CONFIG SET requirepass other\r\n'),
      );
      socket.once('error', reject).once('data', () => {
        socket.destroy();
        done();
      });
    });
    const { said, exit } = await ended({ REDIS_URL: `redis://:secret-word@${hostname}:${port}` });
    await redis.stop();

    expect(said).toMatch(/queue/);
    expect(said).not.toContain('secret-word');
    expect(exit).toBe(1);
  });

  it('starts while Redis is away: what falls due is found by a sweep', async () => {
    expect(await ended({ REDIS_URL: `redis://${nowhere}` })).toEqual({ said: '', exit: 0 });
  });

  it('needs the broker alone when it is the gateway', async () => {
    const elsewhere = { MONGO_URL: `mongodb://${nowhere}/x`, REDIS_URL: `redis://${nowhere}` };
    const gateway = { url: 'http://localhost', close: async () => undefined };

    const run = (own: HostProcess) => runGateway(own, async () => gateway);

    expect(await ended(elsewhere, run)).toEqual({ said: '', exit: 0 });
  });

  it('leaves nothing behind: with the right settings it starts', async () => {
    expect(await ended({})).toEqual({ said: '', exit: 0 });
  });
});
