import type { RoundOutcome, RoundTask } from '#libs/matching-engine';
import { planRoundInThread } from '#libs/planner';
import { RoundPlanner, type Watching } from './round-planner.js';

/** Plans on a thread of its own: people are answered meanwhile. */
export class ThreadedPlanner extends RoundPlanner {
  override plan(task: RoundTask, { progress, signal }: Watching): Promise<RoundOutcome> {
    return planRoundInThread(task, {
      progress: (step, done) => progress({ step: step.name, share: done / step.tasks }),
      signal,
    });
  }
}
