export { certificate } from './certificate.js';
export { MailServer, smtpError } from './mail-server.js';
export { readMail } from './read-mail.js';
export { settingsFor, smtpUnderTest, StoppedClock } from './smtp-under-test.js';
