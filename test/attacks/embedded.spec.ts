import { attacked } from './attacked.js';

jest.setTimeout(1_500_000);

// A few minutes of them; hundreds by hand, with `npm run faults`.
const kills = process.env['EMBEDDED_KILLS'] ?? '60';

describe('one process that is killed, stopped and loses its time', () => {
  it(`${kills} times loses nothing, and nothing is done twice`, async () => {
    const { table, exit } = await attacked('embedded', kills);

    expect(table).toMatch(/lost, stuck or twice +nothing\n/);
    expect(exit).toBe(0);
  });
});
