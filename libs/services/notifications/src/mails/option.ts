import type { Appointment } from '../owners/views.js';
import { appointmentFacts, helpFrom, warningsOf } from './facts.js';
import type { Letter, Reader } from './letter.js';
import { sayUntil, wordsIn } from './say.js';
import { sayTime } from './say-when.js';
import { sayTerms } from './terms.js';

/** "Kept for you": to the school alone, until when and how to take it up or give it up. */
export function optionLetter(appointment: Appointment, reader: Reader, url: string): Letter {
  const { match } = appointment;
  const { lang, today } = reader;
  const words = wordsIn(lang);
  const when = sayTime(match.sessions, lang, today);
  const until = match.answerBy ? sayUntil(match.answerBy, lang, today) : when;
  return {
    lang,
    tone: 'asks',
    subject: words(
      `Optie, bevestig uiterlijk ${until}: ${match.title}, ${when}`,
      `Option, confirm by ${until}: ${match.title}, ${when}`,
    ),
    ask: words(
      `Deze plek is voor je vastgehouden. Bevestig uiterlijk ${until}, anders vervalt de optie.`,
      `This place is kept for you. Confirm by ${until}, or the option lapses.`,
    ),
    facts: appointmentFacts(appointment, reader),
    notes: [...warningsOf(appointment, reader), ...sayTerms(match, lang, today)],
    button: {
      label: words('Bevestig de optie of geef hem terug', 'Confirm the option or give it up'),
      url,
    },
    otherwise: [
      words(
        'De partner hoort pas van je als je bevestigt. Geef je de plek terug, dan kan een andere school komen.',
        'The partner hears of you only when you confirm. When you give the place up, another school can come.',
      ),
      ...helpFrom(appointment, lang),
    ],
  };
}
