import { erasePerson, textsBy } from './erase-person.js';
import type { Request } from './request.js';

const aRequest = (changes: Partial<Request> = {}) =>
  ({
    madeBy: 'tess',
    assigneeId: 'coen',
    title: 'Robots',
    note: 'Bel mij',
    withdrawnBecause: null,
    internalNote: 'Lastige school',
    question: null,
    ...changes,
  }) as Request;

describe('a request after the erasure of a person', () => {
  it('has lost the note of who asked', () => {
    expect(erasePerson(aRequest(), 'tess')?.state).toEqual(aRequest({ note: '' }));
  });

  it('has lost why it was withdrawn', () => {
    const withdrawn = aRequest({ note: '', withdrawnBecause: 'Ik ga weg' });

    expect(textsBy(withdrawn, 'tess')).toEqual({ withdrawnBecause: 'Ik ga weg' });
    expect(erasePerson(withdrawn, 'tess')?.state.withdrawnBecause).toBe('');
  });

  it('has lost why somebody else withdrew it with them, and not with who asked', () => {
    const withdrawn = aRequest({ note: '', withdrawnBecause: 'Zij gaat weg', withdrawnBy: 'ada' });

    expect(textsBy(withdrawn, 'tess')).toEqual({});
    expect(erasePerson(withdrawn, 'ada')?.state.withdrawnBecause).toBe('');
  });

  it('has lost what the coordinator who looks after it wrote', () => {
    const asked = aRequest({ question: 'Welke groep?' });

    expect(erasePerson(asked, 'coen')?.state).toEqual(aRequest({ internalNote: '', question: '' }));
  });

  it('stays as it is for anybody else', () => {
    expect(erasePerson(aRequest(), 'somebody')).toBeNull();
  });
});
