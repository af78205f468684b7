import { Unavailable } from '#libs/contracts';

export interface MailAddress {
  readonly name: string;
  readonly email: string;
}

export interface MailAttachment {
  readonly filename: string;
  /** e.g. `text/calendar; charset=utf-8; method=REQUEST` */
  readonly contentType: string;
  readonly content: string;
  /** How `content` stands for its bytes; default: it is the text itself, sent in UTF-8. */
  readonly encoding?: 'base64';
  /** Shown within the HTML, as `<img src="cid:…">`, instead of below the mail. Without angle brackets. */
  readonly cid?: string;
}

export interface Mail {
  /** Ours and stable: the same notification sent twice has the same one. Without angle brackets. */
  readonly messageId: string;
  readonly to: MailAddress;
  /** Who gets an answer; default: whom the mail is from. */
  readonly replyTo?: MailAddress;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly MailAttachment[];
  /**
   * Where mail programs let the reader unsubscribe without opening anything: they post `List-Unsubscribe=One-Click` there
   * (RFC 8058). An http or https address that knows who asks.
   */
  readonly unsubscribe?: { readonly url: string };
}

/** What was last heard of whoever delivers; `at` is epoch ms by the machine's clock, `why` a sentence for the log. */
export type MailerState =
  | { readonly is: 'unknown' }
  | { readonly is: 'reachable'; readonly at: number }
  | { readonly is: 'away'; readonly at: number; readonly why: string };

/** The mail will never be accepted as it is (bad address, control characters in a header): do not try again. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
}

/** Whoever delivers is there and would take others, and not this one for now. */
export class MailDeferred extends Unavailable {}

/** Hands mails to whoever delivers them. At least once: a crash after sending may repeat a mail under the same message id. */
export abstract class Mailer {
  /**
   * Resolves when the mail is accepted; no mail waits for another's recipient.
   * @throws MailRefused for good; Unavailable for now, also when closed
   */
  abstract send(mail: Mail): Promise<void>;

  /** Asks again at most once a minute, and never waits for the answer; undefined where nobody delivers. */
  state(): Promise<MailerState | undefined> {
    return Promise.resolve(undefined);
  }

  /** Resolves when each mail under way is accepted or given up. */
  async close(): Promise<void> {}
}
