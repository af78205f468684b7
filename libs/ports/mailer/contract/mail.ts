import type { Mail } from '#libs/ports/mailer/port';

export function aMail(over: Partial<Mail> = {}): Mail {
  return {
    messageId: 'notification-1.asked@leerbrug.example',
    to: { name: 'Juf Ans', email: 'ans@school.example' },
    subject: 'Een aanbod voor groep 7',
    text: 'Beste Ans,\n\nEr is een aanbod.\n',
    html: '<p>Beste Ans,</p><p>Er is een aanbod.</p>',
    attachments: [],
    ...over,
  };
}

/** The n-th of several mails, each to somebody else. */
export function mailTo(n: number): Mail {
  return aMail({
    messageId: `notification-${n}@leerbrug.example`,
    to: { name: `Juf ${n}`, email: `juf${n}@school.example` },
    subject: `Aanbod ${n}`,
  });
}

/** Transport may change line ends, the white space around a text, and how characters are coded. */
export function readable({ text, html, attachments, ...mail }: Mail): Mail {
  return {
    ...mail,
    text: lines(text),
    html: lines(html),
    attachments: attachments.map(({ contentType, content, encoding, ...each }) => ({
      ...each,
      ...(encoding ? { encoding } : {}),
      contentType: contentType.replace(/; *charset=[\w-]+/i, ''),
      content: encoding ? content : lines(content),
    })),
  };
}

function lines(text: string): string {
  return text.replaceAll('\r\n', '\n').trim();
}
