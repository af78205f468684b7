import { Clock } from '#libs/ports/clock/port';
import { describeMailer, PlayedServer } from '#libs/ports/mailer/contract';
import { TemporaryFolder } from '#libs/ports/sqlite/testing';
import { MailboxMailer } from './mailbox-mailer.js';

class StoppedClock extends Clock {
  now(): number {
    return Date.UTC(2026, 8, 1);
  }
}

describeMailer('MailboxMailer', async () => {
  const folder = new TemporaryFolder();
  const server = new PlayedServer();
  const mailer = new MailboxMailer(folder.file, new StoppedClock(), server.take);
  const received = async () =>
    (await mailer.deliveries({ limit: 1_000 })).map(({ at: _, ...mail }) => mail).toReversed();
  return { mailer, received, server, end: () => folder.end() };
});
