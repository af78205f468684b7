import { built } from './built.js';
import { catchPlanted } from './catch-planted.js';
import { everyPlanted } from './planted.js';

jest.setTimeout(240_000);

describe('the harness catches', () => {
  let entry: string;
  beforeAll(() => {
    entry = built();
  });

  it.each(everyPlanted)('%s', async (bug) => {
    const { by } = await catchPlanted(bug, { entry, kills: 8, seed: 7 });

    process.stderr.write(`${bug}: ${by[0] ?? 'not caught'}\n`);
    expect(by).not.toEqual([]);
  });
});
