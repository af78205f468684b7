import { worldsAre } from '../support/world.js';
import { aClusterWorld } from './a-cluster-world.js';

// A story says `aWorld()` and does not know which of both it is told in.
worldsAre(() => aClusterWorld());
jest.setTimeout(180_000);
