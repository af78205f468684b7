import { Unavailable } from '#libs/contracts';
import type { Clock } from '#libs/ports/clock/port';
import { Mailer } from '#libs/ports/mailer/port';
import { SmtpMailer, mailAddressOf, smtpServerOf } from '#libs/ports/mailer/smtp';
import { ConfigInvalid, type ClusterConfig } from './config.js';

/** Mails wait until there is a server: nothing is lost, and nobody gets them late by half. */
class NoMailServer extends Mailer {
  send(): Promise<void> {
    return Promise.reject(new Unavailable('the mail server'));
  }
}

/** @throws ConfigInvalid */
export function mailerOf(config: ClusterConfig, clock: Clock, said: (sentence: string) => void): Mailer {
  if (!config.LEERBRUG_SMTP_URL) return new NoMailServer();
  const server = smtpServerOf(config.LEERBRUG_SMTP_URL, config.LEERBRUG_SMTP_TLS === 'off');
  const from = mailAddressOf(config.LEERBRUG_MAIL_FROM ?? '');
  if (!server || !from)
    throw new ConfigInvalid(
      'LEERBRUG_SMTP_URL: LEERBRUG_SMTP_URL and LEERBRUG_MAIL_FROM must be a server and an address',
    );
  return new SmtpMailer({ server, from, said }, clock);
}
