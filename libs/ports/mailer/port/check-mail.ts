import { MailRefused, type Mail, type MailAttachment } from './mailer.js';

const CONTROL = /[\p{Cc}\u2028\u2029]/u;
const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN = /^([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;
const MESSAGE_ID = /^[^\s<>@]+@[^\s<>@]+$/;
// One line of a header has 998 octets at most (RFC 5322 §2.1.1), and an address in it cannot be folded.
const LINK = /^https?:\/\/[!#-;=?-~]{1,900}$/;
const CONTENT_ID = /^[!#-;=?-~]{1,250}$/;
const CONTENT_TYPE = /^[\w.+-]+\/[\w.+-]+(; *[\w.-]+=([\w.+-]+|"[^"\\]*"))*$/;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/**
 * What every mailer refuses for good: control characters in anything that reaches a header, an address that no mail can
 * go to, a message id that is not `left@right`, a link, content id or content type that would not stay one, base64 that is none.
 * @throws MailRefused naming the part, never its content.
 */
export function checkMail(mail: Mail): void {
  const { messageId, to, replyTo, unsubscribe, attachments } = mail;
  for (const [part, text] of headerParts(mail)) {
    if (CONTROL.test(text)) throw new MailRefused(`${part} has a control character`);
  }
  if (!isAddress(to.email)) throw new MailRefused('the address is not one');
  if (replyTo && !isAddress(replyTo.email)) throw new MailRefused('the address for answers is not one');
  if (!MESSAGE_ID.test(messageId)) throw new MailRefused('the message id is not of the form left@right');
  if (unsubscribe && !isLink(unsubscribe.url)) throw new MailRefused('the link to unsubscribe is not one');
  attachments.forEach(checkAttachment);
}

/** An address that mail can go to (RFC 5321 §2.3.11 without quoted local parts, at most 64 + 255 characters). */
export function isAddress(email: string): boolean {
  const at = email.lastIndexOf('@');
  const [local, domain] = [email.slice(0, at), email.slice(at + 1)];
  return (
    at > 0 && local.length <= 64 && domain.length <= 255 && LOCAL_PART.test(local) && DOMAIN.test(domain)
  );
}

function checkAttachment({ contentType, cid, encoding, content }: MailAttachment): void {
  if (!CONTENT_TYPE.test(contentType)) throw new MailRefused('a content type is not one');
  if (cid !== undefined && !CONTENT_ID.test(cid)) throw new MailRefused('a content id is not one');
  if (encoding === 'base64' && (content.length % 4 !== 0 || !BASE64.test(content)))
    throw new MailRefused('an attachment is not base64');
}

function headerParts({
  messageId,
  to,
  replyTo,
  subject,
  unsubscribe,
  attachments,
}: Mail): [string, string][] {
  return [
    ['the message id', messageId],
    ['the name', to.name],
    ['the address', to.email],
    ['the name for answers', replyTo?.name ?? ''],
    ['the address for answers', replyTo?.email ?? ''],
    ['the subject', subject],
    ['the link to unsubscribe', unsubscribe?.url ?? ''],
    ...attachments.flatMap(({ filename, contentType, cid = '' }): [string, string][] => [
      ['a file name', filename],
      ['a content type', contentType],
      ['a content id', cid],
    ]),
  ];
}

function isLink(url: string): boolean {
  return LINK.test(url) && URL.canParse(url);
}
