import type { MatchSnapshot, RequestedGroup } from '#libs/contracts';
import type {
  Appointment,
  MatchView,
  OfferView,
  PersonView,
  RequestView,
  ShoreView,
} from '../src/owners/views.js';

/** Tuesday morning, two months ahead of the tests' clock. */
const tuesday = { start: '2027-01-12T09:00:00+01:00', end: '2027-01-12T10:30:00+01:00' };

export function aMatch(over: Partial<MatchView> = {}): MatchView {
  return {
    id: 'match-1',
    requestId: 'request-1',
    offerId: 'offer-1',
    regionId: 'region',
    schoolLocationId: 'school-1',
    organisationId: 'factory',
    origin: 'proposed',
    kind: 'guest-lesson',
    title: 'Een robotarm in de klas',
    groups: [aGroup()],
    place: 'at-school',
    state: 'asked',
    question: 1,
    answerBy: '2026-12-02T23:59:00+01:00',
    sessions: [{ id: 'match-1-1', slotId: 'slot-1', ...tuesday, groups: [{ groupId: 'g1', pupils: 26 }] }],
    exact: true,
    ...{ minutes: 90, lessonMinutes: 90, promise: 'by-appointment' },
    costs: { totalCents: 12_050, schoolCents: 6_025, regionCents: 6_025, partnerCents: 0 },
    calendarSequence: 0,
    warnings: [],
    despite: [],
    terms: {
      freeCancelUntil: '2027-01-05T23:59:59+01:00',
      changeNumbersUntil: '2027-01-09T23:59:59+01:00',
    },
    contacts: { school: ['tess', 'ans'] },
    note: '',
    acceptedBy: {},
    ended: null,
    change: null,
    count: null,
    hours: null,
    evaluation: null,
    tally: null,
    prefilled: {
      count: { pupils: 26, adults: 3, groups: 1 },
      hours: { people: 1, preparation: 1, delivery: 1.5, travel: 1 },
    },
    ...over,
  };
}

export const partnerSaidYes: MatchView['acceptedBy'] = { partner: { at: '2026-11-23T09:00:00+01:00' } };
export const bothSaidYes: MatchView['acceptedBy'] = {
  ...partnerSaidYes,
  school: { at: '2026-11-23T09:00:00+01:00' },
};

export function aGroup(over: Partial<RequestedGroup> = {}): RequestedGroup {
  return { groupId: 'g1', sector: 'po', grades: ['7', '8'], levels: [], pupils: 26, name: '7/8A', ...over };
}

/** Two lessons of one morning, each to a class of its own. */
export const twoLessons: Pick<MatchView, 'groups' | 'sessions'> = {
  groups: [aGroup(), aGroup({ groupId: 'g2', grades: ['6'], pupils: 24, name: '6B' })],
  sessions: [
    {
      id: 'match-1-1',
      slotId: 'slot-1',
      start: '2027-01-12T09:00:00+01:00',
      end: '2027-01-12T10:00:00+01:00',
      groups: [{ groupId: 'g1', pupils: 26 }],
    },
    {
      id: 'match-1-2',
      slotId: 'slot-1',
      start: '2027-01-12T10:00:00+01:00',
      end: '2027-01-12T11:00:00+01:00',
      groups: [{ groupId: 'g2', pupils: 24 }],
    },
  ],
};

/** The partner would rather come a week later. */
export const aWeekLater: NonNullable<MatchView['change']> = {
  what: 'time',
  by: 'partner',
  question: 2,
  phase: 'asked',
  sessions: [
    {
      id: 'match-1-1',
      start: '2027-01-19T09:00:00+01:00',
      end: '2027-01-19T10:30:00+01:00',
      groups: [{ groupId: 'g1', pupils: 26 }],
    },
  ],
  answerBy: '2026-12-04T23:59:00+01:00',
  reason: 'De monteur is op beurs.',
};

