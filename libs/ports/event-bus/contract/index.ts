export { describeEventBus, eventBusCases } from './event-bus-cases.js';
