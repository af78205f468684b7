import { setTimeout as pause } from 'node:timers/promises';
import { Unavailable } from '#libs/contracts';
import type { BusMessage, MessageHandler, Subscription } from '#libs/ports/event-bus/port';
import type { Consumer, EachBatchPayload, Kafka, KafkaMessage } from 'kafkajs';
import { outage } from './kafka-client.js';
import { OffsetCommits } from './offset-commits.js';
import { PartitionWindow, type WindowEntry } from './partition-window.js';

/** More unfinished messages of a partition are not read. */
const WINDOW = 512;
/** A member that says nothing for so long is taken to be dead, and others take over. */
const SESSION_MS = 10_000;
const HEARTBEAT_MS = 1_000;
const LONGEST_READ_MS = 250;
const JOIN_AGAIN_AFTER_MS = 1_000;

export interface ConsumerOptions {
  readonly groupId: string;
  /** As the broker names them. */
  readonly topics: readonly string[];
  /** The names without what the bus puts before them. */
  readonly plain: (topic: string) => string;
  /** Where a follower begins, per topic and partition; a group begins where it was. */
  readonly startAt?: Offsets;
  /** It cannot go on, whatever becomes of the broker. */
  readonly onFatal: (reason: Error) => void;
  /** What it is given may have been another member's: before the first of it. */
  readonly assigned?: () => Promise<void>;
}

export type Offsets = ReadonlyMap<string, number>;

export function placeOf(topic: string, partition: number): string {
  return `${topic}/${partition}`;
}

/**
 * One member of a consumer group. Reading goes on while handlers run: a partition is paused when too much of it waits,
 * so a slow key never holds up another partition, and heartbeats come from the reading itself.
 */
export class GroupConsumer implements Subscription {
  private readonly windows = new Map<string, PartitionWindow>();
  private readonly ending = new Map<string, Promise<void>>();
  private readonly paused = new Map<PartitionWindow, () => void>();
  /** How far a follower has read, through every membership it had. */
  private readonly reached: Map<string, number>;
  private memberId = '';
  private resting = false;
  private prepared: Promise<void> | undefined;
  private joining = Promise.resolve();
  private closing: Promise<void> | undefined;
  private left = false;
  /** How many messages were finished since the start. */
  finished = 0;

  private readonly commits: OffsetCommits;

  private constructor(
    private readonly consumer: Consumer,
    private readonly options: ConsumerOptions,
    private readonly handler: MessageHandler,
  ) {
    this.commits = new OffsetCommits(consumer, this.windows);
    this.reached = new Map(options.startAt);
  }

  /**
   * Resolves when a follower reads; in an outage it reads later, from the same place. A member of a group is not waited
   * for: while one that was killed counts as a member nobody can join, and the process has commands to answer meanwhile.
   */
  static async start(
    kafka: Kafka,
    options: ConsumerOptions,
    handler: MessageHandler,
  ): Promise<GroupConsumer> {
    const client = kafka.consumer({
      groupId: options.groupId,
      sessionTimeout: SESSION_MS,
      heartbeatInterval: HEARTBEAT_MS,
      maxWaitTimeInMs: LONGEST_READ_MS,
      allowAutoTopicCreation: false,
      // One that was told to end while it joined must not come back.
      retry: { restartOnFailure: async () => !consumer.closing },
    });
    const consumer = new GroupConsumer(client, options, handler);
    try {
      await consumer.run();
    } catch (error) {
      await consumer.close();
      throw error;
    }
    return consumer;
  }

  /** False while it has never been given anything to do. */
  get hasJoined(): boolean {
    return this.memberId !== '';
  }

  /** The partitions it has now. */
  get places(): ReadonlySet<string> {
    return new Set(this.windows.keys());
  }

  /** What is going on with each partition, for whoever has to find out why nothing does. */
  describe(): string {
    const places = [...this.windows].map(
      ([place, { position, size }]) =>
        `${place} at ${position}, committed ${this.commits.of(place) ?? 'nothing'}, ${size} unfinished`,
    );
    return [this.resting ? 'while others join' : 'joined', ...places].join('; ');
  }

  close(): Promise<void> {
    return (this.closing ??= this.end());
  }

  private async run(): Promise<void> {
    const { consumer, options } = this;
    const { GROUP_JOIN, HEARTBEAT, REBALANCING, CRASH } = consumer.events;
    consumer.on(GROUP_JOIN, ({ payload }) => this.joined(payload.memberId, payload.memberAssignment));
    consumer.on(REBALANCING, () => this.rest());
    consumer.on(HEARTBEAT, () => this.goOn());
    consumer.on(CRASH, ({ payload }) => {
      if (!payload.restart && !this.closing) this.crashed(outage(payload.error) as Error);
    });
    await consumer.connect();
    await consumer.subscribe({ topics: [...options.topics], fromBeginning: !options.startAt });
    const joins = this.join();
    if (options.startAt) return joins;
    this.joining = joins.catch(options.onFatal);
  }

