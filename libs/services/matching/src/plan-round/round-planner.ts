import type { RoundOutcome, RoundTask } from '#libs/matching-engine';
import type { Progress } from '../domain/round.js';

export interface Watching {
  readonly progress: (progress: Progress) => void;
  readonly signal: AbortSignal;
}

/** Makes the plan of a round, off the thread that answers people. */
export abstract class RoundPlanner {
  /** @throws when the signal is aborted */
  abstract plan(task: RoundTask, watching: Watching): Promise<RoundOutcome>;
}
