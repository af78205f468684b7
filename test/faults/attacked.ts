import type { Alive } from './victim.js';
import type { Books } from './read-books.js';

/** A Leerbrug that people work with while it is treated badly. */
export interface Attacked {
  /** Whoever answers now; undefined while nobody does. */
  readonly alive: Alive | undefined;
  /** Milliseconds that somebody was up to answer. */
  readonly upFor: number;
  /** Milliseconds from start to ready, of every restart of a process that was killed. */
  readonly recoveries: readonly number[];
  /** How many people are at work at once. */
  readonly crowd: number;
  start(): Promise<void>;
  /** Kills one thing, perhaps after worse treatment, and starts it again. Gives what was done, each by its name. */
  harm(random: () => number): Promise<readonly string[]>;
  /** Resolves when everything that was killed is up again. */
  whole(): Promise<void>;
  books(): Promise<Books>;
  /** What `leerbrug audit` finds wrong. */
  audit(): Promise<readonly string[]>;
  end(): Promise<void>;
}
