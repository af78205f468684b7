import { Unavailable } from '#libs/contracts';
import type { Clock } from '#libs/ports/clock/port';
import { checkMail, Mailbox, type Delivery, type Mail } from '#libs/ports/mailer/port';
import type { SqliteFile } from '#libs/ports/sqlite';

/** Delivers nowhere: keeps every mail, repetitions too, for the demo's screen and for tests that count. */
export class MailboxMailer extends Mailbox {
  private readonly closing = new AbortController();

  /** `server` plays the mail server that a mailbox has not: it may refuse, be away or never answer. */
  constructor(
    private readonly file: SqliteFile,
    private readonly clock: Clock,
    private readonly server?: (mail: Mail) => Promise<void>,
  ) {
    super();
    file.writeNow((statements) => {
      statements(
        `create table if not exists mailbox
         (position integer primary key autoincrement, at integer not null, recipient text not null, mail text not null)`,
      ).run();
      statements('create index if not exists mailbox_recipient on mailbox (recipient, position)').run();
    });
  }

  async send(mail: Mail): Promise<void> {
    checkMail(mail);
    if (this.server) await Promise.race([this.server(mail), aborted(this.closing.signal)]);
    if (this.closing.signal.aborted) throw closed();
    const values = [this.clock.now(), mail.to.email.toLowerCase(), JSON.stringify(mail)] as const;
    const text = 'insert into mailbox (at, recipient, mail) values (?, ?, ?)';
    // Whoever sends goes on to note it in this same file, after the mail: a note without its mail cannot be on disk.
    await this.file.write((statements) => void statements(text).run(...values), 'when-committed');
  }

  override async close(): Promise<void> {
    this.closing.abort();
  }

  async deliveries({ to, limit }: { to?: string; limit: number }): Promise<Delivery[]> {
    const text = `select at, mail from mailbox ${to === undefined ? '' : 'where recipient = ?'} order by position desc limit ?`;
    const values = to === undefined ? [limit] : [to.toLowerCase(), limit];
    return this.file
      .statement(text)
      .all(...values)
      .map((row) => ({ ...(JSON.parse(String(row['mail'])) as Mail), at: Number(row['at']) }));
  }

  async forget({ to, texts }: { to: string; texts: readonly string[] }): Promise<void> {
    await this.file.write((statements) => {
      if (to) statements('delete from mailbox where recipient = ?').run(to.toLowerCase());
      for (const text of texts)
        statements('delete from mailbox where instr(lower(mail), lower(?)) > 0').run(inJson(text));
    });
  }

  async removeBefore(moment: number): Promise<void> {
    await this.file.write((statements) => void statements('delete from mailbox where at < ?').run(moment));
  }
}

function closed(): Unavailable {
  return new Unavailable('a mailbox that was closed');
}

/** Never resolves; rejects when it is closed. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(closed()), { once: true }));
}

/** As a text stands within JSON. */
function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
