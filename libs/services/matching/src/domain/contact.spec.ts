import { ContactChanged } from '#libs/contracts';
import { as, made, states } from '../../test/every-state.js';
import { changeContact } from './contact.js';
import type { Match } from './match.js';

const confirmed = states['confirmed'] as Match;

describe('another contact', () => {
  it.each([
    ['asked', 'school'],
    ['asked', 'partner'],
    ['confirmed', 'school'],
    ['confirmed', 'partner'],
  ] as const)('of a match that is %s is told, with the side and an id: %s', (state, side) => {
    const changed = changeContact(states[state] as Match, 'piet', as(side));

    expect(changed?.events).toEqual([expect.any(ContactChanged)]);
    expect(changed?.events[0]).toMatchObject({ side, contactId: 'piet', match: { state } });
  });

  it('is told once: who is the contact already becomes it no second time', () => {
    const changed = made(changeContact(confirmed, 'piet', as('partner')));

    expect(changeContact(changed, 'piet', as('partner'))).toBeNull();
    expect(made(changeContact(changed, 'ans', as('partner'))).partnerContactId).toBe('ans');
  });

  it('is news for calendars once it is agreed: one entry goes, another comes', () => {
    const asked = states['asked'] as Match;

    expect(made(changeContact(confirmed, 'piet', as('partner'))).calendarSequence).toBe(2);
    expect(made(changeContact(asked, 'piet', as('partner'))).calendarSequence).toBe(0);
  });

  it('is not taken by a match that has ended', () => {
    const over = states['cancelled'] as Match;

    expect(() => changeContact(over, 'piet', as('partner'))).toThrow(
      expect.objectContaining({ code: 'matches.ended' }) as Error,
    );
  });
});
