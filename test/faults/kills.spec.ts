import { built } from './built.js';
import { asTable } from './as-table.js';
import { kill } from './kill.js';

jest.setTimeout(180_000);

describe('kill -9 at any moment of the story', () => {
  let entry: string;
  beforeAll(() => {
    entry = built();
  });

  const killed = async (kills: number) => {
    const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1e6));
    const aftermath = await kill({ entry, kills, seed });
    process.stderr.write(asTable(aftermath));
    return aftermath;
  };

  it('20 times: nothing is lost, stuck or done twice', async () => {
    const { wrong, duplicateMails, done } = await killed(20);

    expect(wrong).toEqual([]);
    expect(duplicateMails).toBeLessThanOrEqual(0.25 * 20);
    expect(done).toBeGreaterThan(100);
  });

  it('and without a kill no mail is sent twice', async () => {
    const { wrong, duplicateMails, mails } = await killed(0);

    expect([wrong, duplicateMails]).toEqual([[], 0]);
    expect(mails).toBeGreaterThan(0);
  });
});
