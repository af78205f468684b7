import type { Side } from '#libs/contracts';
import type { Appointment, PersonView } from '../owners/views.js';
import { helpFrom, otherName } from './facts.js';
import type { Letter, Reader } from './letter.js';
import { sayPerson, wordsIn } from './say.js';
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

/** Whoever is at home receives; online there is nobody to receive. */
function whatTheyDo(appointment: Appointment, reader: Reader, name: string): string {
  const words = wordsIn(reader.lang);
  const { place } = appointment.match;
  const whose = otherName(appointment, reader);
  if (place === 'online')
    return words(`${name} doet nu mee, namens ${whose}.`, `${name} takes part now, for ${whose}.`);
  const comes = (place === 'at-school') === (reader.side === 'school');
  return comes
    ? words(`${name} komt nu, namens ${whose}.`, `${name} comes now, for ${whose}.`)
    : words(`${name} ontvangt je nu, namens ${whose}.`, `${name} receives you now, for ${whose}.`);
}
