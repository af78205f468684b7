import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { PlanCancelled, type RoundOutcome, type RoundTask } from '#libs/matching-engine';
import { type RoundMessage } from './messages.js';
import { type ThreadsWatch } from './plan-in-threads.js';

// Beside this file, in the form this file has: source or compiled.
const entry = new URL(`./round-thread${extname(import.meta.url)}`, import.meta.url);

/**
 * `planRound` on a thread of its own: the caller's thread stays free.
 * @throws PlanCancelled; what `planRound` throws
 */
export async function planRoundInThread(task: RoundTask, watch: ThreadsWatch = {}): Promise<RoundOutcome> {
  if (watch.signal?.aborted) throw new PlanCancelled();
  const thread = new Worker(entry, { workerData: task });
  try {
    return await new Promise<RoundOutcome>((resolve, reject) => {
      watch.signal?.addEventListener('abort', () => reject(new PlanCancelled()), { once: true });
      thread.once('error', reject);
      thread.once('exit', () => reject(new Error('the thread ended before the round was planned')));
      thread.on('message', (message: RoundMessage) => {
        if (message.kind === 'round') resolve(message.outcome);
        else watch.progress?.(message.step, message.done);
      });
    });
  } finally {
    await thread.terminate();
  }
}
