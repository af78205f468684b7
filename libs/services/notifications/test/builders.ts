import type { MatchSnapshot } from '#libs/contracts';
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
    title: 'Een robotarm in de klas',
    state: 'asked',
    question: 1,
    answerBy: '2026-12-02T17:00:00+01:00',
    sessions: [{ id: 'match-1-1', slotId: 'slot-1', ...tuesday, groups: [{ groupId: 'g1', pupils: 26 }] }],
    exact: true,
    costs: { totalCents: 12_050, schoolCents: 6_025, regionCents: 6_025, partnerCents: 0 },
    warnings: [],
    acceptedBy: {},
    ended: null,
    calendarSequence: 0,
    ...over,
  };
}

/** What the event says of the same match. */
export function snapshotOf(match: MatchView): MatchSnapshot {
  return {
    requestId: match.requestId,
    offerId: match.offerId,
    regionId: match.regionId,
    schoolLocationId: match.schoolLocationId,
    organisationId: match.organisationId,
    origin: 'proposed',
    state: match.state,
    question: match.question,
    ...(match.answerBy ? { answerBy: match.answerBy } : {}),
    sessions: [...match.sessions],
    exact: match.exact,
    costs: match.costs,
    schoolSaidYes: match.acceptedBy.school !== undefined,
    partnerSaidYes: match.acceptedBy.partner !== undefined,
    calendarSequence: match.calendarSequence,
  };
}

export function aRequest(over: Partial<RequestView> = {}): RequestView {
  return {
    id: 'request-1',
    regionId: 'region',
    schoolLocationId: 'school-1',
    title: 'Robots in de zorg',
    state: 'open',
    groups: [{ groupId: 'g1', sector: 'po', grades: ['7', '8'], levels: [], pupils: 26, name: '7/8A' }],
    windows: [{ from: '2027-01-11', to: '2027-02-12', weekdays: ['thu', 'tue'], parts: ['morning'] }],
    answerBy: '2026-12-07T17:00:00+01:00',
    contactId: 'ans',
    madeBy: 'tess',
    ...over,
  };
}

export function anOffer(over: Partial<OfferView> = {}): OfferView {
  return {
    id: 'offer-1',
    title: 'Een robotarm in de klas',
    place: 'at-school',
    promise: 'by-appointment',
    location: { place: 'Zwolle', postcode: '8011PK', lat: 52.5126, lon: 6.0936 },
    durationMinutes: 90,
    lessonsPerVisit: 1,
    changeNumbersUntilDays: 3,
    freeCancelDays: 7,
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
    ...over,
  };
}

export const jan = aPerson({
  id: 'jan',
  name: 'Jan Hoekstra',
  email: 'jan@fabriek.example',
  phone: '0687654321',
});
const tess = aPerson({ id: 'tess', name: 'Tess de Vries', email: 'tess@school.example' });

const school: ShoreView = {
  id: 'school-1',
  name: 'De Springplank',
  street: 'Dorpsstraat 1',
  location: { place: 'Kampen', postcode: '8261AA', lat: 52.5553, lon: 5.9111 },
};
const partner: ShoreView = { id: 'factory', name: 'Machinefabriek Hoekstra' };

export function anAppointment(over: Partial<Appointment> = {}): Appointment {
  return {
    match: aMatch(),
    request: aRequest(),
    offer: anOffer(),
    school,
    partner,
    contacts: { school: aPerson(), partner: jan },
    ...over,
  };
}

/** Puts an appointment where its owners answer it. */
export function known(owners: Map<string, unknown>, appointment: Appointment): void {
  const { match, request, offer, coordinator, contacts } = appointment;
  owners.set(`matching/api/matches/${match.id}`, match);
  owners.set(`requests/api/requests/${request.id}`, request);
  owners.set(`offers/api/offers/${offer.id}`, offer);
  owners.set(`directory/api/school-locations/${match.schoolLocationId}`, appointment.school);
  owners.set(`directory/api/organisations/${match.organisationId}`, appointment.partner);
  owners.set('directory/internal/people?region=region&role=coordinator', {
    items: coordinator ? [coordinator] : [],
  });
  for (const person of [contacts.school, contacts.partner, tess])
    if (person) owners.set(`directory/internal/people/${person.id}`, person);
}
