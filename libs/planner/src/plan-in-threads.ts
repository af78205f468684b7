import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import {
  checkPlanOptions,
  PlanCancelled,
  type Plan,
  type PlanOptions,
  type PlanStep,
} from '#libs/matching-engine';
import { type LeadMessage, type ThreadStart } from './messages.js';
import { type SharedMarket } from './shared-market.js';
import { StepBoard } from './step-board.js';

export interface ThreadsOptions extends PlanOptions {
  /** How many threads work on the plan, 1 … 16; default 2. The plan is the same whatever their number. */
  readonly threads?: number;
}

export interface ThreadsWatch {
  /** How far the step at hand is; called on the caller's thread. */
  progress?(step: PlanStep, done: number): void;
  /** Ends the plan at once. */
  readonly signal?: AbortSignal;
}

const mostThreads = 16;
// Beside this file, in the form this file has: source or compiled.
const entry = new URL(`./plan-thread${extname(import.meta.url)}`, import.meta.url);

/**
 * `plan` on threads of its own: the caller's thread stays free. The market must not change meanwhile. A thread that fails
 * fails the plan.
 * @throws PlanOptionsInvalid, PlanCancelled
 */
export async function planInThreads(
  market: SharedMarket,
  options: ThreadsOptions = {},
  watch: ThreadsWatch = {},
): Promise<Plan> {
  const { threads = 2, ...planOptions } = options;
  checkPlanOptions(planOptions, market.index.slotCount);
  if (!(Number.isInteger(threads) && threads >= 1 && threads <= mostThreads))
    throw new RangeError(`threads must be 1 to ${mostThreads}`);
  if (watch.signal?.aborted) throw new PlanCancelled();

  const board = new StepBoard().memory;
  const crew = Array.from({ length: threads }, (_, number) => {
    const workerData: ThreadStart = { leads: number === 0, market, options: planOptions, board };
    return new Worker(entry, { workerData });
  });
  let cancel = () => {};
  const planned = new Promise<Plan>((resolve, reject) => {
    cancel = () => reject(new PlanCancelled());
    for (const worker of crew) {
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('a planning thread ended before the plan was made')));
    }
    crew[0]!.on('message', (message: LeadMessage) => {
      if (message.kind === 'planned') resolve(message.plan);
      else if (message.kind === 'progress') watch.progress?.(message.step, message.done);
      else for (const helper of crew.slice(1)) helper.postMessage(message.planning);
    });
  });
  watch.signal?.addEventListener('abort', cancel, { once: true });
  try {
    return await planned;
  } finally {
    watch.signal?.removeEventListener('abort', cancel);
    await Promise.all(crew.map((worker) => worker.terminate()));
  }
}
