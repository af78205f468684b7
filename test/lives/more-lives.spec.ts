import fc from 'fast-check';
import { asTheModelSays, numRuns } from './as-the-model-says.js';

jest.setTimeout(300_000);

describe('whatever people do, one thing after the other', () => {
  it('everything is as the model says, in as many lives again', async () => {
    await fc.assert(asTheModelSays(), { numRuns });
  });
});
