export { EventBus } from './event-bus.js';
export type { BusMessage, MessageHandler, Subscription, SubscribeOptions } from './event-bus.js';
