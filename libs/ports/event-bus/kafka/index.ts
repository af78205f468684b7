export { BrokerNotEmpty, checkTopicsEmpty, fillTopics } from './fill-topics.js';
export { KafkaEventBus } from './kafka-event-bus.js';
export { readTopicsOf } from './read-topics.js';
export { BrokerRefuses } from './kafka-client.js';
export type { KafkaOptions } from './kafka-client.js';
export { TopicsWrong, checkTopics, createTopics } from './topics.js';
export { lookOnlyWhileSomethingWaits } from './request-queue.js';
