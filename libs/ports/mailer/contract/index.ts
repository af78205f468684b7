export { describeMailer, mailerCases } from './mailer-cases.js';
export type { Answer, MailServerUnderTest, MailerUnderTest } from './mailer-under-test.js';
export { PlayedServer } from './played-server.js';
export { aMail } from './mail.js';
