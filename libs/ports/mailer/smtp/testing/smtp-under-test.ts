import { Clock } from '#libs/ports/clock/port';
import type { MailerUnderTest } from '#libs/ports/mailer/contract';
import { SmtpMailer } from '../smtp-mailer.js';
import type { SmtpSettings } from '../smtp-settings.js';
import { MailServer } from './mail-server.js';
import { readMail } from './read-mail.js';

export class StoppedClock extends Clock {
  time = Date.UTC(2026, 8, 1);
  now(): number {
    return this.time;
  }
}

/** Settings that reach this server in the clear, and wait for it no longer than a test likes to. */
export function settingsFor(server: MailServer, over: Partial<SmtpSettings> = {}): SmtpSettings {
  return {
    server: { host: '127.0.0.1', port: server.port, tls: 'none' },
    from: { name: 'Leerbrug', email: 'post@leerbrug.example' },
    patience: { close: 200 },
    ...over,
  };
}

/** A mailer of this kind with a server of its own. */
export async function smtpUnderTest(
  Kind: typeof SmtpMailer = SmtpMailer,
  patienceMs?: number,
): Promise<MailerUnderTest> {
  const server = await MailServer.start();
  const mailer = new Kind(settingsFor(server), new StoppedClock());
  return {
    mailer,
    server,
    received: () => Promise.all(server.arrived.map(({ raw }) => readMail(raw))),
    ...(patienceMs ? { patienceMs } : {}),
    async end() {
      await SmtpMailer.prototype.close.call(mailer);
      await server.goAway();
    },
  };
}
