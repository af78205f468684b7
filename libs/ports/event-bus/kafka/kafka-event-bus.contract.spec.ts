import { randomUUID } from 'node:crypto';
import { describeEventBus } from '#libs/ports/event-bus/contract';
import { addressOf } from '../../../../test/servers/addresses.js';
import { KafkaEventBus } from './kafka-event-bus.js';
import { createTopics } from './topics.js';

describeEventBus('KafkaEventBus', async () => {
  const options = {
    brokers: addressOf('KAFKA_BROKERS').split(','),
    clientId: 'suite',
    prefix: `suite-${randomUUID()}.`,
    othersAnswer: async () => undefined,
    onFatal: (reason: Error) => {
      throw reason;
    },
  };
  await createTopics(options, ['suite-a', 'suite-b']);
  let bus = await KafkaEventBus.of(options);
  const reopen = () => bus.close().then(async () => (bus = await KafkaEventBus.of(options)));
  return { bus, topics: ['suite-a', 'suite-b'], reopen, end: () => bus.close() };
});
