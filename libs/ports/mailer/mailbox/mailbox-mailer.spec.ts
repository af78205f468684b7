import { Clock } from '#libs/ports/clock/port';
import { aMail } from '#libs/ports/mailer/contract';
import { TemporaryFolder } from '#libs/ports/sqlite/testing';
import { MailboxMailer } from './mailbox-mailer.js';

class TickingClock extends Clock {
  private time = 1_000;
  now(): number {
    return (this.time += 1);
  }
}

describe('MailboxMailer', () => {
  let folder: TemporaryFolder;
  beforeEach(() => void (folder = new TemporaryFolder()));
  afterEach(() => folder.end());

  const to = (email: string) => ({ name: 'Somebody', email });

  it('keeps every delivery, repetitions too, newest first', async () => {
    const mailbox = new MailboxMailer(folder.file, new TickingClock());
    await mailbox.send(aMail());
    await mailbox.send(aMail({ messageId: 'other@leerbrug.example' }));
    await mailbox.send(aMail());

    const deliveries = await mailbox.deliveries({ limit: 10 });

    expect(deliveries).toEqual([
      { ...aMail(), at: 1_003 },
      { ...aMail({ messageId: 'other@leerbrug.example' }), at: 1_002 },
      { ...aMail(), at: 1_001 },
    ]);
    expect(await mailbox.deliveries({ limit: 1 })).toEqual(deliveries.slice(0, 1));
  });

  it('shows the mails of one address, however it is written', async () => {
    const mailbox = new MailboxMailer(folder.file, new TickingClock());
    for (const email of ['ans@school.example', 'Ans@School.example', 'bo@school.example']) {
      await mailbox.send(aMail({ to: to(email) }));
    }

    const ofAns = await mailbox.deliveries({ to: 'ANS@school.example', limit: 10 });

    expect(ofAns.map((each) => each.to.email)).toEqual(['Ans@School.example', 'ans@school.example']);
    expect(await mailbox.deliveries({ to: 'nobody@school.example', limit: 10 })).toEqual([]);
  });

  it('keeps them over a restart', async () => {
    await new MailboxMailer(folder.file, new TickingClock()).send(aMail());

    const mailbox = new MailboxMailer(await folder.reopen(), new TickingClock());

    expect(await mailbox.deliveries({ limit: 10 })).toHaveLength(1);
  });

  it('forgets the mails to an address and those in which a text stands, and no others', async () => {
    const mailbox = new MailboxMailer(folder.file, new TickingClock());
    await mailbox.send(aMail({ to: to('Ans@school.example') }));
    await mailbox.send(aMail({ to: to('bo@school.example'), text: 'Vraag naar "Ans" O’Bernagie.' }));
    await mailbox.send(aMail({ to: to('bo@school.example'), text: 'Tot morgen.' }));

    await mailbox.forget({ to: 'ans@school.example', texts: ['"Ans" o’bernagie'] });

    expect((await mailbox.deliveries({ limit: 10 })).map(({ text }) => text)).toEqual(['Tot morgen.']);
  });

  it('removes what was delivered before a moment', async () => {
    const mailbox = new MailboxMailer(folder.file, new TickingClock());
    await mailbox.send(aMail());
    await mailbox.send(aMail());

    await mailbox.removeBefore(1_002);

    expect((await mailbox.deliveries({ limit: 10 })).map(({ at }) => at)).toEqual([1_002]);
  });
});
