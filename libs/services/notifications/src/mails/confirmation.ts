import { saySpan } from '#libs/facts';
import type { Appointment } from '../owners/views.js';
import type { Letter, Reader } from './letter.js';
import { appointmentFacts, helpFrom } from './question.js';
import { spanOf, wordsIn } from './say.js';
import { sheetFor } from './visit-sheet.js';

/** "It is agreed": the one mail to keep, with the visit sheet in it and the invitation attached. */
export function confirmationLetter(appointment: Appointment, reader: Reader, url: string): Letter {
  const { lang, today } = reader;
  const words = wordsIn(lang);
  const { start, end } = spanOf(appointment);
  const title = appointment.offer.title;
  return {
    lang,
    tone: 'agreed',
    subject: words(
      `Afgesproken: ${title}, ${saySpan(start, end, 'nl', today)}`,
      `Agreed: ${title}, ${saySpan(start, end, 'en', today)}`,
    ),
    ask: words(
      'Het is afgesproken. Zet het in je agenda met de bijlage; meer hoef je nu niet te doen.',
      'It is agreed. Add it to your calendar with the attachment; there is nothing else to do now.',
    ),
    facts: appointmentFacts(appointment, reader),
    notes: appointment.match.warnings.map(({ sentence }) => sentence[lang]),
    button: { label: words('Bekijk de afspraak', 'See the appointment'), url },
    otherwise: [
      words(
        'Kan het toch niet doorgaan? Zeg de afspraak zo vroeg mogelijk af op dezelfde pagina.',
        'Can it not take place after all? Cancel the appointment on the same page as early as you can.',
      ),
      ...helpFrom(appointment, lang),
    ],
    sheet: sheetFor(appointment, reader),
  };
}
