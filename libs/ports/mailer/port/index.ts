export { Mailer, MailDeferred, MailRefused } from './mailer.js';
export type { Mail, MailAddress, MailAttachment, MailerState } from './mailer.js';
export { checkMail, isAddress } from './check-mail.js';
export { Mailbox } from './mailbox.js';
export type { Delivery } from './mailbox.js';
