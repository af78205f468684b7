import type { Appointment } from '../owners/views.js';
import { waitingChange } from './change.js';
import { appointmentFacts, helpFrom, otherName, warningsOf } from './facts.js';
import type { Fact, Letter, Reader } from './letter.js';
import { sayPerson, sayUntil, wordsIn } from './say.js';
import { onDayOf, sayTime } from './say-when.js';
import { sayTerms } from './terms.js';
import { sheetFor } from './visit-sheet.js';

/** "Still as agreed?" A week before what was agreed long ago. */
export function checkLetter(appointment: Appointment, reader: Reader, url: string): Letter {
  const { match } = appointment;
  const { lang, today } = reader;
  const words = wordsIn(lang);
  const about = `${match.title}, ${sayTime(match.sessions, lang, today)}`;
  const waits = waitingChange(appointment, reader);
  return {
    lang,
    tone: waits?.isYours ? 'asks' : 'tells',
    subject: words(`Bijna zover: ${about}`, `Coming up: ${about}`),
    ask: waits
      ? `${waits.ask} ${words(
          'Klopt verder alles? Zo niet, zeg het nu: dan is er nog tijd.',
          'Is all else right? If not, say so now: there is still time.',
        )}`
      : words(
          'Klopt alles nog? Dan hoef je niets te doen. Zo niet, zeg het nu: dan is er nog tijd.',
          'Is everything still right? Then there is nothing to do. If not, say so now: there is still time.',
        ),
    facts: factsBefore(appointment, reader),
    notes: [...warningsOf(appointment, reader), ...sayTerms(match, lang, today)],
    button: { label: words('Bekijk of verander de afspraak', 'See or change the appointment'), url },
    otherwise: helpFrom(appointment, lang),
  };
}

/** The school day before, with everything needed on the day: that of `start`, ISO 8601, where there are several. */
export function reminderLetter(appointment: Appointment, reader: Reader, url: string, start: string): Letter {
  const { match } = appointment;
  const { lang, today } = reader;
  const words = wordsIn(lang);
  const about = `${match.title}, ${sayTime(onDayOf(match.sessions, start), lang, today)}`;
  const waits = waitingChange(appointment, reader);
  return {
    lang,
    tone: waits?.isYours ? 'asks' : 'agreed',
    subject: words(`Herinnering: ${about}`, `Reminder: ${about}`),
    ask: `${waits?.ask ?? words('Alles staat klaar.', 'All is set.')} ${words(
      'Hieronder vind je wat je nodig hebt.',
      'Below is what you need.',
    )}`,
    facts: factsBefore(appointment, reader),
    notes: warningsOf(appointment, reader),
    button: {
      label: waits?.isYours
        ? words('Bekijk de wijziging en zeg ja of nee', 'See the change and say yes or no')
        : words('Open het draaiboek', 'Open the visit sheet'),
      url,
    },
    otherwise: [
      words(
        'Komt er iets tussen? Bel dan nu, en zeg het op dezelfde pagina.',
        'Did something come up? Then call now, and say so on the same page.',
      ),
      ...helpFrom(appointment, lang),
    ],
    sheet: sheetFor(appointment, reader),
  };
}

function factsBefore(appointment: Appointment, reader: Reader): Fact[] {
  const waits = waitingChange(appointment, reader);
  return [
    ...(waits ? [waits.fact] : []),
    ...appointmentFacts(appointment, reader),
    ...contact(appointment, reader),
  ];
}

function contact(appointment: Appointment, reader: Reader) {
  const person = appointment.contacts[reader.side === 'school' ? 'partner' : 'school'];
  if (!person) return [];
  return [
    {
      label: wordsIn(reader.lang)('Bereikbaar', 'To reach'),
      text: `${otherName(appointment, reader)}: ${sayPerson(person)}`,
    },
  ];
}

/** "It lapses tomorrow", of a place that is kept for the school. */
export function optionLapsesLetter(appointment: Appointment, reader: Reader, url: string): Letter {
  const { match } = appointment;
  const { lang, today } = reader;
  const words = wordsIn(lang);
  const when = sayTime(match.sessions, lang, today);
  const until = match.answerBy ? sayUntil(match.answerBy, lang, today) : when;
  return {
    lang,
    tone: 'asks',
    subject: words(
      `Je optie vervalt ${until}: ${match.title}, ${when}`,
      `Your option lapses ${until}: ${match.title}, ${when}`,
    ),
    ask: words(
      `Wil je deze plek? Bevestig uiterlijk ${until}. Daarna kan een andere school hem krijgen.`,
      `Do you want this place? Confirm by ${until}. After that another school can have it.`,
    ),
    facts: appointmentFacts(appointment, reader),
    notes: sayTerms(match, lang, today),
    button: {
      label: words('Bevestig de optie of geef hem terug', 'Confirm the option or give it up'),
      url,
    },
    otherwise: helpFrom(appointment, lang),
  };
}
