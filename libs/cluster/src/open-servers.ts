import { readFile } from 'node:fs/promises';
import type { Logger } from 'pino';
import { SystemClock } from '#libs/ports/clock/system';
import { MongoDocumentStore, checkIndexes } from '#libs/ports/document-store/mongodb';
import type { Collection, StoredDocument } from '#libs/ports/document-store/port';
import { KafkaEventBus, checkTopics } from '#libs/ports/event-bus/kafka';
import { BullmqFollowUpQueue } from '#libs/ports/follow-up-queue/bullmq';
import { TimeOrderedIds } from '#libs/ports/ids/time-ordered';
import { importSigningKeys, type PartyKeys, type Ports, type SigningKeys } from '#libs/runtime';
import { ConfigInvalid } from '#libs/settings';
import type { ClusterSettings } from './config.js';
import { kafkaOf } from './servers-config.js';
import { mailerOf } from './mailer.js';

export interface OpenServers {
  readonly ports: Ports;
  /** After everything that uses them. */
  close(): Promise<void>;
}

interface OpeningBus {
  readonly name: string;
  readonly topics: readonly string[];
  readonly log: Logger;
  readonly fatal: (reason: Error) => void;
}

export interface Opening extends OpeningBus {
  readonly collections: readonly Collection<StoredDocument>[];
}

/** The broker alone, for who keeps nothing. @throws TopicsWrong, BrokerRefuses, Unavailable */
export async function openBus(
  config: ClusterSettings,
  { name, topics, log, fatal }: OpeningBus,
): Promise<KafkaEventBus> {
  const kafka = { ...kafkaOf(config, name), warn: (what: string) => log.warn({ what }, 'server') };
  await checkTopics(kafka, topics);
  return KafkaEventBus.of({ ...kafka, onFatal: fatal, othersAnswer: async () => undefined });
}

/**
 * The ports of one process on the cluster's servers, found to be as they must be.
 * @throws TopicsWrong, BrokerRefuses, IndexesMissing, MongoUrlWrong, Unavailable
 */
export async function openServers(config: ClusterSettings, opening: Opening): Promise<OpenServers> {
  const { name, collections, topics, log, fatal } = opening;
  const clock = new SystemClock();
  const warn = (what: string) => log.warn({ what }, 'server');
  const kafka = { ...kafkaOf(config, name), warn };
  await checkTopics(kafka, topics);
  await checkIndexes({ url: config.MONGO_URL }, collections);
  const store = await MongoDocumentStore.open({ url: config.MONGO_URL });
  const queue = await BullmqFollowUpQueue.open({ url: config.REDIS_URL, warn }, clock);
  const bus = await KafkaEventBus.of({
    ...kafka,
    onFatal: fatal,
    othersAnswer: async () => {
      const [first] = collections;
      if (first) await store.get(first, 'nothing');
    },
  });
  const mailer = await mailerOf(config, clock, warn);
  return {
    ports: { store, bus, queue, mailer, clock, ids: new TimeOrderedIds() },
    async close() {
      await queue.close();
      await bus.close();
      await store.close();
    },
  };
}

/** The keys of one party. @throws ConfigInvalid, SigningKeyMissing */
export async function keysOf(
  config: ClusterSettings,
  party: string,
): Promise<ReadonlyMap<string, SigningKeys>> {
  let parties: Record<string, PartyKeys>;
  try {
    parties = JSON.parse(await readFile(config.LEERBRUG_KEYS_FILE, 'utf8')) as Record<string, PartyKeys>;
  } catch {
    throw new ConfigInvalid('LEERBRUG_KEYS_FILE: LEERBRUG_KEYS_FILE must be a readable file with JSON');
  }
  return new Map([[party, await importSigningKeys(party, parties)]]);
}
