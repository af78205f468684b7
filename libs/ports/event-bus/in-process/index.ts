export { InProcessEventBus } from './in-process-event-bus.js';
export { cursorsOf, logOf, readEventsOf } from './read-log.js';
