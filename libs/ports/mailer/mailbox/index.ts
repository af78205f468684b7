export { MailboxMailer } from './mailbox-mailer.js';
