export { describeMailer } from './mailer-cases.js';
export { aMail } from './mail.js';
