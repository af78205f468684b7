import type { Lang } from '#libs/facts';
import type { Appointment } from '../owners/views.js';
import { sayDespite } from './despite.js';
import type { Fact, Reader } from './letter.js';
import { quoted, sayCosts, sayPerson, sayWhere, wordsIn } from './say.js';
import { sayPupils } from './say-groups.js';
import { sayWhen } from './say-when.js';

/** Date, place, people, costs: what every mail about an appointment says. */
export function appointmentFacts(appointment: Appointment, reader: Reader): Fact[] {
  const { lang, today } = reader;
  const words = wordsIn(lang);
  const { match, school, partner } = appointment;
  return [
    { label: words('Wat', 'What'), text: match.title },
    { label: words('Wanneer', 'When'), text: sayWhen(appointment, lang, today) },
    { label: words('Waar', 'Where'), text: sayWhere(appointment, lang) },
    { label: 'School', text: `${school.name}, ${sayPupils(match, lang)}` },
    { label: 'Partner', text: partner.name },
    { label: words('Kosten', 'Costs'), text: sayCosts(match.costs, lang) },
    ...schoolsNote(appointment, reader),
  ];
}

/** What the school wrote, for the partner alone. */
function schoolsNote({ match }: Appointment, { side, lang }: Reader): Fact[] {
  if (side !== 'partner' || !match.note) return [];
  return [
    { label: wordsIn(lang)('De school schrijft', 'The school writes'), text: quoted(match.note, lang) },
  ];
}

/** Limits passed knowingly, and what is in consultation. */
export function warningsOf(appointment: Appointment, reader: Reader): string[] {
  const warnings = appointment.match.warnings.map(({ sentence }) => sentence[reader.lang]);
  return [...sayDespite(appointment, reader), ...warnings];
}

export function otherName({ school, partner }: Appointment, { side }: Pick<Reader, 'side'>): string {
  return side === 'school' ? partner.name : school.name;
}

/** Whom to turn to when the page does not help. */
export function helpFrom({ coordinator }: Pick<Appointment, 'coordinator'>, lang: Lang): string[] {
  if (!coordinator) return [];
  const who = sayPerson(coordinator);
  return [
    wordsIn(lang)(
      `Liever bellen of mailen? Dat kan met de coördinator: ${who}.`,
      `Rather call or mail? Turn to the coordinator: ${who}.`,
    ),
  ];
}
