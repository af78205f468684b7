import { needsStepUp, visitor, type Actor } from './actor.js';

const now = 1_000_000;
const actor = (role: Actor['roles'][number]['role'], session?: Actor['session']): Actor => ({
  id: 'me',
  roles: [
    { role: 'teacher', regionIds: [] },
    { role, regionIds: [] },
  ],
  ...(session ? { session } : {}),
});

describe('the second factor', () => {
  it.each([
    ['a coordinator who never confirmed', actor('coordinator', { id: 's' }), true],
    ['an operator who never confirmed', actor('operator', { id: 's' }), true],
    ['a coordinator whose confirmation is over', actor('coordinator', { id: 's', stepUpUntil: now }), true],
    ['a coordinator who confirmed', actor('coordinator', { id: 's', stepUpUntil: now + 1 }), false],
    ['an operator who confirmed', actor('operator', { id: 's', stepUpUntil: now + 1 }), false],
    ['a program of a coordinator', actor('coordinator'), false],
    ['a school admin', actor('school-admin', { id: 's' }), false],
    ['a reader', actor('reader', { id: 's' }), false],
    ['a visitor', visitor, false],
  ])('is asked of %s', (_who, who, asked) => {
    expect(needsStepUp(who, now)).toBe(asked);
  });
});

describe('a visitor', () => {
  it('is nobody in no region', () => {
    expect(visitor).toEqual({ id: 'visitor', roles: [{ role: 'visitor', regionIds: [] }] });
  });
});
