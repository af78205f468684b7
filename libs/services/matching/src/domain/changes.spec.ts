import { ContactChanged } from '#libs/contracts';
import { aMatch, by } from '../../test/a-match.js';
import { as, at, made } from '../../test/every-state.js';
import { accept, cancel } from './answers.js';
import { changeContact } from './changes.js';
import { secured } from './life.js';

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
