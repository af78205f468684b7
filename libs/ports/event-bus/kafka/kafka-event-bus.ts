import { randomUUID } from 'node:crypto';
import { Unavailable } from '#libs/contracts';
import {
  EventBus,
  type BusMessage,
  type MessageHandler,
  type SubscribeOptions,
  type Subscription,
} from '#libs/ports/event-bus/port';
import type { Admin, ICustomPartitioner, Kafka } from 'kafkajs';
import { GroupConsumer, placeOf, type ConsumerOptions, type Offsets } from './group-consumer.js';
import { kafkaClient, outage, patiently, prefixOf, type KafkaOptions } from './kafka-client.js';
import { Publisher } from './publisher.js';
import { Watchdog } from './watchdog.js';

export interface KafkaBusOptions extends KafkaOptions {
  /** A consumer cannot go on, or nothing was finished for a minute while every server answers: start the process anew. */
  readonly onFatal: (reason: Error) => void;
  /** Resolves while the other servers that handlers need answer. */
  readonly othersAnswer: () => Promise<unknown>;
}

/** A topic per publishing service, a consumer group per service; followers are groups of their own. */
export class KafkaEventBus extends EventBus {
  private readonly subscriptions = new Set<Subscription>();
  private readonly publisher: Publisher;
  private admin: Promise<Admin> | undefined;
  private closing: Promise<void> | undefined;
  private readonly prefix: string;

  private constructor(
    private readonly kafka: Kafka,
    partitioner: ICustomPartitioner,
    private readonly options: KafkaBusOptions,
  ) {
    super();
    this.publisher = new Publisher(kafka, partitioner);
    this.prefix = prefixOf(options);
  }

  /** Connects when it is first used. The topics must be there: see `checkTopics`. */
  static async of(options: KafkaBusOptions): Promise<KafkaEventBus> {
    const { default: kafkajs } = await import('kafkajs');
    return new KafkaEventBus(await kafkaClient(options), kafkajs.Partitioners.DefaultPartitioner, options);
  }

  async publish(messages: readonly BusMessage[]): Promise<void> {
    await this.publisher.publish(({ topic }) => this.named(topic), messages);
  }

  async subscribe(options: SubscribeOptions, handler: MessageHandler): Promise<Subscription> {
    const groupId = this.named(options.group);
    const consumer = await this.consume(groupId, options.topics, handler, {
      ...(options.assigned ? { assigned: options.assigned } : {}),
    });
    const watchdog = new Watchdog(
      {
        finished: () => consumer.finished,
        // Of a member that has not joined nobody knows what it would have to do.
        left: () =>
          this.left(groupId, options.topics, (place) => !consumer.hasJoined || consumer.places.has(place)),
        answers: this.options.othersAnswer,
      },
      () =>
        this.options.onFatal(
          new Error(
            `${groupId} finished nothing for a minute while every server answers (${consumer.describe()})`,
          ),
        ),
    );
    return this.keep(async () => {
      watchdog.close();
      await consumer.close();
    });
  }

  async follow(
    topics: readonly string[],
    handler: MessageHandler,
    unfinishedBy?: string,
  ): Promise<Subscription> {
    const groupId = this.named(`follow.${this.options.clientId}.${randomUUID()}`);
    const startAt = await this.ask((admin) =>
      unfinishedBy === undefined ? this.ends(admin, topics) : this.begins(admin, topics, unfinishedBy),
    );
    const consumer = await this.consume(groupId, topics, handler, { startAt });
    return this.keep(async () => {
      await consumer.close();
      // A group that nobody deletes goes by itself after a week.
      await this.ask((admin) => admin.deleteGroups([groupId])).catch(() => undefined);
    });
  }

  lag({ group, topics }: SubscribeOptions): Promise<number> {
    return this.left(this.named(group), topics, () => true);
  }

  close(): Promise<void> {
    return (this.closing ??= this.end());
  }

