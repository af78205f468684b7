import { Unavailable } from '#libs/contracts';
import { Mailer } from '#libs/ports/mailer/port';

class NoMailServer extends Mailer {
  send(): Promise<void> {
    return Promise.reject(new Unavailable('the mail server'));
  }
}

/** Mails wait. */
export const noMailServer = new NoMailServer();
