import type { Appointment } from '../owners/views.js';
import { appointmentFacts, helpFrom, otherName, warningsOf } from './facts.js';
import type { Letter, Reader } from './letter.js';
import { wordsIn } from './say.js';
import { sayTime } from './say-when.js';
import { sheetFor } from './visit-sheet.js';

/** What is new of it for the reader. Who took over reads it as the first of it. */
export type News = 'agreed' | 'agreed-anew' | 'taken-over';

/** "It is agreed": the one mail to keep, with the visit sheet in it and the invitation attached. */
export function confirmationLetter(
  appointment: Appointment,
  reader: Reader,
  url: string,
  news: News = 'agreed',
): Letter {
  const { match } = appointment;
  const { lang, today } = reader;
  const words = wordsIn(lang);
  const about = `${match.title}, ${sayTime(match.sessions, lang, today)}`;
  return {
    lang,
    tone: 'agreed',
    subject:
      news === 'agreed-anew'
        ? words(`Gewijzigd: ${about}`, `Changed: ${about}`)
        : words(`Afgesproken: ${about}`, `Agreed: ${about}`),
    ask: news === 'taken-over' ? takenOver(appointment, reader) : askFor(appointment, reader, news),
    facts: appointmentFacts(appointment, reader),
    notes: warningsOf(appointment, reader),
    button: { label: words('Bekijk de afspraak', 'See the appointment'), url },
    otherwise: [
      words(
        'Lukt het toch niet zo? Stel op dezelfde pagina een andere tijd voor, of zeg zo vroeg mogelijk af.',
        'Does it not work out after all? Propose another time on the same page, or cancel as early as you can.',
      ),
      ...helpFrom(appointment, lang),
    ],
    sheet: sheetFor(appointment, reader),
  };
}

function askFor(appointment: Appointment, reader: Reader, news: News): string {
  const words = wordsIn(reader.lang);
  if (news === 'agreed-anew')
    return words(
      'De wijziging is afgesproken: dit geldt nu. De bijlage werkt je agenda bij; meer hoef je niet te doen.',
      'The change is agreed: this holds now. The attachment updates your calendar; there is nothing else to do.',
    );
  const name = otherName(appointment, reader);
  // A firm programme is the partner's yes: this is the first that it hears of the school.
  return reader.side === 'partner' && isFirstNews(appointment)
    ? words(
        `${name} koos een tijd die je had vrijgegeven. Zet het in je agenda met de bijlage; meer hoef je nu niet te doen.`,
        `${name} has chosen a time that you had opened. Add it to your calendar with the attachment; there is nothing else to do now.`,
      )
    : words(
        'Het is afgesproken. Zet het in je agenda met de bijlage; meer hoef je nu niet te doen.',
        'It is agreed. Add it to your calendar with the attachment; there is nothing else to do now.',
      );
}

/** A change that their side is asked about waits for them now; without it there is nothing to do. */
function takenOver({ match: { change } }: Appointment, { side, lang }: Reader): string {
  const words = wordsIn(lang);
  const asks = change?.phase === 'asked' && change.by !== side;
  const yours = words(
    'Je bent nu de contactpersoon voor deze afspraak. Zet het in je agenda met de bijlage',
    'You are now the contact for this appointment. Add it to your calendar with the attachment',
  );
  return asks
    ? `${yours}. ${words('Er ligt ook een voorstel om iets te veranderen: zeg op de pagina ja of nee.', 'There is also a proposal to change something: say yes or no on the page.')}`
    : `${yours}${words('; meer hoef je nu niet te doen.', '; there is nothing else to do now.')}`;
}

const isFirstNews = ({ match }: Appointment) =>
  match.promise === 'firm' &&
  match.acceptedBy.partner?.how === 'beforehand' &&
  (match.origin === 'booked' || match.origin === 'proposed');
