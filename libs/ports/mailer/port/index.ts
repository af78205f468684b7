export { Mailer, MailRefused } from './mailer.js';
export type { Mail, MailAddress, MailAttachment } from './mailer.js';
export { checkMail } from './check-mail.js';
export { Mailbox } from './mailbox.js';
export type { Delivery } from './mailbox.js';
