import { attacked } from './attacked.js';

jest.setTimeout(1_500_000);

const kills = process.env['EMBEDDED_KILLS'] ?? '200';

describe('one process that is killed, stopped and loses its time', () => {
  it(`${kills} times loses nothing, and nothing is done twice`, async () => {
    const { table, exit } = await attacked('embedded', kills);

    expect(table).toMatch(/lost, stuck or twice +nothing\n/);
    expect(exit).toBe(0);
  });
});
