import { Unavailable } from '#libs/contracts';
import { MailRefused, type Mail } from '#libs/ports/mailer/port';
import type { Answer, MailServerUnderTest } from './mailer-under-test.js';

/** For mailers that have no mail server: what one would do. */
export class PlayedServer implements MailServerUnderTest {
  private readonly said = new Map<string, Answer>();
  private away = false;

  readonly take = async ({ to }: Mail): Promise<void> => {
    const answer = this.said.get(to.email);
    if (this.away || answer === 'put-off') throw new Unavailable('the mail server');
    if (answer === 'refused') throw new MailRefused('the recipient is refused');
    if (answer === 'silence') await new Promise(() => undefined);
  };

  answers(email: string, answer: Answer): void {
    this.said.set(email, answer);
  }

  async goAway(): Promise<void> {
    this.away = true;
  }

  async comeBack(): Promise<void> {
    this.away = false;
  }
}
