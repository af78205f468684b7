export { EventBus } from './event-bus.js';
export type { BusMessage, MessageHandler, Subscription, SubscribeOptions, ReadEvents } from './event-bus.js';
