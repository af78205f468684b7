import { type PlanStep } from '#libs/matching-engine';

const [open, active, nextTask, tasks, name, epsilon, turn, size] = [0, 1, 2, 3, 4, 5, 6, 7] as const;
const stepNames: readonly PlanStep['name'][] = ['candidates', 'auction', 'pricing'];

/** Where the leading thread posts the step at hand and all threads take its tasks from: a few words of shared memory. */
export class StepBoard {
  private readonly cells: Int32Array;

  constructor(readonly memory: SharedArrayBuffer = new SharedArrayBuffer(4 * size)) {
    this.cells = new Int32Array(memory);
  }

  /** The leading thread: offers the tasks of a step. */
  post(step: PlanStep): void {
    const { cells } = this;
    cells[tasks] = step.tasks;
    cells[name] = stepNames.indexOf(step.name);
    cells[epsilon] = step.epsilon;
    Atomics.store(cells, nextTask, 0);
    Atomics.store(cells, open, 1);
    Atomics.add(cells, turn, 1);
    Atomics.notify(cells, turn);
  }

  /** The leading thread: waits until all tasks are done that anybody has taken. Nobody takes any from now on. */
  close(): void {
    const { cells } = this;
    Atomics.store(cells, open, 0);
    for (let others = Atomics.load(cells, active); others > 0; others = Atomics.load(cells, active))
      Atomics.wait(cells, active, others);
  }

  /** The other threads: waits for a step other than that of turn `seen`, and joins it; returns its turn. */
  join(seen: number): number {
    const { cells } = this;
    for (;;) {
      Atomics.wait(cells, turn, seen);
      // First say so, then look: the leading thread closes first, then looks who is still at work.
      Atomics.add(cells, active, 1);
      if (Atomics.load(cells, open) === 1 && Atomics.load(cells, turn) !== seen)
        return Atomics.load(cells, turn);
      seen = Atomics.load(cells, turn);
      this.leave();
    }
  }

  leave(): void {
    Atomics.sub(this.cells, active, 1);
    Atomics.notify(this.cells, active);
  }

  step(): PlanStep {
    const { cells } = this;
    return { name: stepNames[cells[name]!]!, tasks: cells[tasks]!, epsilon: cells[epsilon]! };
  }

  /** A task for the caller alone, −1 when none is left. */
  take(): number {
    const task = Atomics.add(this.cells, nextTask, 1);
    return task < this.cells[tasks]! ? task : -1;
  }
}
