import { localDateOf } from '#libs/facts';
import type { Mail } from '#libs/ports/mailer/port';
import type { Notification } from '../domain/notification.js';
import { asHtml } from '../mails/letter-html.js';
import { asText, oneLine, subjectOf, type Letter, type Reader } from '../mails/letter.js';
import type { PersonView } from '../owners/views.js';

/** The mail as it is true now, why there is none, or what has to be known first. */
export type Composed = { readonly mail: Mail } | { readonly skip: string } | { readonly wait: string };

export function readerOf(
  { side }: Pick<Notification, 'side'>,
  { language }: PersonView,
  now: number,
): Reader {
  return { side, lang: language, today: localDateOf(now) };
}

export function mailOf(
  { messageId }: Notification,
  { name, email }: PersonView,
  letter: Letter,
  attachments: Mail['attachments'] = [],
): Mail {
  return {
    messageId,
    to: { name: oneLine(name), email },
    subject: subjectOf(letter),
    text: asText(letter),
    html: asHtml(letter),
    attachments,
  };
}
