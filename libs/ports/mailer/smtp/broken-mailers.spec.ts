import { Unavailable } from '#libs/contracts';
import { mailerCases } from '#libs/ports/mailer/contract';
import { MailRefused, type Mail } from '#libs/ports/mailer/port';
import { SmtpMailer } from './smtp-mailer.js';
import { smtpUnderTest } from './testing/index.js';

/** Mailers that break one promise each. The suite must turn red for every one of them, or it proves nothing. */
abstract class Changes extends SmtpMailer {
  abstract change(mail: Mail): Mail;
  override send(mail: Mail): Promise<void> {
    return super.send(this.change(mail));
  }
}

class NumbersItsMessages extends Changes {
  private sent = 0;
  change = (mail: Mail): Mail => ({ ...mail, messageId: `${(this.sent += 1)}@leerbrug.example` });
}

class LosesAccents extends Changes {
  change = (mail: Mail): Mail => ({ ...mail, subject: mail.subject.normalize('NFD').replace(/\p{M}/gu, '') });
}

class LosesInvitations extends Changes {
  change = (mail: Mail): Mail => ({
    ...mail,
    attachments: mail.attachments.filter(({ contentType }) => !contentType.startsWith('text/calendar')),
  });
}

class ShowsImagesBelow extends Changes {
  change = (mail: Mail): Mail => ({
    ...mail,
    attachments: mail.attachments.map(({ cid: _, ...each }) => each),
  });
}

class SendsBase64AsText extends Changes {
  change = (mail: Mail): Mail => ({
    ...mail,
    attachments: mail.attachments.map(({ encoding: _, ...each }) => each),
  });
}

class TakesAllAnswers extends Changes {
  change = ({ replyTo: _, ...mail }: Mail): Mail => mail;
}

class KeepsItsReaders extends Changes {
  change = ({ unsubscribe: _, ...mail }: Mail): Mail => mail;
}

class CutsLongLinks extends Changes {
  change = (mail: Mail): Mail => ({
    ...mail,
    ...(mail.unsubscribe ? { unsubscribe: { url: mail.unsubscribe.url.slice(0, 76) } } : {}),
  });
}

class LosesQuotes extends Changes {
  change = (mail: Mail): Mail => ({ ...mail, to: { ...mail.to, name: mail.to.name.replaceAll('"', '') } });
}

class HasOnePen extends SmtpMailer {
  private mail: Mail;
  override async send(mail: Mail): Promise<void> {
    this.mail = mail;
    await new Promise(setImmediate);
    await super.send(this.mail);
  }
}

class CleansWhatIsWrong extends Changes {
  private clean = (text: string) => text.replace(/[\p{Cc}\u2028]/gu, '');
  change = (mail: Mail): Mail => ({ ...mail, subject: this.clean(mail.subject) });
}

class KeepsSilentAboutRefusals extends SmtpMailer {
  override async send(mail: Mail): Promise<void> {
    await super.send(mail).catch((error: unknown) => {
      if (!(error instanceof MailRefused)) throw error;
    });
  }
}

class NeverGivesUp extends SmtpMailer {
  override async send(mail: Mail): Promise<void> {
    await super.send(mail).catch((error: unknown) => {
      throw error instanceof MailRefused ? new Unavailable('the mail server') : error;
    });
  }
}

class GivesUpAtOnce extends SmtpMailer {
  override async send(mail: Mail): Promise<void> {
    await super.send(mail).catch(() => {
      throw new MailRefused('expected it to be taken');
    });
  }
}

class SendsOneAfterTheOther extends SmtpMailer {
  private last: Promise<unknown> = Promise.resolve();
  override send(mail: Mail): Promise<void> {
    const mine = this.last.then(() => super.send(mail));
    this.last = mine.catch(() => undefined);
    return mine;
  }
}

class StaysOffended extends SmtpMailer {
  private offended = false;
  override async send(mail: Mail): Promise<void> {
    if (this.offended) throw new Error('expect(offended).toBe(false)');
    await super.send(mail).catch((error: unknown) => {
      this.offended = true;
      throw error;
    });
  }
}

class AcceptsBeforeTheServerDoes extends SmtpMailer {
  override async send(mail: Mail): Promise<void> {
    super.send(mail).catch(() => undefined);
  }
}

class ForgetsToClose extends SmtpMailer {
  override async close(): Promise<void> {}
}

class WaitsForTheSilent extends SmtpMailer {
  override close(): Promise<void> {
    return new Promise(() => undefined);
  }
}

class ClosesOnce extends SmtpMailer {
  private closed = false;
  override async close(): Promise<void> {
    if (this.closed) throw new Error('expect(closed).toBe(false)');
    this.closed = true;
    await super.close();
  }
}

const asGiven = 'delivers what it was given, under our message id';
const pictures = 'delivers images within the text and files beside it, byte by byte';
const replies = 'says who gets the answers and where to unsubscribe';
const unusual = 'accepts unusual names and addresses that are right';
const headers = 'refuses for good what would break out of a header';
const toldApart = 'tells a recipient who is refused for good from one who is put off';
const outage = 'takes a server that is away for an outage, and goes on when it is back';
const itsWord = 'keeps its word about each mail under way when it is closed';

const broken: [kind: typeof SmtpMailer, caughtBy: string][] = [
  [NumbersItsMessages, 'keeps the message id of a mail that is sent again'],
  [NumbersItsMessages, asGiven],
  [LosesAccents, asGiven],
  [LosesInvitations, asGiven],
  [ShowsImagesBelow, pictures],
  [SendsBase64AsText, pictures],
  [TakesAllAnswers, replies],
  [KeepsItsReaders, replies],
  [CutsLongLinks, replies],
  [LosesQuotes, unusual],
  [HasOnePen, 'keeps mails apart that are sent at once'],
  [CleansWhatIsWrong, headers],
  [KeepsSilentAboutRefusals, headers],
  [KeepsSilentAboutRefusals, 'refuses for good an address or a message id that is none'],
  [NeverGivesUp, 'refuses for good a link to unsubscribe that would end early or is none'],
  [NeverGivesUp, 'refuses for good an attachment whose type, content id or base64 is none'],
  [NeverGivesUp, toldApart],
  [GivesUpAtOnce, toldApart],
  [GivesUpAtOnce, outage],
  [StaysOffended, outage],
  [AcceptsBeforeTheServerDoes, outage],
  [AcceptsBeforeTheServerDoes, itsWord],
  [SendsOneAfterTheOther, 'lets nobody wait for another’s recipient'],
  [WaitsForTheSilent, 'lets nobody wait for another’s recipient'],
  [WaitsForTheSilent, itsWord],
  [ForgetsToClose, itsWord],
  [ForgetsToClose, 'takes nothing any more when it is closed'],
  [ClosesOnce, itsWord],
];

describe('the suite for mailers', () => {
  it.each(broken)('turns red for a mailer that %p: %s', async (Broken, name) => {
    await expect(runCase(name, Broken, 500)).rejects.toThrow(/expect\(|in vain/);
  });

  it('has a broken mailer for each case', () => {
    const caught = new Set(broken.map(([, name]) => name));
    expect(caught).toEqual(new Set(mailerCases.map(({ name }) => name)));
  });
});

async function runCase(name: string, Kind: typeof SmtpMailer, patienceMs: number): Promise<void> {
  const found = mailerCases.find((each) => each.name === name);
  if (!found) throw new TypeError(`the suite has no case "${name}"`);
  const test = await smtpUnderTest(Kind, patienceMs);
  try {
    await found.run(test);
  } finally {
    await test.end();
  }
}
