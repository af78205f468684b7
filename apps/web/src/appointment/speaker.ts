import type { Side } from './story.js';

/** For whom somebody answers: for the own side, or for another that said so by phone. */
export interface Speaker {
  readonly side: Side;
  readonly onBehalf: boolean;
}

interface Said {
  readonly how: string;
}

/** What goes with every answer: nothing, or for whom and how it was heard. */
export function behalfOf({ side, onBehalf }: Speaker, { how }: Said) {
  return onBehalf ? { onBehalfOf: side, how } : {};
}
