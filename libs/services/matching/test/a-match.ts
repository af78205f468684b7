import { approve, type By } from '../src/domain/life.js';
import type { Match } from '../src/domain/match.js';

/** Monday morning, in a school week. */
export const now = Date.parse('2026-11-23T09:00:00+01:00');

export const by = (changes: Partial<By> = {}): By => ({ actor: 'a-person', now, ...changes });

const slot = { start: '2027-01-12T08:30:00+01:00', end: '2027-01-12T12:00:00+01:00' };

/** What a coordinator approves: 90 minutes within a morning of three and a half hours. */
export function wanted(changes: Partial<Match> = {}): Omit<Match, 'state' | 'history' | 'nextAt'> {
  return {
    requestId: 'a-request',
    offerId: 'an-offer',
    regionId: 'a-region',
    schoolLocationId: 'a-school',
    organisationId: 'an-organisation',
    origin: 'proposed',
    question: 1,
    sessions: [
      {
        id: 'a-session',
        slotId: 'an-offer.2027-01-12T07:30:00Z',
        ...slot,
        groups: [{ groupId: 'a-group', pupils: 26 }],
      },
    ],
    exact: false,
    costs: { totalCents: 0, schoolCents: 0, regionCents: 0, partnerCents: 0 },
    schoolSaidYes: false,
    partnerSaidYes: false,
    calendarSequence: 0,
    title: 'Een robotarm in de klas',
    askers: ['a-teacher'],
    needs: [{ slotId: 'an-offer.2027-01-12T07:30:00Z', offerId: 'an-offer', groups: 1 }],
    allowed: [slot],
    minutes: 90,
    promise: 'by-appointment',
    questionWorkingDays: 7,
    acceptedBy: {},
    decidedOn: { score: 0.8, explanation: {}, warnings: [], despite: [], regionPaysCents: null },
    obstacle: null,
    ended: null,
    attention: null,
    ...changes,
  };
}

/** A match just approved. */
export const aMatch = (changes: Partial<Match> = {}): Match => ({
  ...approve(wanted(), by({ actor: 'coen' })).state,
  ...changes,
});
