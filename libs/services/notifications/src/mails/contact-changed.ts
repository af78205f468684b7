import type { Side } from '#libs/contracts';
import type { Appointment, PersonView } from '../owners/views.js';
import { helpFrom, otherName } from './facts.js';
import type { Letter, Reader } from './letter.js';
import { isLoan, sayPerson, wordsIn } from './say.js';
import { sayPupils } from './say-groups.js';
import { sayTime } from './say-when.js';

/** Who is there on the day for the other side. */
export const contactFor = (side: Side, { contacts }: Appointment): PersonView | undefined =>
  contacts[side === 'school' ? 'partner' : 'school'];

/** "Somebody else comes": to the other side, with how to reach them. The attachment brings the names in the calendar. */
export function contactChangedLetter(appointment: Appointment, reader: Reader, url: string): Letter {
  const { match } = appointment;
  const { side, lang, today } = reader;
  const words = wordsIn(lang);
  const when = sayTime(match.sessions, lang, today);
  const contact = contactFor(side, appointment);
  return {
    lang,
    tone: 'tells',
    subject: words(
      `Andere contactpersoon: ${match.title}, ${when}`,
      `Another contact: ${match.title}, ${when}`,
    ),
    ask: `${whatTheyDo(appointment, reader, contact?.name ?? '')} ${words(
      'Je hoeft niets te doen; de bijlage werkt je agenda bij.',
      'There is nothing to do; the attachment updates your calendar.',
    )}`,
    facts: [
      { label: words('Wat', 'What'), text: match.title },
      { label: words('Wanneer', 'When'), text: when },
      ...(contact ? [{ label: words('Bereikbaar', 'To reach'), text: sayPerson(contact) }] : []),
    ],
    notes: [],
    button: { label: words('Bekijk het draaiboek', 'See the visit sheet'), url },
    otherwise: helpFrom(appointment, lang),
  };
}

/** "Somebody else does it": to who handed over, whose calendar it leaves. */
export function handedOverLetter(appointment: Appointment, reader: Reader, url: string): Letter {
  const { match, contacts, school } = appointment;
  const { side, lang, today } = reader;
  const words = wordsIn(lang);
  const when = sayTime(match.sessions, lang, today);
  const name = contacts[side]?.name ?? words('Een collega', 'A colleague');
  return {
    lang,
    tone: 'tells',
    subject: words(`Overgenomen: ${match.title}, ${when}`, `Taken over: ${match.title}, ${when}`),
    ask: words(
      `${name} neemt deze afspraak van je over. Je hoeft niets te doen: met de bijlage verdwijnt de afspraak uit je agenda.`,
      `${name} takes this appointment over from you. There is nothing to do: the attachment takes it out of your calendar.`,
    ),
    facts: [
      { label: words('Wat', 'What'), text: match.title },
      { label: words('Wanneer', 'When'), text: when },
      { label: 'School', text: `${school.name}, ${sayPupils(match, lang)}` },
    ],
    notes: [],
    button: { label: words('Bekijk de afspraak', 'See the appointment'), url },
    otherwise: helpFrom(appointment, lang),
  };
}

/** Whoever is at home receives; online there is nobody to receive. */
function whatTheyDo(appointment: Appointment, reader: Reader, name: string): string {
  const words = wordsIn(reader.lang);
  const { place } = appointment.match;
  const whose = otherName(appointment, reader);
  if (isLoan(appointment))
    return words(
      `${name} is nu de contactpersoon voor het lenen, namens ${whose}.`,
      `${name} is the contact for the loan now, for ${whose}.`,
    );
  if (place === 'online')
    return words(`${name} doet nu mee, namens ${whose}.`, `${name} takes part now, for ${whose}.`);
  const comes = (place === 'at-school') === (reader.side === 'school');
  return comes
    ? words(`${name} komt nu, namens ${whose}.`, `${name} comes now, for ${whose}.`)
    : words(`${name} ontvangt je nu, namens ${whose}.`, `${name} receives you now, for ${whose}.`);
}
