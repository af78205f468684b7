import { MailRefused, type Mail, type Mailer } from '#libs/ports/mailer/port';
import { aMail } from './mail.js';

/** A mailer and what came out of it, made for one case. */
interface MailerUnderTest {
  readonly mailer: Mailer;
  /** All mails delivered so far, oldest first, as their reader sees them. */
  received(): Promise<readonly Mail[]>;
  end(): Promise<void>;
}

interface MailerCase {
  readonly name: string;
  run(test: MailerUnderTest): Promise<void>;
}

const LINE_BREAKS = ['\r\nBcc: everybody@evil.example', '\n', '\r', '\u0000', '\u0085', '\u2028'];

const mailerCases: readonly MailerCase[] = [
  {
    name: 'delivers what it was given, under our message id',
    async run({ mailer, received }) {
      const invitation = {
        filename: 'bezoek – groep 7.ics',
        contentType: 'text/calendar; charset=utf-8; method=REQUEST',
        content: 'BEGIN:VCALENDAR\r\nSUMMARY:Één robot\r\nEND:VCALENDAR\r\n',
      };
      const mail = aMail({ subject: 'Één “aanbod” 🎈', attachments: [invitation] });

      await mailer.send(mail);

      expect((await received()).map(readable)).toEqual([readable(mail)]);
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
    name: 'refuses for good what would break out of a header',
    async run({ mailer, received }) {
      const { to } = aMail();
      const attachment = { filename: 'a.ics', contentType: 'text/calendar', content: '' };
      for (const evil of LINE_BREAKS) {
        const mails = [
          aMail({ subject: `Hallo${evil}` }),
          aMail({ to: { ...to, name: `Ans${evil}` } }),
          aMail({ to: { ...to, email: `ans@school.example${evil}` } }),
          aMail({ messageId: `a@b.example${evil}` }),
          aMail({ attachments: [{ ...attachment, filename: `a${evil}.ics` }] }),
          aMail({ attachments: [{ ...attachment, contentType: `text/calendar${evil}` }] }),
        ];
        for (const mail of mails) await expect(mailer.send(mail)).rejects.toBeInstanceOf(MailRefused);
      }

      expect(await received()).toEqual([]);
    },
  },
  {
    name: 'refuses for good an address or a message id that is none',
    async run({ mailer, received }) {
      const long = 'x'.repeat(65);
      const addresses = [
        '',
        'ans',
        'ans@',
        '@school.example',
        'a@b@school.example',
        'ans@school',
        'an s@school.example',
      ];
      const more = [
        '<ans@school.example>',
        'ans@school.example, b@c.example',
        '.a@b.example',
        'a..b@c.example',
        'a@-b.nl',
      ];
      for (const email of [...addresses, ...more, `${long}@school.example`, 'ans@schööl.example']) {
        const mail = aMail({ to: { name: 'Ans', email } });
        await expect(mailer.send(mail)).rejects.toBeInstanceOf(MailRefused);
      }
      for (const messageId of ['', 'no-at', '<a@b.example>', 'a b@c.example', 'a@b@c.example']) {
        await expect(mailer.send(aMail({ messageId }))).rejects.toBeInstanceOf(MailRefused);
      }

      expect(await received()).toEqual([]);
    },
  },
  {
    name: 'accepts unusual names and addresses that are right',
    async run({ mailer, received }) {
      const people = [
        { name: 'Ans d\'Hondt-Çelik, "juf" <groep 7>', email: "ans.d'hondt+groep7@po.school.example" },
        { name: '', email: 'a@b-c.museum' },
        { name: '王', email: 'X_1@1.example' },
      ];

      for (const to of people) await mailer.send(aMail({ to }));

      expect((await received()).map(({ to }) => to)).toEqual(people);
    },
  },
];

/** What every mailer promises; `make` gives one that has sent nothing yet. */
export function describeMailer(name: string, make: () => Promise<MailerUnderTest>): void {
  describe(`${name} as a mailer`, () => {
    it.each(mailerCases.map((each) => [each.name, each] as const))(
      '%s',
      async (_, { run }) => {
        const test = await make();
        try {
          await run(test);
        } finally {
          await test.end();
        }
      },
      30_000,
    );
  });
}

/** Transport may change line ends and the white space around a text. */
function readable({ messageId, to, subject, text, html, attachments }: Mail): Mail {
  const lines = (some: string): string => some.replaceAll('\r\n', '\n').trim();
  return {
    messageId,
    to,
    subject,
    text: lines(text),
    html: lines(html),
    attachments: attachments.map((each) => ({ ...each, content: lines(each.content) })),
  };
}
