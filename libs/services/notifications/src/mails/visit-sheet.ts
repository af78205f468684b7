import { distanceKm } from '#libs/facts';
import type { Appointment, PersonView, ShoreView, Words } from '../owners/views.js';
import type { Fact, Reader } from './letter.js';
import {
  groupsOf,
  inBoth,
  placeOf,
  sayAddress,
  sayCosts,
  sayPerson,
  sayWhen,
  sayWhere,
  wordsIn,
} from './say.js';

const both = (nl: string, en: string): Words => ({ nl, en });

/** What everyone needs on the day, with the contacts that the appointment brings. */
export function visitSheet(appointment: Appointment) {
  const { match, offer, school, partner, contacts } = appointment;
  const session = match.sessions[0];
  const groups = groupsOf(appointment);
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
    title: offer.title,
    state: match.state,
    when: {
      start: session?.start ?? null,
      end: session?.end ?? null,
      said: inBoth((lang) => sayWhen(appointment, lang)),
    },
    exact: match.exact,
    place: {
      kind: offer.place,
      name: offer.place === 'online' ? null : at.name,
      address: offer.place === 'online' ? null : sayAddress(at),
      said: inBoth((lang) => sayWhere(appointment, lang)),
      ...(at.location && offer.place !== 'online' ? { lat: at.location.lat, lon: at.location.lon } : {}),
      ...(km === undefined ? {} : { travel: { km, said: both(`${km} km`, `${km} km`) } }),
    },
    school: shore(school, contacts.school),
    partner: shore(partner, contacts.partner),
    groups: groups.map(({ name, grades, pupils }) => ({ name, grades, pupils })),
    pupils: groups.reduce((sum, { pupils }) => sum + pupils, 0),
    adultsNeeded: adultsNeeded(appointment),
    costs: { ...match.costs, pupilsCents: 0, said: inBoth((lang) => sayCosts(appointment, lang)) },
    arrival: offer.visit.arrival ?? null,
    parking: offer.visit.parking ?? null,
    host: offer.visit.host ?? null,
    safety: offer.visit.safety ?? null,
    expectations: expectations(appointment),
    warnings: match.warnings.map(({ sentence }) => sentence),
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
    said(words('Aankomst', 'Arrival'), offer.visit.arrival),
    said(words('Parkeren', 'Parking'), offer.visit.parking),
    said(words('Ontvangst', 'Host'), offer.visit.host),
    said(words('Veiligheid', 'Safety'), offer.visit.safety),
  ];
  return {
    title: words('Draaiboek', 'Visit sheet'),
    facts: facts.filter((fact) => fact !== undefined),
    lines: expectations(appointment).map((sentence) => sentence[lang]),
  };
}

/** Who does what: said to both, so that nobody is left alone or waiting at a door. */
function expectations({ offer }: Appointment): Words[] {
  const { freeCancelDays, changeNumbersUntilDays: days } = offer;
  return [
    both(
      'De leerkracht blijft bij de klas: de gast staat er nooit alleen voor.',
      'The teacher stays with the class: the guest is never alone with it.',
    ),
    bringing[offer.place],
    both(
      `Verandert het aantal leerlingen? Laat het uiterlijk ${daysBefore(days).nl} weten.`,
      `Does the number of pupils change? Say so at least ${daysBefore(days).en}.`,
    ),
    ...(freeCancelDays === undefined
      ? []
      : [
          both(
            `Afzeggen kan zonder kosten tot ${daysBefore(freeCancelDays).nl}.`,
            `Cancelling is free until ${daysBefore(freeCancelDays).en}.`,
          ),
        ]),
  ];
}

const bringing: Record<Appointment['offer']['place'], Words> = {
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

function daysBefore(days: number): Words {
  return both(
    `${days} ${days === 1 ? 'dag' : 'dagen'} van tevoren`,
    `${days} ${days === 1 ? 'day' : 'days'} before`,
  );
}

function said(label: string, text: string | undefined): Fact | undefined {
  return text ? { label, text } : undefined;
}

/** What the approval counted; 0 where the offer asks for none. */
function adultsNeeded({ match }: Appointment): number {
  const adults = match.warnings.find(({ code }) => code === 'bring-adults')?.facts['adults'];
  return typeof adults === 'number' ? adults : 0;
}

function travelKm({ offer, school }: Appointment): number | undefined {
  if (offer.place === 'online' || !school.location || !offer.location) return undefined;
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
