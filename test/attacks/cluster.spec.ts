import { attacked } from './attacked.js';

jest.setTimeout(1_500_000);

// A few minutes of them; more by hand, with `npm run faults`.
const kills = process.env['CLUSTER_KILLS'] ?? '25';

describe('a cluster of which everything is killed, cut off, slowed and wiped', () => {
  it(`${kills} times loses nothing, and nothing is done twice`, async () => {
    const { table, exit } = await attacked('cluster', kills);

    expect(table).toMatch(/lost, stuck or twice +nothing\n/);
    expect(exit).toBe(0);
  });
});
