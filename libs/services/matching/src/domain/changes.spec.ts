import { ContactChanged } from '#libs/contracts';
import { aMatch, by } from '../../test/a-match.js';
import { as, at, made } from '../../test/every-state.js';
import { accept, cancel } from './answers.js';
import { changeContact, changeNumbers, changeSecured } from './changes.js';
import { secured } from './life.js';
import { groupsAsAgreed, snapshotOf } from './match.js';

const asked = () => made(secured(aMatch(), 1, by()));
const confirmed = () =>
  made(accept(made(accept(asked(), at('09:00'), as('partner'))), at('09:00'), as('school')));

describe('another contact', () => {
  it.each([
    ['asked', 'school', asked],
    ['asked', 'partner', asked],
    ['confirmed', 'school', confirmed],
    ['confirmed', 'partner', confirmed],
  ] as const)('of a match that is %s is told, with the side and an id: %s', (state, side, match) => {
    const changed = changeContact(match(), 'piet', as(side));

    expect(changed?.events).toEqual([expect.any(ContactChanged)]);
    expect(changed?.events[0]).toMatchObject({ side, contactId: 'piet', match: { state } });
  });

  it('is told once: who is the contact already becomes it no second time', () => {
    const changed = made(changeContact(confirmed(), 'piet', as('partner')));

    expect(changeContact(changed, 'piet', as('partner'))).toBeNull();
    expect(made(changeContact(changed, 'ans', as('partner'))).partnerContactId).toBe('ans');
  });

  it('leaves the calendar as it is: only a change of time raises its sequence', () => {
    const match = confirmed();

    expect(made(changeContact(match, 'piet', as('partner'))).calendarSequence).toBe(match.calendarSequence);
  });

  it('is not taken by a match that has ended', () => {
    const over = made(cancel(confirmed(), { reason: 'Ziek' }, 'school', by()));

    expect(() => changeContact(over, 'piet', as('partner'))).toThrow(
      expect.objectContaining({ code: 'matches.ended' }) as Error,
    );
  });
});

describe('other numbers', () => {
  const numbers = [{ groupId: 'a-group', pupils: 30 }];
  const waits = () =>
    made(changeSecured(made(changeNumbers(confirmed(), numbers, 'Erbij.', as('school'))), 2, by()));

  it('are those of the group for everybody, once the other side has said yes', () => {
    const agreed = accept(waits(), {}, as('partner'));

    expect(snapshotOf(waits()).groups).toMatchObject([{ groupId: 'a-group', pupils: 26 }]);
    expect(agreed?.events).toMatchObject([{ match: { groups: [{ groupId: 'a-group', pupils: 30 }] } }]);
  });

  it('are read from the sessions that a group is in; a group that is in none keeps its own', () => {
    const { groups, sessions } = made(accept(waits(), {}, as('partner')));
    const [group, session] = [groups[0] as (typeof groups)[0], sessions[0] as (typeof sessions)[0]];
    const other = { ...group, groupId: 'another-group', pupils: 12 };

    expect(groupsAsAgreed({ groups: [other, group], sessions: [session, session] })).toEqual([
      other,
      { ...group, pupils: 30 },
    ]);
  });
});
