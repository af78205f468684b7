import { parentPort, workerData } from 'node:worker_threads';
import { planRound, type RoundTask } from '#libs/matching-engine';
import { type RoundMessage } from './messages.js';

// The entry of a round's thread: `planRoundInThread` starts it, and ends it when the plan is made or cancelled.
const say = (message: RoundMessage) => parentPort!.postMessage(message);
const outcome = planRound(workerData as RoundTask, {
  progress: (step, done) => say({ kind: 'progress', step, done }),
});
say({ kind: 'round', outcome });
