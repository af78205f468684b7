import { Mailer, type Mail } from './mailer.js';

export interface Delivery extends Mail {
  /** Epoch milliseconds. */
  readonly at: number;
}

/** A mailer that delivers nowhere and can be looked into; real ones are not of this kind. */
export abstract class Mailbox extends Mailer {
  /** Newest first, repetitions too; `to` is an address in any case, `limit` a number of mails. */
  abstract deliveries(wanted: { to?: string; limit: number }): Promise<readonly Delivery[]>;

  /** Removes every mail to that address (in any case) and every one in which one of these texts stands. */
  abstract forget(of: { to: string; texts: readonly string[] }): Promise<void>;

  /** Removes what was delivered before that moment, epoch ms. */
  abstract removeBefore(moment: number): Promise<void>;
}
