import type { Mail } from '#libs/ports/mailer/port';
import type { Person } from '../domain/person.js';
import { codeMinutes } from './sign-in-codes.js';

const words = {
  nl: {
    subject: 'Je code voor Leerbrug',
    lines: [
      'Dit is je code om in te loggen bij Leerbrug:',
      `De code werkt één keer, ${codeMinutes} minuten lang, in de browser waarin je hem vroeg. Of open:`,
      'Vroeg je geen code? Dan hoef je niets te doen: zonder de code komt niemand binnen. Geef de code aan niemand door, ook niet aan ons.',
    ],
  },
  en: {
    subject: 'Your code for Leerbrug',
    lines: [
      'This is your code to sign in to Leerbrug:',
      `It works once, for ${codeMinutes} minutes, in the browser in which you asked for it. Or open:`,
      'You did not ask for a code? Then there is nothing to do: without the code nobody gets in. Give the code to nobody, not even to us.',
    ],
  },
} as const;

/** The code in words; the link only opens the page where it is typed, with the code behind `#`, which no server sees. */
export function codeMail(
  { name, email, language }: Pick<Person, 'name' | 'email' | 'language'>,
  code: string,
  { publicUrl, unique }: { readonly publicUrl: string; readonly unique: string },
): Mail {
  const { subject, lines } = words[language];
  const base = publicUrl.replace(/\/+$/, '');
  const link = `${base}/inloggen#${code}`;
  const shown = `${code.slice(0, 4)}-${code.slice(4)}`;
  const [first, second, last] = lines;
  return {
    messageId: `code-${unique}@${URL.canParse(base) ? new URL(base).hostname : 'leerbrug'}`,
    to: { name: name.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim(), email },
    subject,
    text: [first, `    ${shown}`, second, link, last, 'Leerbrug', ''].join('\n\n'),
    html: [
      `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${subject}</title></head>`,
      '<body style="margin:0;background:#FBFAF7;color:#16232B;font:16px/1.5 \'Source Sans 3\',Verdana,sans-serif">',
      '<div style="max-width:560px;margin:0 auto;padding:24px 16px">',
      `<p>${first}</p><p style="font-size:28px;font-weight:600;letter-spacing:2px">${shown}</p>`,
      `<p>${second}<br><a href="${link}">${link}</a></p><p>${last}</p><p>Leerbrug</p></div></body></html>`,
    ].join('\n'),
    attachments: [],
  };
}
