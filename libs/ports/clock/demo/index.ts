export { DemoClock, type MovedTime } from './demo-clock.js';
