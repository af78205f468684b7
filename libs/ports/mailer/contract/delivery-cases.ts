import { aMail, mailTo, readable } from './mail.js';
import type { MailerCase } from './mailer-under-test.js';

const invitation = {
  filename: 'bezoek – groep 7.ics',
  contentType: 'text/calendar; charset=utf-8; method=REQUEST',
  content: 'BEGIN:VCALENDAR\r\nSUMMARY:Één robot\r\nEND:VCALENDAR\r\n',
};
/** One pixel. */
const image = {
  filename: 'hand opsteken.png',
  contentType: 'image/png',
  content: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  encoding: 'base64',
  cid: 'qr-1@leerbrug.example',
} as const;
const html = '<p>Één <img src="cid:qr-1@leerbrug.example" alt="QR"></p>';

export const deliveryCases: readonly MailerCase[] = [
  {
    name: 'delivers what it was given, under our message id',
    async run({ mailer, received }) {
      const mail = aMail({ subject: 'Één “aanbod” 🎈', attachments: [invitation] });

      await mailer.send(mail);

      expect((await received()).map(readable)).toEqual([readable(mail)]);
    },
  },
  {
    name: 'delivers images within the text and files beside it, byte by byte',
    async run({ mailer, received }) {
      const { cid: _, ...file } = { ...image, filename: 'blad.png', content: '/+8AAQ0KDQ==' };
      const mail = aMail({ html, attachments: [image, file, invitation] });

      await mailer.send(mail);

      expect((await received()).map(readable)).toEqual([readable(mail)]);
    },
  },
  {
    name: 'says who gets the answers and where to unsubscribe',
    async run({ mailer, received }) {
      const token = 'x'.repeat(400);
      const mails = [
        aMail({ replyTo: { name: 'Regio “Noord”, Jo', email: 'noord@leerbrug.example' } }),
        aMail({ unsubscribe: { url: `https://leerbrug.example/afmelden?wie=${token}&taal=nl,en` } }),
        aMail({
          replyTo: { name: '', email: 'jo@bedrijf.example' },
          unsubscribe: { url: 'http://localhost:3000/a' },
        }),
        aMail(),
      ];

      for (const mail of mails) await mailer.send(mail);

      expect((await received()).map(readable)).toEqual(mails.map(readable));
    },
  },
  {
    name: 'keeps the message id of a mail that is sent again',
    async run({ mailer, received }) {
      await mailer.send(aMail());
      await mailer.send(aMail());
      await mailer.send(aMail({ messageId: 'notification-2@leerbrug.example' }));

      const ids = new Set((await received()).map(({ messageId }) => messageId));
      expect(ids).toEqual(new Set([aMail().messageId, 'notification-2@leerbrug.example']));
    },
  },
  {
    name: 'keeps mails apart that are sent at once',
    async run({ mailer, received }) {
      const mails = Array.from({ length: 30 }, (_, n) => mailTo(n));

      await Promise.all(mails.map((mail) => mailer.send(mail)));

      const bySubject = (await received()).toSorted((a, b) => mailNumber(a.subject) - mailNumber(b.subject));
      expect(bySubject.map(readable)).toEqual(mails.map(readable));
    },
  },
  {
    name: 'accepts unusual names and addresses that are right',
    async run({ mailer, received }) {
      const people = [
        { name: 'Ans d\'Hondt-Çelik, "juf" <groep 7>', email: "ans.d'hondt+groep7@po.school.example" },
        { name: '', email: 'a@b-c.museum' },
        { name: '王', email: 'X_1@1.example' },
        { name: 'Bo <evil@bad.example>, x@y.example; Cc: z@bad.example', email: 'bo@school.example' },
      ];

      for (const to of people) await mailer.send(aMail({ to, replyTo: to }));

      expect((await received()).map(({ to, replyTo }) => [to, replyTo])).toEqual(
        people.map((person) => [person, person]),
      );
    },
  },
];

function mailNumber(subject: string): number {
  return Number(subject.replace(/\D/g, ''));
}
