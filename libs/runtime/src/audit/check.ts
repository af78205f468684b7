import type { ReadAll } from '#libs/ports/document-store/port';
import type { ReadEvents } from '#libs/ports/event-bus/port';

/** What an installation keeps, read beside the processes that write it. */
export interface Books {
  readonly all: ReadAll;
  readonly events: ReadEvents;
}

export interface Violation {
  /** Of the document, as an operator can look it up; never what stands in it. */
  readonly id: string;
  readonly what: string;
}

export interface Checked {
  /** How many things were looked at. */
  readonly looked: number;
  readonly wrong: readonly Violation[];
}

/**
 * Something that must hold of what is kept, as a sentence. It only reads. Between two documents that change one after the
 * other it may meet the one before and the other after; whoever runs it believes what it says twice.
 */
export interface Check {
  readonly sentence: string;
  look(books: Books): Promise<Checked>;
}
