import { worldsAre } from '../support/world.js';
import { aClusterWorld } from './a-cluster-world.js';

// A story says `aWorld()` and does not know which of both it is told in; the suites of this folder ask for what they need.
if (expect.getState().testPath?.endsWith('.e2e.ts')) {
  worldsAre(() => aClusterWorld());
  jest.setTimeout(180_000);
}
