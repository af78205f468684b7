import { Unavailable } from '#libs/contracts';
import { MailRefused, Mailer, checkMail, type Mail } from '#libs/ports/mailer/port';
import type { Said } from './read-mail.js';
import { isUndeliverable, type Region, type Somebody } from './region.js';

export interface Hears {
  /** It is handed over: what it says. */
  handed(mail: Mail, person: Somebody): readonly Said[];
  /** Whoever delivers took it. */
  accepted(mail: Mail, pieces: readonly Said[], person: Somebody): void;
}

/** Whoever delivers mails: is away for a moment now and then, and refuses addresses that are none. */
export class Post extends Mailer {
  handed = 0;
  private hears: Hears | undefined;

  constructor(
    private readonly region: Region,
    private readonly isAway: (mail: Mail) => boolean,
  ) {
    super();
  }

  hear(hears: Hears): void {
    this.hears = hears;
  }

  async send(mail: Mail): Promise<void> {
    checkMail(mail);
    this.handed += 1;
    const person = this.region.byEmail.get(mail.to.email);
    if (!person || !this.hears) throw new Error(`nobody has the address ${mail.to.email}`);
    const pieces = this.hears.handed(mail, person);
    if (isUndeliverable(mail.to.email)) throw new MailRefused('there is no such mailbox');
    if (this.isAway(mail)) throw new Unavailable('the mail server');
    this.hears.accepted(mail, pieces, person);
  }
}