/** What the event says of the same match. */
export function snapshotOf(match: MatchView): MatchSnapshot {
  return {
    ...(match.requestId ? { requestId: match.requestId } : {}),
    ...(match.offerId ? { offerId: match.offerId } : {}),
    regionId: match.regionId,
    schoolLocationId: match.schoolLocationId,
    organisationId: match.organisationId,
    origin: match.origin,
    state: match.state,
    kind: match.kind,
    title: match.title,
    themes: ['hi-tech-science/robotics'],
    programme: 'Techkwadraat',
    groups: [...match.groups],
    place: match.place,
    question: match.question,
    ...(match.answerBy ? { answerBy: match.answerBy } : {}),
    sessions: [...match.sessions],
    exact: match.exact,
    costs: match.costs,
    schoolSaidYes: match.acceptedBy.school !== undefined,
    partnerSaidYes: match.acceptedBy.partner !== undefined,
    calendarSequence: match.calendarSequence,
    ...(match.change ? { change: changeIn(match.change) } : {}),
  };
}

function changeIn({ what, by, question, phase, sessions }: NonNullable<MatchView['change']>) {
  return { what, by, question, phase, sessions: [...sessions] };
}

export function aRequest(over: Partial<RequestView> = {}): RequestView {
  return {
    id: 'request-1',
    regionId: 'region',
    schoolLocationId: 'school-1',
    kind: 'guest-lesson',
    title: 'Robots in de zorg',
    state: 'open',
    groups: [aGroup()],
    windows: [{ from: '2027-01-11', to: '2027-02-12', weekdays: ['thu', 'tue'], parts: ['morning'] }],
    answerBy: '2026-12-07T17:00:00+01:00',
    matchIds: [],
    question: null,
    ...over,
  };
}

export function anOffer(over: Partial<OfferView> = {}): OfferView {
  return {
    id: 'offer-1',
    location: { place: 'Zwolle', postcode: '8011PK', lat: 52.5126, lon: 6.0936 },
    givenBy: [],
    leadTimeDays: 14,
    pupils: { min: 5, max: 32 },
    contactId: 'jan',
    visit: { arrival: 'Bus 7 stopt voor de deur.', host: 'Meld je bij de balie.' },
    ...over,
  };
}

export function aPerson(over: Partial<PersonView> = {}): PersonView {
  return {
    id: 'ans',
    name: 'Ans Bakker',
    email: 'ans@school.example',
    phone: '0612345678',
    language: 'nl',
    roles: [{ role: 'teacher', schoolLocationId: 'school-1' }],
    ...over,
  };
}

export const atFactory = [{ role: 'partner', organisationId: 'factory' }];
export const jan = aPerson({
  id: 'jan',
  name: 'Jan Hoekstra',
  email: 'jan@fabriek.example',
  phone: '0687654321',
  roles: atFactory,
});
const tess = aPerson({ id: 'tess', name: 'Tess de Vries', email: 'tess@school.example' });

const school: ShoreView = {
  id: 'school-1',
  name: 'De Springplank',
  street: 'Dorpsstraat 1',
  location: { place: 'Kampen', postcode: '8261AA', lat: 52.5553, lon: 5.9111 },
  municipality: { name: 'Kampen' },
};
const partner: ShoreView = { id: 'factory', name: 'Machinefabriek Hoekstra' };

export function anAppointment(over: Partial<Appointment> = {}): Appointment {
  return {
    match: aMatch(),
    offer: anOffer(),
    school,
    partner,
    contacts: { school: aPerson(), partner: jan },
    history: [],
    ...over,
  };
}

/** An appointment of two sides that is no offer of anybody's. */
export function withoutOffer(over: Partial<MatchView> = {}): Appointment {
  const { offer: _, ...appointment } = anAppointment();
  const match = aMatch({ origin: 'arranged', requestId: null, offerId: null, ...over });
  return { ...appointment, match };
}

/** Puts an appointment, and the request behind it, where their owners answer them. */
export function known(owners: Map<string, unknown>, appointment: Appointment, request = aRequest()): void {
  const { match, offer, coordinator, contacts, history } = appointment;
  owners.set(`matching/api/matches/${match.id}`, match);
  owners.set(`matching/api/matches/${match.id}/history`, { items: history });
  owners.set(`requests/api/requests/${request.id}`, request);
  if (offer) owners.set(`offers/api/offers/${offer.id}`, offer);
  owners.set(`directory/api/school-locations/${match.schoolLocationId}`, appointment.school);
  owners.set(`directory/api/organisations/${match.organisationId}`, appointment.partner);
  owners.set('directory/internal/people?region=region&role=coordinator', {
    items: coordinator ? [coordinator] : [],
  });
  for (const person of [contacts.school, contacts.partner, tess])
    if (person) owners.set(`directory/internal/people/${person.id}`, person);
}
