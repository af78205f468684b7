export interface MailAddress {
  readonly name: string;
  readonly email: string;
}

export interface MailAttachment {
  readonly filename: string;
  /** e.g. `text/calendar; charset=utf-8; method=REQUEST` */
  readonly contentType: string;
  readonly content: string;
}

export interface Mail {
  /** Ours and stable: the same notification sent twice has the same one. Without angle brackets. */
  readonly messageId: string;
  readonly to: MailAddress;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly MailAttachment[];
}

/** The mail will never be accepted as it is (bad address, control characters in a header): do not try again. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
}

/** Hands mails to whoever delivers them. At least once: a crash after sending may repeat a mail under the same message id. */
export abstract class Mailer {
  /** Resolves when the mail is accepted. @throws MailRefused for good; Unavailable for now. */
  abstract send(mail: Mail): Promise<void>;
}
