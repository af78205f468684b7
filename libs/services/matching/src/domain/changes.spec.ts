import { by } from '../../test/a-match.js';
import { as, made, states } from '../../test/every-state.js';
import { accept } from './answers.js';
import { changeNumbers, changeSecured } from './changes.js';
import { groupsAsAgreed, snapshotOf, type Match } from './match.js';

const confirmed = states['confirmed'] as Match;

describe('other numbers', () => {
  const numbers = [{ groupId: 'a-group', pupils: 30 }];
  const waits = () =>
    made(changeSecured(made(changeNumbers(confirmed, numbers, 'Erbij.', as('school'))), 2, by()));

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
