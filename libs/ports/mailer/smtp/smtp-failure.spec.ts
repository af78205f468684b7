import type { SMTPServerOptions } from 'smtp-server';
import { Unavailable } from '#libs/contracts';
import { aMail } from '#libs/ports/mailer/contract';
import { MailRefused } from '#libs/ports/mailer/port';
import { SmtpMailer } from './smtp-mailer.js';
import { MailServer, settingsFor, smtpError, StoppedClock } from './testing/index.js';

/** What sending a mail ends with at a server that answers like this. */
async function failureAt(options: SMTPServerOptions): Promise<Error> {
  const server = await MailServer.start(options);
  const mailer = new SmtpMailer(settingsFor(server), new StoppedClock());
  try {
    return await mailer.send(aMail()).then(
      () => new Error('it was taken'),
      (error: unknown) => error as Error,
    );
  } finally {
    await mailer.close();
    await server.goAway();
  }
}

/** A server that answers to one command with this code. */
function answering(
  command: 'sender' | 'recipient' | 'message',
  code: number,
  words: string,
): SMTPServerOptions {
  const error = smtpError(code, `${words} <ans@school.example>`);
  if (command === 'sender') return { onMailFrom: (_address, _session, done) => done(error) };
  if (command === 'recipient') return { onRcptTo: (_address, _session, done) => done(error) };
  return { onData: (stream, _session, done) => void stream.resume().on('end', () => done(error)) };
}

describe('what a failed hand-over means', () => {
  it.each([
    [
      answering('recipient', 550, '5.1.1 nobody'),
      'the mail server refuses the recipient (550 5.1.1, EENVELOPE, RCPT TO)',
    ],
    [
      answering('recipient', 553, 'no such'),
      'the mail server refuses the recipient (553, EENVELOPE, RCPT TO)',
    ],
    [
      answering('message', 554, '5.7.1 spam'),
      'the mail server refuses the message (554 5.7.1, EMESSAGE, DATA)',
    ],
    [
      answering('sender', 552, '5.3.4 too big'),
      'the mail server refuses the message (552 5.3.4, EENVELOPE, MAIL FROM)',
    ],
  ])('a lasting no is a refusal: %#', async (options, sentence) => {
    const failure = await failureAt(options);

    expect(failure).toBeInstanceOf(MailRefused);
    expect(failure.message).toBe(sentence);
  });

  it.each([
    [
      answering('recipient', 451, '4.7.1 greylisted'),
      /puts the recipient off: 451 4\.7\.1, EENVELOPE, RCPT TO/,
    ],
    [answering('recipient', 452, 'full'), /puts the recipient off/],
    [answering('recipient', 421, 'going down'), /421/],
    [answering('recipient', 503, 'out of order'), /503/],
    [answering('recipient', 530, '5.7.0 sign in'), /does not accept our sign-in: 530 5\.7\.0/],
    [answering('message', 451, 'later'), /puts the message off: 451/],
    [answering('sender', 550, 'not yours'), /does not accept our sender address: 550/],
    [answering('sender', 451, 'later'), /does not accept our sender address: 451/],
    [answering('sender', 530, 'STARTTLS first'), /does not accept our sign-in: 530/],
    [{ onConnect: (_session, done) => done(smtpError(554, 'go away')) }, /no connection.*554/],
  ])('everything else is an outage: %#', async (options, sentence) => {
    const failure = await failureAt(options);

    expect(failure).toBeInstanceOf(Unavailable);
    expect(failure.message).toMatch(sentence);
    expect(failure.message).not.toContain('school');
  });
});
