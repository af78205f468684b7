import { Unavailable } from '#libs/contracts';
import type { Clock } from '#libs/ports/clock/port';
import { Mailer } from '#libs/ports/mailer/port';
import { SmtpMailer } from '#libs/ports/mailer/smtp';
import { smtpOf } from '#libs/settings';
import type { ClusterConfig } from './config.js';

/** Mails wait until there is a server: nothing is lost, and nobody gets them late by half. */
class NoMailServer extends Mailer {
  send(): Promise<void> {
    return Promise.reject(new Unavailable('the mail server'));
  }
}

/** @throws ConfigInvalid */
export async function mailerOf(
  config: ClusterConfig,
  clock: Clock,
  said: (sentence: string) => void,
): Promise<Mailer> {
  const { smtp } = await smtpOf(config);
  return smtp ? new SmtpMailer({ ...smtp, said }, clock) : new NoMailServer();
}
