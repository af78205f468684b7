import { worldsAre } from '../support/world.js';
import { aStoryCluster, type StoryCluster } from './a-cluster-world.js';

jest.setTimeout(60_000);

/** Those that need nothing of the one process but its answers. */
const stories = [
  'action-links',
  'changes',
  'contacts',
  'entrances',
  'evaluation',
  'freed-places',
  'life-of-a-match',
  'rounds',
  'wrong-answers',
  'wrong-moments',
];

// One cluster for all of them: each story has people and places of its own there.
describe('in a cluster of two processes each', () => {
  let cluster: StoryCluster;
  beforeAll(async () => {
    cluster = await aStoryCluster();
    worldsAre(() => cluster.world());
  }, 180_000);
  afterAll(() => cluster.stop(), 60_000);

  for (const story of stories)
    describe(story, () => {
      jest.requireActual(`../e2e/${story}.e2e.ts`);
    });
});
