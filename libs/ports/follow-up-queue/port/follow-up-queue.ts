/** "Look at this document, something of it falls due about now." */
export interface FollowUp {
  readonly collection: string;
  readonly id: string;
}

export type FollowUpHandler = (followUp: FollowUp) => Promise<void>;

/**
 * A hint that wakes us when a document's `nextAt` comes. The documents are the truth: a lost hint makes things late by
 * one sweep, never lost. Of several workers of one collection one is woken.
 */
export abstract class FollowUpQueue {
  /** Wakes the handler of the collection once, at or soon after `at` (epoch ms). A second call for the document moves the time; `at` null takes it back. */
  abstract wake(followUp: FollowUp, at: number | null): Promise<void>;

  /** Registers the handler of a collection in this process. A rejection is ignored: the sweep comes by later. */
  abstract handle(collection: string, handler: FollowUpHandler): Promise<void>;

  /** Waits for running handlers; no handler starts afterwards. Calling it twice is fine. */
  abstract close(): Promise<void>;
}
