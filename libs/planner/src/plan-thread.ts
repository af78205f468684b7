import { parentPort, workerData } from 'node:worker_threads';
import {
  finishedPlan,
  planSteps,
  preparePlanning,
  stepWorker,
  type CandidateSource,
  type FlatMarket,
  type Planning,
} from '#libs/matching-engine';
import { type LeadMessage, type ThreadStart } from './messages.js';
import { openMarket } from './shared-market.js';
import { StepBoard } from './step-board.js';

// The entry of a planning thread: `planInThreads` starts it, and ends it when the plan is made or cancelled.
const start = workerData as ThreadStart;
const board = new StepBoard(start.board);
const { market, source } = openMarket(start.market);
if (start.leads) lead(market, source);
else parentPort!.once('message', (planning: Planning) => help(planning, source));

function lead(market: FlatMarket, source: CandidateSource): void {
  const planning = preparePlanning(market, start.options, (bytes) => new SharedArrayBuffer(bytes));
  say({ kind: 'prepared', planning });
  const steps = planSteps(planning, start.options);
  let next = steps.next();
  for (; !next.done; next = steps.next()) {
    const step = next.value;
    board.post(step);
    workOn(planning, source, (done) => say({ kind: 'progress', step, done }));
    board.close();
    say({ kind: 'progress', step, done: step.tasks });
  }
  say({ kind: 'planned', plan: finishedPlan(planning, next.value) });
}

function help(planning: Planning, source: CandidateSource): void {
  for (let turn = 0; ;) {
    turn = board.join(turn);
    workOn(planning, source, () => {});
    board.leave();
  }
}

function workOn(planning: Planning, source: CandidateSource, taken: (task: number) => void): void {
  const work = stepWorker(planning, source, board.step());
  for (let task = board.take(); task >= 0; task = board.take()) {
    taken(task);
    work(task);
  }
}

function say(message: LeadMessage): void {
  parentPort!.postMessage(message);
}
