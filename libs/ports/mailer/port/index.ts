export { Mailer, MailRefused } from './mailer.js';
export type { Mail, MailAddress, MailAttachment } from './mailer.js';
export { checkMail } from './check-mail.js';
