import type { NodemailerError, SMTPPoolOptions, SMTPPoolSentMessageInfo, Transporter } from 'nodemailer';
import { Unavailable } from '#libs/contracts';
import type { Clock } from '#libs/ports/clock/port';
import { checkMail, Mailer, type Mail, type MailerState } from '#libs/ports/mailer/port';
import { failureOf, isAboutOneMail } from './smtp-failure.js';
import { messageOf } from './smtp-message.js';
import type { SmtpPatience, SmtpSettings } from './smtp-settings.js';

type Pool = Transporter<SMTPPoolSentMessageInfo, SMTPPoolOptions>;

const usualPatience: SmtpPatience = { connect: 10_000, answer: 60_000, mail: 120_000, close: 5_000 };
const askAgainAfterMs = 60_000;
// One click counts only when both its headers are signed (RFC 8058 §4); what is not in a mail is passed over.
const signedFields =
  'From:Reply-To:To:Subject:Date:Message-ID:MIME-Version:Content-Type:Content-Transfer-Encoding:Auto-Submitted:List-Unsubscribe:List-Unsubscribe-Post';

/** Hands mails to an SMTP server over a few connections that stay open. */
export class SmtpMailer extends Mailer {
  private readonly patience: SmtpPatience;
  private pool: Promise<Pool> | undefined;
  private readonly underway = new Set<Promise<unknown>>();
  private known: MailerState = { is: 'unknown' };
  private askedAt = -Infinity;
  private closing: Promise<void> | undefined;

  constructor(
    private readonly settings: SmtpSettings,
    private readonly clock: Clock,
  ) {
    super();
    this.patience = { ...usualPatience, ...settings.patience };
  }

  async send(mail: Mail): Promise<void> {
    checkMail(mail);
    if (this.closing) throw new Unavailable('the mail server (we are closing)');
    const sent = this.handOver(mail);
    this.underway.add(sent);
    try {
      await sent;
      this.know({ is: 'reachable', at: this.clock.wall() });
    } catch (error) {
      throw this.understood(error as NodemailerError);
    } finally {
      this.underway.delete(sent);
    }
  }

  override async state(): Promise<MailerState> {
    const { known } = this;
    const heardAt = known.is === 'unknown' ? this.askedAt : Math.max(this.askedAt, known.at);
    if (this.clock.wall() - heardAt >= askAgainAfterMs && !this.closing) void this.ask();
    return known;
  }

  override close(): Promise<void> {
    return (this.closing ??= this.closePool());
  }

  private async handOver(mail: Mail): Promise<void> {
    const pool = await this.open();
    const signal = AbortSignal.timeout(this.patience.mail);
    await pool.sendMail({ ...messageOf(mail, this.settings, this.clock.now()), signal });
  }

  private async ask(): Promise<void> {
    this.askedAt = this.clock.wall();
    try {
      await (await this.open()).verify();
      this.know({ is: 'reachable', at: this.clock.wall() });
    } catch (error) {
      const why = failureOf(error as NodemailerError).message;
      if (!this.closing) this.know({ is: 'away', at: this.clock.wall(), why });
    }
  }

  private understood(error: NodemailerError): Error {
    // No server and no network said that: a fault of ours, which waiting does not mend.
    if (!error.code && !this.closing) return error;
    const failure = failureOf(error);
    const at = this.clock.wall();
    if (isAboutOneMail(error)) this.know({ is: 'reachable', at });
    else if (!this.closing) this.know({ is: 'away', at, why: failure.message });
    return failure;
  }

  private know(state: MailerState): void {
    const before = this.known;
    this.known = state;
    if (state.is === 'away' && (before.is !== 'away' || before.why !== state.why))
      this.settings.said?.(state.why);
    if (state.is === 'reachable' && before.is === 'away') this.settings.said?.('the mail server is back');
  }

  /** Loaded with the first mail: an installation without a mail server never needs it. */
  private open(): Promise<Pool> {
    return (this.pool ??= import('nodemailer').then(({ createTransport }) =>
      createTransport(poolOptions(this.settings, this.patience)),
    ));
  }

  private async closePool(): Promise<void> {
    if (!this.pool) return;
    const pool = await this.pool;
    const over = Promise.allSettled(this.underway);
    const late = setTimeout(() => void pool.transporter.close?.({ force: true }), this.patience.close);
    await over;
    clearTimeout(late);
    pool.close();
  }
}

function poolOptions(
  { server, dkim }: SmtpSettings,
  patience: SmtpPatience,
): SMTPPoolOptions & { pool: true } {
  const { host, port, tls, auth, ca } = server;
  return {
    pool: true,
    host,
    port,
    secure: tls === 'at-once',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'none',
    // Else a machine that is on no network does not find the server on itself.
    allowInternalNetworkInterfaces: true,
    ...(auth ? { auth } : {}),
    ...(ca ? { tls: { ca } } : {}),
    connectionTimeout: patience.connect,
    greetingTimeout: patience.connect,
    dnsTimeout: patience.connect,
    socketTimeout: patience.answer,
    ...(dkim
      ? {
          dkim: {
            domainName: dkim.domain,
            keySelector: dkim.selector,
            privateKey: dkim.privateKey,
            headerFieldNames: signedFields,
          },
        }
      : {}),
  };
}