  private async consume(
    groupId: string,
    topics: readonly string[],
    handler: MessageHandler,
    more: Pick<ConsumerOptions, 'startAt' | 'assigned'>,
  ): Promise<GroupConsumer> {
    if (this.closing) throw new Unavailable('the event bus');
    const options = {
      groupId,
      topics: topics.map((topic) => this.named(topic)),
      plain: (topic: string) => topic.slice(this.prefix.length),
      onFatal: this.options.onFatal,
      ...more,
    };
    try {
      return await GroupConsumer.start(this.kafka, options, handler);
    } catch (error) {
      throw outage(error);
    }
  }

  private keep(close: () => Promise<void>): Subscription {
    let closing: Promise<void> | undefined;
    const subscription: Subscription = {
      close: () => (closing ??= close().finally(() => this.subscriptions.delete(subscription))),
    };
    this.subscriptions.add(subscription);
    return subscription;
  }

  private async left(
    groupId: string,
    topics: readonly string[],
    counts: (place: string) => boolean,
  ): Promise<number> {
    const names = topics.map((topic) => this.named(topic));
    return this.ask(async (admin) => {
      const done = await committed(admin, groupId, names);
      const lags = names.map(async (topic) => {
        const offsets = await admin.fetchTopicOffsets(topic);
        return offsets
          .filter(({ partition }) => counts(placeOf(topic, partition)))
          .map(({ partition, high, low }) => {
            const finished = done.get(placeOf(topic, partition)) ?? -1;
            return Number(high) - Math.max(finished, Number(low));
          });
      });
      return (await Promise.all(lags)).flat().reduce((sum, lag) => sum + lag, 0);
    });
  }

  /** Where that group goes on; before what it finished nothing is missing from its store. */
  private async begins(admin: Admin, topics: readonly string[], group: string): Promise<Offsets> {
    const names = topics.map((each) => this.named(each));
    const done = await committed(admin, this.named(group), names);
    const begins = new Map<string, number>();
    for (const topic of names)
      for (const { partition, low } of await admin.fetchTopicOffsets(topic)) {
        const place = placeOf(topic, partition);
        begins.set(place, Math.max(done.get(place) ?? -1, Number(low)));
      }
    return begins;
  }

  private async ends(admin: Admin, topics: readonly string[]): Promise<Offsets> {
    const ends = new Map<string, number>();
    for (const topic of topics.map((each) => this.named(each)))
      for (const { partition, high } of await admin.fetchTopicOffsets(topic))
        ends.set(placeOf(topic, partition), Number(high));
    return ends;
  }

  /** @throws Unavailable */
  private async ask<T>(question: (admin: Admin) => Promise<T>): Promise<T> {
    this.admin ??= this.connectAdmin();
    const admin = this.admin;
    try {
      const client = await admin;
      return await patiently(() => question(client));
    } catch (error) {
      // The next question connects anew.
      if (this.admin === admin) this.admin = undefined;
      void admin.then((lost) => lost.disconnect()).catch(() => undefined);
      throw outage(error);
    }
  }

  private async connectAdmin(): Promise<Admin> {
    const admin = this.kafka.admin();
    await admin.connect();
    return admin;
  }

  private async end(): Promise<void> {
    await Promise.all([...this.subscriptions].map((subscription) => subscription.close()));
    await this.publisher.close();
    await this.admin?.then((admin) => admin.disconnect()).catch(() => undefined);
  }

  private named(name: string): string {
    return `${this.prefix}${name}`;
  }
}

/** How far a group is, per topic and partition; -1 where it has finished nothing. */
async function committed(
  admin: Admin,
  groupId: string,
  topics: readonly string[],
): Promise<Map<string, number>> {
  const done = new Map<string, number>();
  for (const { topic, partitions } of await admin.fetchOffsets({ groupId, topics: [...topics] }))
    for (const { partition, offset } of partitions) done.set(placeOf(topic, partition), Number(offset));
  return done;
}
