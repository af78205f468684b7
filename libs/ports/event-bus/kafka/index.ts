export { KafkaEventBus } from './kafka-event-bus.js';
export type { KafkaOptions } from './kafka-client.js';
export { TopicsWrong, checkTopics, createTopics } from './topics.js';
