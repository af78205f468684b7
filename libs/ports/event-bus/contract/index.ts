export { describeEventBus, eventBusCases } from './event-bus-cases.js';
export type { BusUnderTest, EventBusCase } from './bus-under-test.js';
