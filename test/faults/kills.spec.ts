import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { asTable, kill } from './kill.js';

jest.setTimeout(180_000);

describe('kill -9 at any moment of the story', () => {
  // The victim runs from the build: compiled at every restart it would spend its life starting.
  beforeAll(() => {
    const { status } = spawnSync(process.execPath, [resolve('tools/prepare.mjs')], { stdio: 'inherit' });
    if (status !== 0) throw new Error('the build failed');
  });

  const killed = async (kills: number) => {
    const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1e6));
    const aftermath = await kill({ entry: resolve('dist/test/faults/main.js'), kills, seed });
    process.stderr.write(asTable(aftermath));
    return aftermath;
  };

  it('20 times: nothing is lost, stuck or done twice', async () => {
    const { wrong, duplicateMails, acknowledged } = await killed(20);

    expect(wrong).toEqual([]);
    expect(duplicateMails).toBeLessThanOrEqual(0.25 * 20);
    expect(acknowledged).toBeGreaterThan(50);
  });

  it('and without a kill no mail is sent twice', async () => {
    const { wrong, duplicateMails, mails } = await killed(0);

    expect([wrong, duplicateMails]).toEqual([[], 0]);
    expect(mails).toBeGreaterThan(0);
  });
});
