import { Unavailable } from '#libs/contracts';
import type { BusMessage } from '#libs/ports/event-bus/port';
import type { ICustomPartitioner, Kafka, Message, Producer, TopicMessages } from 'kafkajs';
import { outage } from './kafka-client.js';

/** Safely below what a broker takes at once (1 MB); a larger message travels alone. */
const BYTES_AT_ONCE = 512 * 1024;
const MESSAGES_AT_ONCE = 1_000;

interface Sending {
  readonly topic: string;
  readonly message: Message;
  readonly bytes: number;
  readonly call: Call;
}

/** One call of `publish`: answered when its last message is taken, or with the first that is not. */
interface Call {
  left: number;
  failed: boolean;
  resolve(): void;
  reject(error: unknown): void;
}

/** Sends everything that waits in one request, one request at a time, so that the order of the calls is kept. */
export class Publisher {
  private waiting: Sending[] = [];
  private sending: Promise<void> | undefined;
  private producer: Producer | undefined;
  private closed = false;

  constructor(
    private readonly kafka: Kafka,
    private readonly partitioner: ICustomPartitioner,
  ) {}

  /** @throws Unavailable; the broker's own error for a message that it never takes */
  publish(topicOf: (message: BusMessage) => string, messages: readonly BusMessage[]): Promise<void> {
    if (this.closed) return Promise.reject(new Unavailable('the event bus'));
    if (messages.length === 0) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const call: Call = { left: messages.length, failed: false, resolve, reject };
      for (const message of messages) {
        this.waiting.push({
          topic: topicOf(message),
          call,
          bytes: message.value?.byteLength ?? 0,
          message: {
            key: Buffer.from(message.key),
            // A copy: the caller may write over its bytes while they wait.
            value: message.value && Buffer.from(message.value),
            headers: { id: message.id },
          },
        });
      }
      this.sending ??= this.sendAll();
    });
  }

  /** Sends what waits. */
  async close(): Promise<void> {
    this.closed = true;
    await this.sending;
    await this.dropProducer();
  }

  private async sendAll(): Promise<void> {
    while (this.waiting.length > 0) {
      const some = this.takeSome();
      try {
        const producer = await this.connected();
        await producer.sendBatch({ acks: -1, topicMessages: byTopic(some) });
        for (const { call } of some) {
          call.left -= 1;
          if (call.left === 0) call.resolve();
        }
      } catch (error) {
        await this.dropProducer();
        this.fail(some, outage(error));
      }
    }
    this.sending = undefined;
  }

  private takeSome(): Sending[] {
    let bytes = 0;
    let count = 0;
    for (const sending of this.waiting) {
      bytes += sending.bytes;
      if (count > 0 && (bytes > BYTES_AT_ONCE || count >= MESSAGES_AT_ONCE)) break;
      count += 1;
    }
    return this.waiting.splice(0, count);
  }

  /** What comes later in a failed call must not overtake what failed. */
  private fail(some: readonly Sending[], error: unknown): void {
    for (const { call } of some) {
      if (call.failed) continue;
      call.failed = true;
      call.reject(error);
    }
    this.waiting = this.waiting.filter(({ call }) => !call.failed);
  }

  private async connected(): Promise<Producer> {
    if (this.producer) return this.producer;
    const producer = this.kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner: this.partitioner,
    });
    this.producer = producer;
    await producer.connect();
    return producer;
  }

  /**
   * After a failure a producer may count a batch as never sent that the broker has: the broker would take the next batch
   * for a repetition of it and drop it. Another producer counts anew.
   */
  private async dropProducer(): Promise<void> {
    const { producer } = this;
    this.producer = undefined;
    await producer?.disconnect().catch(() => undefined);
  }
}

function byTopic(some: readonly Sending[]): TopicMessages[] {
  return [...Map.groupBy(some, ({ topic }) => topic)].map(([topic, of]) => ({
    topic,
    messages: of.map(({ message }) => message),
  }));
}
