import type { NodemailerError } from 'nodemailer';
import { Unavailable } from '#libs/contracts';
import { MailDeferred, MailRefused } from '#libs/ports/mailer/port';

/** Somebody has to see to our account or our settings; the mail itself may be right (RFC 4954 §6, RFC 3207 §4). */
const ABOUT_US: ReadonlySet<number | undefined> = new Set([530, 534, 535, 538]);
const TOO_BIG = 552;
/** How Node names what is wrong with a certificate or a handshake. */
const NOT_TRUSTED = /CERT|CRL|UNABLE_TO_VERIFY|^ERR_(TLS|SSL)/;
const GOING_DOWN = 421;

/**
 * What a failed hand-over means for the mail: the server's lasting no to this recipient or this message is `MailRefused`,
 * everything else `Unavailable`. The sentence names codes, never an address, a password or the server's own words.
 */
export function failureOf(error: NodemailerError): MailRefused | Unavailable {
  if (isLasting(error))
    return new MailRefused(`the mail server refuses the ${subjectOf(error)} (${codesOf(error)})`);
  const Kind = isAboutOneMail(error) ? MailDeferred : Unavailable;
  return new Kind(`the mail server (${reasonOf(error)}: ${codesOf(error)})`);
}

/** Whether the server is there and would take others: it said no, or not now, to this recipient or this message. */
export function isAboutOneMail({ code, command, responseCode }: NodemailerError): boolean {
  if (code !== 'EENVELOPE' && code !== 'EMESSAGE') return false;
  // Our sender address stands in every mail.
  if (command === 'MAIL FROM') return responseCode === TOO_BIG;
  return !ABOUT_US.has(responseCode) && responseCode !== GOING_DOWN;
}

function isLasting(error: NodemailerError): boolean {
  return isAboutOneMail(error) && error.permanent === true;
}

function subjectOf({ code, command }: NodemailerError): 'message' | 'recipient' {
  return code === 'EMESSAGE' || command !== 'RCPT TO' ? 'message' : 'recipient';
}

function reasonOf(error: NodemailerError): string {
  const { code, originalCode = '', command, responseCode } = error;
  if (code === 'EAUTH' || code === 'ENOAUTH' || ABOUT_US.has(responseCode))
    return 'it does not accept our sign-in';
  if (code === 'ETLS' || command === 'STARTTLS' || NOT_TRUSTED.test(originalCode))
    return 'it offers no encryption that we trust';
  if (code === 'EDNS') return 'its name is not known';
  if (code === 'ETIMEDOUT' || code === 'EABORT') return 'no answer in time';
  if (command === 'MAIL FROM') return 'it does not accept our sender address';
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return `it puts the ${subjectOf(error)} off`;
  return 'no connection';
}

function codesOf({ code, originalCode, command, responseCode, response = '' }: NodemailerError): string {
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1];
  const parts = [[responseCode, enhanced].filter(Boolean).join(' '), code, originalCode, command];
  return parts.filter(Boolean).join(', ') || 'no code';
}
