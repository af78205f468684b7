export { planInThreads, type ThreadsOptions, type ThreadsWatch } from './src/plan-in-threads.js';
export { type SharedMarket } from './src/shared-market.js';
export { planRoundInThread } from './src/plan-round-in-thread.js';
export { checkWorkloadPlan, planWorkload } from './src/plan-workload.js';
export { readWorkload, writeWorkload } from './src/workload-folder.js';
