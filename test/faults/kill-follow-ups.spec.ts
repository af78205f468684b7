import { built } from './built.js';
import { askedAsTable, killFollowUps } from './kill-follow-ups.js';

jest.setTimeout(180_000);

describe('kill -9 while follow-ups and joined mails are sent', () => {
  it('8 times: everybody is asked in the end, each match in one mail, and hardly a mail twice', async () => {
    const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1e6));
    const asked = await killFollowUps({ entry: built(), kills: 8, seed });
    process.stderr.write(askedAsTable(asked));

    expect(asked.wrong).toEqual([]);
    expect(asked.duplicateMails).toBeLessThanOrEqual(0.25 * 8);
    expect(asked.inTheMiddle).toBeGreaterThan(4);
  });
});
