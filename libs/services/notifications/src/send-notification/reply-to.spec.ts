import type { Side } from '#libs/contracts';
import { aMatch, anAppointment, bothSaidYes, partnerSaidYes } from '../../test/builders.js';
import type { MatchView } from '../owners/views.js';
import { replyToOf } from './reply-to.js';

const region = { id: 'region', name: 'IJssel', contactEmail: 'techniek@ijssel.example' };

function replyTo(side: Side, match: Partial<MatchView>) {
  const appointment = anAppointment({ match: aMatch(match), region });
  return replyToOf(appointment, { side, lang: 'nl', today: '2026-11-23' })?.email;
}

describe('who reads an answer to a mail', () => {
  it.each(['confirmed', 'held', 'counted', 'evaluated', 'closed'] as const)(
    'is the other side once both said yes: %s',
    (state) => {
      const match = { state, acceptedBy: bothSaidYes };

      expect(replyTo('school', match)).toBe('jan@fabriek.example');
      expect(replyTo('partner', match)).toBe('ans@school.example');
    },
  );

  it.each([
    ['while it is asked', { state: 'asked', acceptedBy: partnerSaidYes }],
    ['of what one side recorded afterwards', { state: 'held', acceptedBy: partnerSaidYes }],
    ['when somebody did not come', { state: 'no-show', acceptedBy: bothSaidYes }],
  ] as const)('is the region %s', (_, match) => {
    expect(replyTo('school', match)).toBe(region.contactEmail);
    expect(replyTo('partner', match)).toBe(region.contactEmail);
  });
});
