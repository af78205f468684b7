import type { SendMailOptions } from 'nodemailer';
import type { Mail, MailAddress, MailAttachment } from '#libs/ports/mailer/port';
import type { SmtpSettings } from './smtp-settings.js';

/** What mail programs show buttons for (RFC 6047 §2.4): the method stands in the content type. */
const INVITATION = /^text\/calendar;.*\bmethod="?(\w+)/i;

/** The message on the wire; `now` is its date, epoch ms. The mail has been checked. */
export function messageOf(
  mail: Mail,
  { from, bouncesTo }: Pick<SmtpSettings, 'from' | 'bouncesTo'>,
  now: number,
): SendMailOptions {
  const { messageId, to, replyTo, subject, text, html, attachments } = mail;
  const invitation = attachments.find(({ contentType }) => INVITATION.test(contentType));
  return {
    messageId: `<${messageId}>`,
    date: new Date(now),
    from: addressed(from),
    to: addressed(to),
    ...(replyTo ? { replyTo: addressed(replyTo) } : {}),
    envelope: { from: bouncesTo ?? from.email, to: to.email },
    subject,
    text,
    html,
    attachments: attachments.filter((each) => each !== invitation).map(attached),
    ...(invitation ? { icalEvent: invited(invitation) } : {}),
    headers: headersOf(mail),
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function headersOf({ unsubscribe }: Mail): Record<string, string | { prepared: true; value: string }> {
  return {
    'Auto-Submitted': 'auto-generated',
    ...(unsubscribe
      ? {
          'List-Unsubscribe': { prepared: true, value: `<${unsubscribe.url}>` },
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }
      : {}),
  };
}

/** As an object, so that nothing in a name is read as an address. */
function addressed({ name, email }: MailAddress) {
  return { name, address: email };
}

function attached({ filename, contentType, content, encoding, cid }: MailAttachment) {
  return {
    filename,
    contentType,
    content,
    ...(encoding ? { encoding } : {}),
    ...(cid ? { cid } : {}),
  };
}

/** Goes out twice, beside the text for the buttons and as a file for programs without them. */
function invited({ filename, contentType, content, encoding }: MailAttachment) {
  const method = INVITATION.exec(contentType)?.[1] ?? 'PUBLISH';
  return { method, filename, content, ...(encoding ? { encoding } : {}) };
}
