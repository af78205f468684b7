import { PersonSignedIn, SignInRefused, event } from '#libs/contracts';
import { changedFields, fieldsOf, howOf, readersOf, type Entry } from './entry.js';

describe('the trail', () => {
  it('names the fields of a snapshot beside those of the event', () => {
    const data = { request: { title: 'Robots', groups: [] }, by: 'school' };

    expect([...fieldsOf(data).keys()]).toEqual(['title', 'groups', 'by']);
  });

  it('takes an object that is no snapshot as one field', () => {
    expect([...fieldsOf({ settings: { weights: {} }, match: null }).keys()]).toEqual(['settings', 'match']);
  });

  it('names what is new and what holds something else', () => {
    expect(changedFields({ title: 'a', kind: 'b' }, { title: 'c', kind: 'b', groups: 'd' })).toEqual([
      'groups',
      'title',
    ]);
  });

  it('names everything of what was never heard of', () => {
    expect(changedFields({}, { b: '1', a: '2' })).toEqual(['a', 'b']);
  });

  it('is read by the operator and the coordinators of its regions', () => {
    const entry = { owners: { regions: ['r1', 'r2'], school: 's1' } } as Partial<Entry> as Entry;

    expect(readersOf(entry)).toEqual(['*', 'region:r1', 'region:r2']);
  });
});

describe('how', () => {
  it('is kept of a sign-in alone: by what means, and why not', () => {
    expect(howOf(event(PersonSignedIn, { by: 'issuer' }))).toBe('issuer');
    expect(howOf(event(SignInRefused, { by: 'code', why: 'wrong' }))).toBe('code, wrong');
    expect(howOf({ by: 'code', how: 'by telephone' })).toBeUndefined();
  });
});
