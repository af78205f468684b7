import { PlanCancelled, planRound, type RoundOutcome, type RoundTask } from '#libs/matching-engine';
import { RoundPlanner, type Watching } from './round-planner.js';

/** Plans on the caller's own thread: for tests and small tools. */
export class PlannerHere extends RoundPlanner {
  override async plan(task: RoundTask, { progress, signal }: Watching): Promise<RoundOutcome> {
    if (signal.aborted) throw new PlanCancelled();
    return planRound(task, {
      progress: (step, done) => progress({ step: step.name, share: done / step.tasks }),
      cancelled: () => signal.aborted,
    });
  }
}
