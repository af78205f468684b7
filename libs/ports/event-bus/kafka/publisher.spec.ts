import { Unavailable } from '#libs/contracts';
import type { BusMessage } from '#libs/ports/event-bus/port';
import kafkajs, { type Kafka, type ProducerBatch } from 'kafkajs';
import { Publisher } from './publisher.js';

/** What a real broker does not do on demand: take a request and lose the answer, or nothing at all. */
function aBroker() {
  const state = { failures: 0, producers: 0, sent: [] as { by: number; ids: string[] }[] };
  const kafka = {
    producer: () => {
      const by = (state.producers += 1);
      return {
        connect: async () => undefined,
        disconnect: async () => undefined,
        sendBatch: async ({ topicMessages }: ProducerBatch) => {
          await new Promise(setImmediate);
          const ids = (topicMessages ?? []).flatMap(({ messages }) =>
            messages.map(({ headers }) => String(headers?.['id'])),
          );
          state.sent.push({ by, ids });
          if (state.failures > 0) {
            state.failures -= 1;
            throw new kafkajs.KafkaJSConnectionError('gone', {});
          }
        },
      };
    },
  };
  const publisher = new Publisher(kafka as unknown as Kafka, kafkajs.Partitioners.DefaultPartitioner);
  const publish = (...ids: string[]) =>
    publisher.publish(
      ({ topic }) => topic,
      ids.map((id): BusMessage => ({
        topic: 't',
        key: 'k',
        id,
        value: Buffer.alloc(id === 'big' ? 600_000 : 9),
      })),
    );
  return { state, publish, publisher };
}

describe('publishing to Kafka', () => {
  it('sends what waits in one request, in the order of the calls', async () => {
    const { state, publish } = aBroker();

    await Promise.all([publish('e1'), publish('e2', 'e3'), publish('e4')]);

    expect(state.sent.map(({ ids }) => ids)).toEqual([['e1'], ['e2', 'e3', 'e4']]);
  });

  it('counts anew after a failure: the broker may have what it did not answer', async () => {
    const { state, publish } = aBroker();
    state.failures = 1;

    await expect(publish('e1')).rejects.toBeInstanceOf(Unavailable);
    await publish('e2');

    expect(state.sent).toEqual([
      { by: 1, ids: ['e1'] },
      { by: 2, ids: ['e2'] },
    ]);
  });

  it('sends nothing of a call after the part that failed, and goes on with other calls', async () => {
    const { state, publish } = aBroker();
    await publish('e0');
    state.failures = 1;

    const failed = publish('big', 'late');
    const other = publish('other');

    await expect(failed).rejects.toBeInstanceOf(Unavailable);
    await other;
    expect(state.sent.map(({ ids }) => ids)).toEqual([['e0'], ['big'], ['other']]);
  });

  it('sends what waits before it closes, and nothing afterwards', async () => {
    const { state, publish, publisher } = aBroker();
    const published = publish('e1');

    await publisher.close();

    await expect(published).resolves.toBeUndefined();
    await expect(publish('late')).rejects.toBeInstanceOf(Unavailable);
    expect(state.sent.map(({ ids }) => ids)).toEqual([['e1']]);
  });
});
