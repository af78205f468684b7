import { ChangeDropped, MatchHeld, RestCancelled } from '#libs/contracts';
import { by } from '../../test/a-match.js';
import { as, elsewhere, made, states } from '../../test/every-state.js';
import { cancel } from './answers.js';
import { changeSecured, move } from './changes.js';
import type { Match } from './match.js';

const base = states['confirmed'] as Match;
const group = base.groups[0] as Match['groups'][number];
const session = (id: string, day: string, groupId: string) => ({
  id,
  slotId: `an-offer.${day}`,
  start: `${day}T09:00:00+01:00`,
  end: `${day}T10:30:00+01:00`,
  groups: [{ groupId, pupils: 26 }],
});
const twoDays: Match = {
  ...base,
  groups: [group, { ...group, groupId: 'b-group', name: '8' }],
  sessions: [session('one', '2027-01-12', 'a-group'), session('two', '2027-01-14', 'b-group')],
};
const price = { costPerGroupCents: 5000, costPerPupilCents: 0, regionSharePercent: 0 };
const between = by({ now: Date.parse('2027-01-13T09:00:00+01:00') });

describe('an appointment of which some has taken place', () => {
  it('is held as far as it went when the rest is called off', () => {
    const { state, events } = cancel(twoDays, { reason: 'Ziek' }, 'partner', between);

    expect(state).toMatchObject({ state: 'held', ended: null, sessions: [{ id: 'one' }] });
    expect(state.groups.map(({ groupId }) => groupId)).toEqual(['a-group']);
    expect(state.needs.map(({ slotId }) => slotId)).toEqual(['an-offer.2027-01-12']);
    expect(state.history.slice(-2)).toMatchObject([
      { what: 'cancelled', side: 'partner', reason: 'Ziek', time: { start: '2027-01-14T09:00:00+01:00' } },
      { what: 'held' },
    ]);
    expect(events.map(({ constructor }) => constructor)).toEqual([RestCancelled, MatchHeld]);
    expect(events[0]).toMatchObject({ by: 'partner', sessions: [{ id: 'two' }], match: { state: 'held' } });
  });

  it('costs what took place, and all of it when the school calls it off late', () => {
    const costs = { totalCents: 10_000, schoolCents: 10_000, regionCents: 0, partnerCents: 0 };
    const paid = { ...twoDays, price, costs };
    const after = (side: 'school' | 'partner' | 'coordinator') =>
      cancel(paid, { reason: 'Ziek' }, side, between).state.costs.schoolCents;

    expect([after('partner'), after('coordinator'), after('school')]).toEqual([5000, 5000, 10_000]);
  });

  it('forgets a change that waited for the rest', () => {
    const waits = made(
      changeSecured(made(move(twoDays, elsewhere(twoDays), 'Beurs.', as('partner'))), 2, by()),
    );

    expect(
      cancel(waits, { reason: 'Ziek' }, 'school', between).events.map(({ constructor }) => constructor),
    ).toEqual([RestCancelled, ChangeDropped, MatchHeld]);
  });

  it('is called off as a whole before any of it is over', () => {
    const first = by({ now: Date.parse('2027-01-12T09:30:00+01:00') });

    expect(cancel(twoDays, { reason: 'Ziek' }, 'partner', first).state.state).toBe('cancelled');
  });
});
