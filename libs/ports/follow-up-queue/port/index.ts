export { FollowUpQueue } from './follow-up-queue.js';
export type { FollowUp, FollowUpHandler } from './follow-up-queue.js';
