import type { Side } from '#libs/contracts';
import type { By } from './life.js';
import type { Yes } from './match.js';

/** Somebody who speaks for one side; `how` they told it when somebody else writes it down. */
export interface Answerer extends By {
  readonly side: Side;
  readonly how?: string;
}

export const yesOf = (by: Answerer): Yes => ({
  at: new Date(by.now).toISOString(),
  by: by.actor,
  ...(by.how ? { how: by.how } : {}),
});
