import { by } from '../../test/a-match.js';
import { as, elsewhere, made, states } from '../../test/every-state.js';
import { accept } from './answers.js';
import { changeNumbers, changeSecured, counterElsewhere } from './changes.js';
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

describe('a counter', () => {
  const asked = states['asked'] as Match;
  const other = (pupils: number) => (session: Match['sessions'][number]) => ({
    ...session,
    groups: [{ groupId: 'a-group', pupils }],
  });
  const atNine = (session: Match['sessions'][number]) => ({
    ...session,
    start: '2027-01-12T09:00:00+01:00',
    end: '2027-01-12T10:30:00+01:00',
  });
  const here = (match: Match) => ({ sessions: match.sessions, needs: match.needs, allowed: match.allowed });

  it.each([
    ['another place', asked, elsewhere(asked).sessions, 'time'],
    ['other numbers at the time that was asked', asked, asked.sessions.map(other(30)), 'pupils'],
    ['other numbers and a time within the slot', asked, asked.sessions.map(other(30)).map(atNine), 'both'],
    ['other numbers at another place', asked, elsewhere(asked).sessions.map(other(30)), 'both'],
  ] as const)('with %s says in the trail what it makes different', (_, match, sessions, changed) => {
    const wants = made(counterElsewhere(match, { ...here(match), sessions }, 'Zo graag.', as('school')));

    expect(made(changeSecured(wants, 2, by())).history.at(-1)).toMatchObject({ what: 'countered', changed });
  });
});
