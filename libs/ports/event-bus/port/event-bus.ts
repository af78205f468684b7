/**
 * One event on its way, as bytes: what arrives may be anything a foreign program wrote, so nothing here is parsed.
 * `id` is the event's own id and is what makes a repeated publication recognisable.
 */
export interface BusMessage {
  /** The publishing service, e.g. `requests`. */
  readonly topic: string;
  /** Events of one key keep their order. The id of the aggregate. */
  readonly key: string;
  readonly id: string;
  /** Null when a foreign program published nothing. */
  readonly value: Uint8Array | null;
}

/** Resolves when the message is dealt with; a rejection means "again, before anything later of this key". */
export type MessageHandler = (message: BusMessage) => Promise<void>;

export interface SubscribeOptions {
  /** Consumer group: each group gets every event once (or more often), shared among its members. */
  readonly group: string;
  readonly topics: readonly string[];
  /**
   * Called whenever this subscription may be given keys that another one of its group had; its messages wait for that. A
   * rejection counts as theirs.
   */
  readonly assigned?: () => Promise<void>;
}

/** Resolves when the last running handler has ended; afterwards no handler starts. Closing twice is fine. */
export interface Subscription {
  close(): Promise<void>;
}

/**
 * Carries events between services.
 *
 * Promised: at least once; in order within a topic and key; one cursor per group that survives restarts and moves only
 * after its handler; a new group reads from the first event ever published.
 * Not promised: any order between keys or topics; exactly once.
 */
export abstract class EventBus {
  /**
   * Resolves when every message is durable, in the order given. Handlers never run inside this call and never share
   * an object with the caller. A message whose id the topic has already is taken without effect where the technology
   * can tell; consumers must not rely on it.
   * @throws Unavailable when the bus cannot be reached; nothing or a prefix may have been published.
   */
  abstract publish(messages: readonly BusMessage[]): Promise<void>;

  /** Starts to deliver at the group's cursor. */
  abstract subscribe(options: SubscribeOptions, handler: MessageHandler): Promise<Subscription>;

  /**
   * Every call sees every message published after it resolves, in order within a key, without a group or a cursor.
   * May miss messages while this process is down; a rejection of the handler is ignored. For copies in memory and
   * live screens only. With the name of a group it begins with what that group has not finished, and perhaps a little
   * before that: what is not in the group's store yet may be another member's to put there.
   */
  abstract follow(
    topics: readonly string[],
    handler: MessageHandler,
    unfinishedBy?: string,
  ): Promise<Subscription>;

  /** How many messages of these topics the group has not finished. For readiness, metrics and benches. */
  abstract lag(options: SubscribeOptions): Promise<number>;

  /** Ends every subscription as `Subscription.close` does. Calling it twice is fine. */
  abstract close(): Promise<void>;
}

/**
 * Tells every message of these topics that is on the bus when it is called, in order within a key, and resolves. No
 * group, no cursor: for audits.
 */
export type ReadEvents = (topics: readonly string[], each: (message: BusMessage) => void) => Promise<void>;
