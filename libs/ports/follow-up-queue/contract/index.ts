export { describeFollowUpQueue } from './follow-up-queue-cases.js';
