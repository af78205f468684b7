import { localDateOf } from '#libs/facts';
import type { Mail, MailAddress } from '#libs/ports/mailer/port';
import type { Notification } from '../domain/notification.js';
import { bundleOf } from '../mails/bundle.js';
import { asHtml, bundleAsHtml } from '../mails/letter-html.js';
import { asText, bundleAsText, oneLine, subjectOf, type Letter, type Reader } from '../mails/letter.js';
import type { PersonView } from '../owners/views.js';

/** What one notification is to say, as it is true now. */
export interface Piece {
  readonly person: PersonView;
  readonly letter: Letter;
  readonly attachments: Mail['attachments'];
  /** Who gets an answer. */
  readonly replyTo?: MailAddress;
  /** Pieces about the same stand together in one mail. */
  readonly about: string;
}

/** Whether its reader knows of the match is not known yet: the question is on its way. */
export const unsettled = 'unsettled';

/** What is to be said, why there is nothing, or what has to be known first. */
export type Composed = Piece | { readonly skip: string } | { readonly wait: string };

export function readerOf(
  { side }: Pick<Notification, 'side'>,
  { language }: PersonView,
  now: number,
): Reader {
  return { side, lang: language, today: localDateOf(now) };
}

/** What stands on every mail of a kind. */
interface Ways {
  /** Where the reader ends mails that can wait; mails that cannot have none. */
  readonly unsubscribe?: string;
  /** Lines below everything. */
  readonly footer: readonly string[];
}

/** One letter, or several in one mail. The reply goes to whom all of them agree on. */
export function mailOf(
  { messageId, lane }: Notification,
  pieces: readonly Piece[],
  { unsubscribe, footer }: Ways,
): Mail {
  const [{ person, letter }] = pieces as readonly [Piece];
  const to = { name: oneLine(person.name), email: person.email };
  const replyTo = agreedReply(pieces);
  const envelope = {
    messageId,
    to,
    ...(replyTo ? { replyTo } : {}),
    attachments: pieces.flatMap(({ attachments }) => attachments),
    ...(unsubscribe ? { unsubscribe: { url: unsubscribe } } : {}),
  };
  if (pieces.length === 1) {
    const whole = { ...letter, footer: [...(letter.footer ?? []), ...footer] };
    return { ...envelope, subject: subjectOf(whole), text: asText(whole), html: asHtml(whole) };
  }
  const bundle = { ...bundleOf(pieces, letter.lang, lane === 'questions'), footer };
  return { ...envelope, subject: subjectOf(bundle), text: bundleAsText(bundle), html: bundleAsHtml(bundle) };
}

function agreedReply(pieces: readonly Piece[]): MailAddress | undefined {
  const [first, ...rest] = pieces.map(({ replyTo }) => replyTo);
  return first && rest.every((other) => other?.email === first.email) ? first : undefined;
}