  private join(): Promise<void> {
    return this.consumer.run({ autoCommit: false, eachBatch: async (read) => this.take(read) });
  }

  /** The library gives up for good when a broker that hangs does not say who leads the group; an outage is waited for. */
  private crashed(reason: Error): void {
    if (!(reason instanceof Unavailable)) return this.options.onFatal(reason);
    this.joining = pause(JOIN_AGAIN_AFTER_MS)
      .then(() => (this.closing ? undefined : this.join()))
      .catch(this.options.onFatal);
  }

  private take({ batch, pause }: EachBatchPayload): void {
    const window = this.windows.get(placeOf(batch.topic, batch.partition));
    if (!window) return;
    window.admit(batch.messages.map((message) => this.entryOf(batch, message)));
    if (window.size < WINDOW) return;
    this.paused.set(window, pause());
  }

  /** Others come or go: what starts now might be done by somebody else at the same time. */
  private rest(): void {
    this.resting = true;
    for (const window of this.windows.values()) window.hold();
    if (!this.options.startAt) void this.commits.now();
  }

  /** A broker that was away has forgotten that others came or went, and takes us for the members we were. */
  private goOn(): void {
    if (!this.resting) return;
    this.resting = false;
    for (const window of this.windows.values()) window.release();
  }

  /** Windows of partitions that stayed go on; under another member id somebody else may have had them all. */
  private joined(memberId: string, assignment: Readonly<Record<string, number[]>>): void {
    // The library would go on as a member that nobody can end; an error here ends it.
    if (this.left) throw new Error('this member has left its group');
    this.resting = false;
    const places = Object.entries(assignment).flatMap(([topic, partitions]) =>
      partitions.map((partition) => ({ topic, partition, place: placeOf(topic, partition) })),
    );
    const mine = new Set(places.map(({ place }) => place));
    for (const [place, window] of this.windows) {
      if (window.end >= 0) this.reached.set(place, window.end);
      if (memberId === this.memberId && mine.has(place)) window.release();
      else this.drop(place, window);
    }
    this.memberId = memberId;
    if (this.closing) return;
    this.prepared = undefined;
    for (const { topic, partition, place } of places) {
      if (!this.windows.has(place)) this.windows.set(place, this.open(place));
      const from = this.reached.get(place);
      if (this.options.startAt && from !== undefined)
        this.consumer.seek({ topic, partition, offset: String(from) });
    }
  }

  /** Once for each assignment; tried again with the next message when it failed. */
  private prepare(): Promise<void> {
    this.prepared ??= (this.options.assigned?.() ?? Promise.resolve()).catch((error: unknown) => {
      this.prepared = undefined;
      throw error;
    });
    return this.prepared;
  }

  private open(place: string): PartitionWindow {
    const window: PartitionWindow = new PartitionWindow({
      handler: async (message) => {
        await this.prepare();
        await this.handler(message);
      },
      onRejection: this.options.startAt ? 'go on' : 'again',
      after: this.ending.get(place),
      onProgress: () => {
        this.finished += 1;
        if (window.size < WINDOW / 2) this.resume(window);
        if (!this.options.startAt) this.commits.soon();
      },
    });
    return window;
  }

  private drop(place: string, window: PartitionWindow): void {
    this.windows.delete(place);
    this.commits.forget(place);
    this.resume(window);
    const ended = Promise.all([this.ending.get(place), window.close()]).then(() => {
      if (this.ending.get(place) === ended) this.ending.delete(place);
    });
    this.ending.set(place, ended);
  }

  private resume(window: PartitionWindow): void {
    this.paused.get(window)?.();
    this.paused.delete(window);
  }

  private async end(): Promise<void> {
    await Promise.all([...this.windows.values()].map((window) => window.close()));
    await Promise.all(this.ending.values());
    if (!this.options.startAt) await this.commits.last();
    // Who leaves before it has joined is missed like one that was killed.
    await this.joining;
    this.left = true;
    await this.consumer.disconnect().catch(() => undefined);
  }

  private entryOf({ topic, partition }: EachBatchPayload['batch'], message: KafkaMessage): WindowEntry {
    const key = message.key?.toString() ?? '';
    const id = message.headers?.['id']?.toString() ?? `${placeOf(topic, partition)}/${message.offset}`;
    const plain = this.options.plain(topic);
    return {
      offset: Number(message.offset),
      key,
      read: (): BusMessage => ({
        topic: plain,
        key,
        id,
        value: message.value && Uint8Array.from(message.value),
      }),
    };
  }
}
