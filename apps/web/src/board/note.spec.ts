import { changesOf } from './note.js';

const known = { assigneeId: 'coen', internalNote: 'Bel museum Bodar.', question: 'Kan het ’s middags?' };

describe('what is noted with a request', () => {
  it('is sent where it is other than it was', () => {
    expect(changesOf(known, known)).toEqual({});
    expect(changesOf(known, { ...known, assigneeId: 'lea' })).toEqual({ assigneeId: 'lea' });
  });

  it('is taken back where it was emptied', () => {
    expect(changesOf(known, { assigneeId: '', internalNote: '', question: ' ' })).toEqual({
      ...{ assigneeId: null, internalNote: '', question: null },
    });
  });
});
