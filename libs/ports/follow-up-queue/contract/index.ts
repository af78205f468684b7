export { describeFollowUpQueue, followUpQueueCases } from './follow-up-queue-cases.js';
export type { FollowUpQueueCase, QueueUnderTest } from './follow-up-queue-cases.js';
