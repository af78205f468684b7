import { Clock } from '#libs/ports/clock/port';
import { describeMailer } from '#libs/ports/mailer/contract';
import { TemporaryFolder } from '#libs/ports/sqlite/testing';
import { MailboxMailer } from './mailbox-mailer.js';

class StoppedClock extends Clock {
  now(): number {
    return Date.UTC(2026, 8, 1);
  }
}

describeMailer('MailboxMailer', async () => {
  const folder = new TemporaryFolder();
  const mailer = new MailboxMailer(folder.file, new StoppedClock());
  const received = async () => (await mailer.deliveries({ limit: 1_000 })).toReversed();
  return { mailer, received, end: () => folder.end() };
});
