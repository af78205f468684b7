import { MailRefused, type Mail } from './mailer.js';

const CONTROL = /[\p{Cc}\u2028\u2029]/u;
const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN = /^([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;
const MESSAGE_ID = /^[^\s<>@]+@[^\s<>@]+$/;

/**
 * What every mailer refuses for good: control characters in anything that reaches a header, an address that no mail can
 * go to (RFC 5321 §2.3.11 without quoted local parts, at most 64 + 255 characters), a message id that is not `left@right`.
 * @throws MailRefused naming the part, never its content.
 */
export function checkMail(mail: Mail): void {
  for (const [part, text] of headerParts(mail)) {
    if (CONTROL.test(text)) throw new MailRefused(`${part} has a control character`);
  }
  if (!isAddress(mail.to.email)) throw new MailRefused('the address is not one');
  if (!MESSAGE_ID.test(mail.messageId)) throw new MailRefused('the message id is not of the form left@right');
}

function headerParts({ messageId, to, subject, attachments }: Mail): [part: string, text: string][] {
  return [
    ['the message id', messageId],
    ['the name', to.name],
    ['the address', to.email],
    ['the subject', subject],
    ...attachments.flatMap(({ filename, contentType }): [string, string][] => [
      ['a file name', filename],
      ['a content type', contentType],
    ]),
  ];
}

function isAddress(email: string): boolean {
  const at = email.lastIndexOf('@');
  const [local, domain] = [email.slice(0, at), email.slice(at + 1)];
  return (
    at > 0 && local.length <= 64 && domain.length <= 255 && LOCAL_PART.test(local) && DOMAIN.test(domain)
  );
}
