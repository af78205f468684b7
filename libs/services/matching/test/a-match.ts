import { make, type By } from '../src/domain/life.js';
import type { Match, Wanted } from '../src/domain/match.js';

/** Monday morning, in a school week. */
export const now = Date.parse('2026-11-23T09:00:00+01:00');

export const by = (changes: Partial<By> = {}): By => ({ actor: 'a-person', now, ...changes });

const slot = { start: '2027-01-12T08:30:00+01:00', end: '2027-01-12T12:00:00+01:00' };
const slotId = 'an-offer.2027-01-12T07:30:00Z';

/** What a coordinator approves: 90 minutes within a morning of three and a half hours. */
export function wanted(changes: Partial<Match> = {}): Wanted {
  return {
    requestId: 'a-request',
    offerId: 'an-offer',
    regionId: 'a-region',
    schoolLocationId: 'a-school',
    organisationId: 'an-organisation',
    origin: 'proposed',
    kind: 'guest-lesson',
    title: 'Een robotarm in de klas',
    themes: ['hi-tech-science/robotics'],
    programme: 'Techkwadraat',
    groups: [{ groupId: 'a-group', sector: 'po', grades: ['7'], levels: [], pupils: 26, name: '7A' }],
    place: 'at-school',
    question: 1,
    sessions: [{ id: 'a-session', slotId, ...slot, groups: [{ groupId: 'a-group', pupils: 26 }] }],
    exact: false,
    costs: { totalCents: 5000, schoolCents: 5000, regionCents: 0, partnerCents: 0 },
    schoolSaidYes: false,
    partnerSaidYes: false,
    calendarSequence: 0,
    askers: ['a-teacher'],
    needs: [{ slotId, offerId: 'an-offer', groups: 1 }],
    allowed: [{ slotId, ...slot }],
    minutes: 90,
    lessonMinutes: 90,
    promise: 'by-appointment',
    questionWorkingDays: 7,
    optionWorkingDays: null,
    standing: [],
    terms: { freeCancelDays: 7, changeNumbersUntilDays: 3, pupilsPerGroup: 32, maxPupils: 32 },
    acceptedBy: {},
    decidedOn: { score: 0.8, explanation: {}, warnings: [], despite: [] },
    obstacle: null,
    ended: null,
    note: '',
    ...changes,
  };
}

/** A match just made. */
export const aMatch = (changes: Partial<Match> = {}): Match => ({
  ...make(wanted(changes), by({ actor: 'coen' })).state,
  ...changes,
});
