import { localDateOf, saySpan } from '#libs/facts';
import type { Side, Subject } from '../domain/notification.js';
import type { Appointment } from '../owners/views.js';
import type { Letter, Reader } from './letter.js';
import { helpFrom } from './question.js';
import { sayMoment, sayPupils, spanOf, wordsIn } from './say.js';

type Ended = Extract<Subject, { template: 'ending' }>;

/** "It does not take place": why, and what happens next. */
export function endingLetter(
  ended: Ended,
  appointment: Appointment,
  reader: Reader,
  links: { readonly match: string; readonly request: string },
): Letter {
  const { lang, today, side } = reader;
  const words = wordsIn(lang);
  const { start, end } = spanOf(appointment);
  const { offer, school, partner } = appointment;
  const forSchool = side === 'school';
  return {
    lang,
    tone: 'over',
    subject: words(
      `Gaat niet door: ${offer.title}, ${saySpan(start, end, 'nl', today)}`,
      `Does not take place: ${offer.title}, ${saySpan(start, end, 'en', today)}`,
    ),
    ask: next(ended, appointment, reader),
    facts: [
      { label: words('Waarom', 'Why'), text: why(ended, appointment, reader) },
      { label: words('Wat', 'What'), text: offer.title },
      { label: words('Wanneer', 'When'), text: saySpan(start, end, lang, today) },
      forSchool
        ? { label: 'Partner', text: partner.name }
        : { label: 'School', text: `${school.name}, ${sayPupils(appointment, lang)}` },
    ],
    notes: ended.wasConfirmed
      ? [
          words(
            'Met de bijlage verdwijnt de afspraak uit je agenda.',
            'The attachment takes the appointment out of your calendar.',
          ),
        ]
      : [],
    button: forSchool
      ? { label: words('Bekijk je aanvraag', 'See your request'), url: links.request }
      : { label: words('Bekijk de afspraak', 'See the appointment'), url: links.match },
    otherwise: helpFrom(appointment, lang),
  };
}

/** What the reader has to do, mostly nothing, and what we do. */
function next(ended: Ended, { request }: Appointment, { side, lang, today }: Reader): string {
  const words = wordsIn(lang);
  if (side === 'partner') {
    return words(
      'Je hoeft niets te doen: deze afspraak gaat niet door en je plek is weer vrij.',
      'There is nothing to do: this appointment does not take place and your place is free again.',
    );
  }
  if (ended.by === 'request-withdrawn') {
    return words(
      'Je hoeft niets te doen: deze afspraak gaat niet door, want de aanvraag is ingetrokken.',
      'There is nothing to do: this appointment does not take place, because the request was withdrawn.',
    );
  }
  const by = sayMoment(request.answerBy, lang, today);
  // The date promised may have passed by now: then no date is promised again.
  const passed = localDateOf(Date.parse(request.answerBy)) < today;
  return words(
    `Je hoeft niets te doen: je aanvraag staat weer open en wij zoeken verder${passed ? '.' : `. Je hoort uiterlijk ${by} van ons.`}`,
    `There is nothing to do: your request is open again and we go on looking${passed ? '.' : `. You hear from us by ${by}.`}`,
  );
}

function why(ended: Ended, appointment: Appointment, { lang, side }: Reader): string {
  const words = wordsIn(lang);
  const nameOf = (of: Side) => (of === 'school' ? appointment.school.name : appointment.partner.name);
  const { ended: told, acceptedBy } = appointment.match;
  const reason = told ? `\n${words(`„${told.reason}”`, `“${told.reason}”`)}` : '';
  switch (ended.by) {
    case 'clock': {
      const silent = (['school', 'partner'] as const).filter((each) => !acceptedBy[each]);
      if (silent.length === 1 && silent[0] !== side) {
        const name = nameOf(silent[0] as Side);
        return words(`${name} heeft niet op tijd geantwoord.`, `${name} has not answered in time.`);
      }
      return words('Er kwam niet op tijd een antwoord.', 'There was no answer in time.');
    }
    case 'request-withdrawn':
      return words('De school heeft de aanvraag ingetrokken.', 'The school has withdrawn the request.');
    case 'coordinator':
      return (
        words('De coördinator heeft de afspraak afgezegd.', 'The coordinator has cancelled it.') + reason
      );
    default: {
      const name = nameOf(ended.by);
      return ended.ending === 'declined'
        ? words(`${name} kan niet.`, `${name} cannot.`) + reason
        : words(`${name} heeft de afspraak afgezegd.`, `${name} has cancelled the appointment.`) + reason;
    }
  }
}
