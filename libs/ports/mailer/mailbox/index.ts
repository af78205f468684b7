export { MailboxMailer } from './mailbox-mailer.js';
export type { Delivery } from './mailbox-mailer.js';
