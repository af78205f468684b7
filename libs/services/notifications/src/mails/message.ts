import type { Appointment } from '../owners/views.js';
import { helpFrom, otherName } from './facts.js';
import type { Letter, Reader } from './letter.js';
import { wordsIn } from './say.js';
import { sayTime } from './say-when.js';

/** "There is a message": what it says is read in Leerbrug, by those it is for. */
export function messageLetter(appointment: Appointment, reader: Reader, url: string): Letter {
  const { match } = appointment;
  const { lang, today } = reader;
  const words = wordsIn(lang);
  const about = `${match.title}, ${sayTime(match.sessions, lang, today)}`;
  const name = otherName(appointment, reader);
  return {
    lang,
    tone: 'tells',
    subject: words(`Bericht over: ${about}`, `Message about: ${about}`),
    ask: words(
      `Er is een bericht over je afspraak met ${name}.`,
      `There is a message about your appointment with ${name}.`,
    ),
    facts: [{ label: words('Wat', 'What'), text: about }],
    notes: [],
    button: { label: words('Lees en antwoord', 'Read and answer'), url },
    otherwise: helpFrom(appointment, lang),
  };
}
