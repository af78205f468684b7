export { describeMailer, mailerCases } from './mailer-cases.js';
export type { MailerCase, MailerUnderTest } from './mailer-cases.js';
export { aMail } from './mail.js';
