import { distanceKm, type Lang } from '#libs/facts';
import type { Appointment, PersonView, ShoreView, Words } from '../owners/views.js';
import type { Fact, Reader } from './letter.js';
import { both, inBoth, isLoan, placeOf, sayAddress, sayCosts, sayPerson, sayWhere, wordsIn } from './say.js';
import { groupsIn, type Planned } from './say-groups.js';
import { momentsOf, sayTime, sayWhen } from './say-when.js';
import { sayTerms } from './terms.js';

/** What everyone needs on the day, with the contacts that the appointment brings. */
export function visitSheet(appointment: Appointment) {
  const { match, offer, school, partner, contacts } = appointment;
  const groups = shownGroups(match);
  const moments = momentsOf(match.sessions);
  const km = travelKm(appointment);
  const at = placeOf(appointment);
  const shore = (of: ShoreView, contact: PersonView | undefined) => ({
    id: of.id,
    name: of.name,
    ...(of.location?.place ? { place: of.location.place } : {}),
    ...(contact ? { contact: contactOf(contact) } : {}),
  });
  return {
    matchId: match.id,
    title: match.title,
    state: match.state,
    when: {
      start: moments[0]?.sessions[0]?.start ?? null,
      end: [...moments].sort((a, b) => a.end - b.end).at(-1)?.sessions[0]?.end ?? null,
      said: inBoth((lang) => sayWhen(appointment, lang)),
    },
    sessions: moments.map(({ sessions }) => sessionView({ sessions, groups: match.groups })),
    exact: match.exact,
    place: {
      kind: match.place,
      name: match.place === 'online' ? null : at.name,
      address: match.place === 'online' ? null : sayAddress(at),
      said: inBoth((lang) => sayWhere(appointment, lang)),
      ...(at.location && match.place !== 'online' ? { lat: at.location.lat, lon: at.location.lon } : {}),
      ...(km === undefined ? {} : { travel: { km, said: both(`${km} km`, `${km} km`) } }),
    },
    school: shore(school, contacts.school),
    partner: shore(partner, contacts.partner),
    groups,
    pupils: groups.reduce((sum, { pupils }) => sum + pupils, 0),
    adultsNeeded: adultsNeeded(appointment),
    costs: { ...match.costs, pupilsCents: 0, said: inBoth((lang) => sayCosts(match.costs, lang)) },
    arrival: offer?.visit.arrival ?? null,
    parking: offer?.visit.parking ?? null,
    host: offer?.visit.host ?? null,
    safety: offer?.visit.safety ?? null,
    expectations: expectations(appointment),
    warnings: match.warnings.map(({ sentence }) => sentence),
  };
}

function shownGroups(planned: Planned) {
  return groupsIn(planned).map(({ name, grades, pupils }) => ({ name, grades, pupils }));
}

/** Sessions of one time, with the groups that come then. */
function sessionView(planned: Planned) {
  const [{ start, end }] = planned.sessions as [Planned['sessions'][number]];
  return {
    start,
    end,
    said: inBoth((lang) => sayTime(planned.sessions, lang)),
    groups: shownGroups(planned),
  };
}

/** The visit sheet as it stands in the confirmation; both contacts are named. */
export function sheetFor(appointment: Appointment, { lang }: Reader) {
  const { offer, contacts } = appointment;
  const words = wordsIn(lang);
  const facts: readonly (Fact | undefined)[] = [
    contacts.school && {
      label: words('Contact van de school', 'Contact of the school'),
      text: sayPerson(contacts.school),
    },
    contacts.partner && {
      label: words('Contact van de partner', 'Contact of the partner'),
      text: sayPerson(contacts.partner),
    },
    said(words('Aankomst', 'Arrival'), offer?.visit.arrival),
    said(words('Parkeren', 'Parking'), offer?.visit.parking),
    said(words('Ontvangst', 'Host'), offer?.visit.host),
    said(words('Veiligheid', 'Safety'), offer?.visit.safety),
  ];
  return {
    title: words('Draaiboek', 'Visit sheet'),
    facts: facts.filter((fact) => fact !== undefined),
    lines: expectations(appointment).map((sentence) => sentence[lang]),
  };
}

/** Who does what: said to both, so that nobody is left alone or waiting at a door. What nobody knows is left out. */
function expectations(appointment: Appointment): Words[] {
  const { match, offer } = appointment;
  const terms = inLines((lang) => sayTerms(match, lang));
  if (isLoan(appointment)) return [...lending[match.place], ...terms];
  return [
    both(
      'De leerkracht blijft bij de klas: de gast staat er nooit alleen voor.',
      'The teacher stays with the class: the guest is never alone with it.',
    ),
    ...(offer ? [bringing[match.place]] : []),
    ...terms,
  ];
}

function inLines(say: (lang: Lang) => readonly string[]): Words[] {
  const english = say('en');
  return say('nl').map((nl, i) => both(nl, english[i] ?? ''));
}

const bringing: Record<Appointment['match']['place'], Words> = {
  'at-school': both(
    'De school ontvangt de gast en zorgt voor een lokaal; de gast neemt het eigen materiaal mee.',
    'The school receives the guest and has a classroom ready; the guest brings the materials.',
  ),
  'at-partner': both(
    'De school zorgt voor vervoer en begeleiders; de partner zorgt voor ontvangst, ruimte en materiaal.',
    'The school takes care of transport and adults; the partner of the welcome, the room and the materials.',
  ),
  online: both(
    'De school zorgt voor scherm, geluid en internet; de partner stuurt vooraf de link.',
    'The school takes care of screen, sound and internet; the partner sends the link beforehand.',
  ),
};

/** What is lent is there from the start until the end; who carries it is for both to settle. */
const lending: Record<Appointment['match']['place'], readonly Words[]> = {
  'at-school': [
    both(
      'De leskist is op school vanaf het begin van deze tijd, en gaat aan het eind terug. Spreek samen af wie brengt en haalt.',
      'The materials are at the school from the start of this time, and go back at the end. Settle together who brings and fetches them.',
    ),
  ],
  'at-partner': [
    both(
      'De school haalt de leskist aan het begin van deze tijd op bij de partner, en brengt hem aan het eind terug.',
      'The school fetches the materials from the partner at the start of this time, and brings them back at the end.',
    ),
  ],
  online: [],
};

function said(label: string, text: string | undefined): Fact | undefined {
  return text ? { label, text } : undefined;
}

/** On the day that needs the most; 0 where the offer asks for none. */
function adultsNeeded({ match }: Appointment): number {
  const counted = match.warnings.filter(({ code }) => code === 'bring-adults');
  return Math.max(0, ...counted.map(({ facts }) => Number(facts['adults'])));
}

function travelKm({ match, offer, school }: Appointment): number | undefined {
  if (match.place === 'online' || !school.location || !offer?.location) return undefined;
  return Math.round(distanceKm(school.location, offer.location));
}

function contactOf({ name, email, phone }: PersonView) {
  return { name, email, ...(phone ? { phone } : {}) };
}

/** For a calendar: the sheet in plain lines. */
export function sheetText(appointment: Appointment, reader: Reader): string {
  const { facts, lines } = sheetFor(appointment, reader);
  return [...facts.map(({ label, text }) => `${label}: ${text}`), ...lines].join('\n');
}
