import { MailRefused, type Mail, type MailAttachment } from '#libs/ports/mailer/port';
import { aMail } from './mail.js';
import type { MailerCase } from './mailer-under-test.js';

const lineBreaks = ['\r\nBcc: everybody@evil.example', '\n', '\r', '\u0000', '\u0085', '\u2028'];
const addressesThatAreNone = [
  ...['', 'ans', 'ans@', '@school.example', 'a@b@school.example', 'ans@school', 'an s@school.example'],
  ...['<ans@school.example>', 'ans@school.example, b@c.example', '.a@b.example', 'a..b@c.example', 'a@-b.nl'],
  ...[`${'x'.repeat(65)}@school.example`, 'ans@schööl.example'],
];

const attachedTo = (over: Partial<MailAttachment>): Mail =>
  aMail({ attachments: [{ filename: 'a.ics', contentType: 'text/calendar', content: '', ...over }] });

export const headerCases: readonly MailerCase[] = [
  refuses('what would break out of a header', () =>
    lineBreaks.flatMap((evil) => [
      aMail({ subject: `Hallo${evil}` }),
      aMail({ to: { ...aMail().to, name: `Ans${evil}` } }),
      aMail({ to: { ...aMail().to, email: `ans@school.example${evil}` } }),
      aMail({ replyTo: { ...aMail().to, name: `Ans${evil}` } }),
      aMail({ replyTo: { ...aMail().to, email: `ans@school.example${evil}` } }),
      aMail({ messageId: `a@b.example${evil}` }),
      aMail({ unsubscribe: { url: `https://leerbrug.example/${evil}` } }),
      attachedTo({ filename: `a${evil}.ics` }),
      attachedTo({ contentType: `text/calendar${evil}` }),
      attachedTo({ cid: `a${evil}` }),
    ]),
  ),
  refuses('an address or a message id that is none', () => [
    ...addressesThatAreNone.map((email) => aMail({ to: { name: 'Ans', email } })),
    ...addressesThatAreNone.map((email) => aMail({ replyTo: { name: 'Ans', email } })),
    ...['', 'no-at', '<a@b.example>', 'a b@c.example', 'a@b@c.example'].map((messageId) =>
      aMail({ messageId }),
    ),
  ]),
  refuses('a link to unsubscribe that would end early or is none', () =>
    [
      ...['', 'leerbrug.example', 'mailto:a@b.example', 'javascript:alert(1)', 'https://'],
      ...['https://a.example/>, <https://evil.example/', 'https://a.example/ b', 'https://a.example/é'],
      ...[`https://a.example/${'x'.repeat(900)}`, 'https://[/'],
    ].map((url) => aMail({ unsubscribe: { url } })),
  ),
  refuses('an attachment whose type, content id or base64 is none', () => [
    ...[
      '',
      'calendar',
      'text/calendar; x',
      'text/calendar;',
      'a b/c',
      'text/calendar; name="a',
      'téxt/plain',
    ].map((contentType) => attachedTo({ contentType })),
    ...['', 'a b', '<a>', 'é'].map((cid) => attachedTo({ cid })),
    ...['a', 'ab=c', 'äöüß', 'YWJj\nYWJj', 'YWJj='].map((content) =>
      attachedTo({ content, encoding: 'base64' }),
    ),
  ]),
];

function refuses(what: string, mails: () => readonly Mail[]): MailerCase {
  return {
    name: `refuses for good ${what}`,
    async run({ mailer, received }) {
      for (const mail of mails()) await expect(mailer.send(mail)).rejects.toBeInstanceOf(MailRefused);

      expect(await received()).toEqual([]);
    },
  };
}
