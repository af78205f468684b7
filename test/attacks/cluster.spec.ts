import { attacked } from './attacked.js';

jest.setTimeout(1_500_000);

const kills = process.env['CLUSTER_KILLS'] ?? '40';

describe('a cluster of which everything is killed, cut off, slowed and wiped', () => {
  it(`${kills} times loses nothing, and nothing is done twice`, async () => {
    const { table, exit } = await attacked('cluster', kills);

    expect(table).toMatch(/lost, stuck or twice +nothing\n/);
    expect(exit).toBe(0);
  });
});
