import type { HeldSlot, MatchSession, MatchSnapshot } from '#libs/contracts';

/** Monday morning, in a school week. */
export const now = Date.parse('2026-11-23T09:00:00+01:00');

export const slotId = (offer: string, date = '2027-01-12') => `${offer}.${date}T07:30:00Z`;

export const aNeed = (offer: string, changes: Partial<HeldSlot> & { date?: string } = {}): HeldSlot => {
  const { date, ...rest } = changes;
  return { slotId: slotId(offer, date), offerId: offer, groups: 1, ...rest };
};

/** The whole morning, for one group, until an exact time is agreed. */
export function aSession(changes: Partial<MatchSession> & { date?: string } = {}): MatchSession {
  const { date = '2027-01-12', ...rest } = changes;
  return {
    id: 'a-session',
    slotId: slotId('an-offer', date),
    start: `${date}T08:30:00+01:00`,
    end: `${date}T12:00:00+01:00`,
    groups: [{ groupId: 'group-7', pupils: 26 }],
    ...rest,
  };
}

export function aSnapshot(changes: Partial<MatchSnapshot> = {}): MatchSnapshot {
  return {
    requestId: 'a-request',
    offerId: 'an-offer',
    regionId: 'ijssel',
    schoolLocationId: 'a-school',
    organisationId: 'factory',
    origin: 'proposed',
    state: 'holding',
    kind: 'guest-lesson',
    title: 'Een robotarm in de klas',
    themes: ['hi-tech-science/robotics'],
    programme: 'Techkwadraat',
    groups: [{ groupId: 'group-7', sector: 'po', grades: ['7'], levels: [], pupils: 26, name: '7' }],
    place: 'at-school',
    question: 1,
    sessions: [aSession()],
    exact: false,
    costs: { totalCents: 0, schoolCents: 0, regionCents: 0, partnerCents: 0 },
    schoolSaidYes: false,
    partnerSaidYes: false,
    calendarSequence: 0,
    ...changes,
  };
}
