export { EmbeddedFollowUpQueue } from './embedded-follow-up-queue.js';
