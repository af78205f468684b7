export { BullmqFollowUpQueue } from './bullmq-follow-up-queue.js';
export type { BullmqOptions } from './bullmq-follow-up-queue.js';
