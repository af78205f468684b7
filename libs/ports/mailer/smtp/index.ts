export { SmtpMailer } from './smtp-mailer.js';
export { mailAddressOf, smtpServerOf } from './smtp-settings.js';
export type { SmtpServer, SmtpSettings } from './smtp-settings.js';
