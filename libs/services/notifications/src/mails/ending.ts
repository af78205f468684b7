import { localDateOf } from '#libs/facts';
import type { Side } from '#libs/contracts';
import type { SubjectOfMatch } from '../domain/subject.js';
import type { Appointment, RequestView } from '../owners/views.js';
import { helpFrom } from './facts.js';
import type { Fact, Letter, Reader } from './letter.js';
import { isLoan, quoted, sayEuros, sayMoment, wordsIn } from './say.js';
import { sayPupils } from './say-groups.js';
import { sayTime } from './say-when.js';

export type Ended = Extract<SubjectOfMatch, { template: 'ending' }>;

/** Where it ends for the school: at its request, when it made one. */
export interface WayOn {
  readonly match: string;
  readonly request?: Pick<RequestView, 'state' | 'windows' | 'answerBy'> & { readonly url: string };
}

/** "It does not take place": why, and what happens next. */
export function endingLetter(ended: Ended, appointment: Appointment, reader: Reader, way: WayOn): Letter {
  const { lang, today, side } = reader;
  const words = wordsIn(lang);
  const { match, school, partner } = appointment;
  const when = sayTime(match.sessions, lang, today);
  const request = side === 'school' && ended.ending !== 'no-show' ? way.request : undefined;
  return {
    lang,
    tone: 'over',
    subject: `${start(ended, appointment, reader)}: ${match.title}, ${when}`,
    ask: next(ended, appointment, reader, way),
    facts: [
      { label: words('Waarom', 'Why'), text: why(ended, appointment, reader) },
      ...owed(appointment, reader),
      { label: words('Wat', 'What'), text: match.title },
      { label: words('Wanneer', 'When'), text: when },
      side === 'school'
        ? { label: 'Partner', text: partner.name }
        : { label: 'School', text: `${school.name}, ${sayPupils(match, lang)}` },
    ],
    notes: takesFromCalendar(ended)
      ? [
          words(
            'Met de bijlage verdwijnt de afspraak uit je agenda.',
            'The attachment takes the appointment out of your calendar.',
          ),
        ]
      : [],
    button: request
      ? { label: words('Bekijk je aanvraag', 'See your request'), url: request.url }
      : { label: words('Bekijk de afspraak', 'See the appointment'), url: way.match },
    otherwise: helpFrom(appointment, lang),
  };
}

/** Did it stand in calendars, for a time that has not come? */
export const takesFromCalendar = ({ ending, wasConfirmed }: Ended) => ending === 'cancelled' && wasConfirmed;

/** A place that was kept for the school until it would make up its mind. */
const wasOption = ({ wasConfirmed }: Ended, { match }: Appointment) =>
  match.origin === 'booked' && !wasConfirmed && match.acceptedBy.school === undefined;

function start(ended: Ended, appointment: Appointment, { lang }: Reader): string {
  const words = wordsIn(lang);
  if (ended.ending === 'no-show') return words('Niet doorgegaan', 'Did not take place');
  if (wasOption(ended, appointment)) return words('Optie vervallen', 'Option lapsed');
  return words('Gaat niet door', 'Does not take place');
}

/** What the reader has to do, mostly nothing, and what we do. */
function next(ended: Ended, appointment: Appointment, { side, lang, today }: Reader, way: WayOn): string {
  const words = wordsIn(lang);
  if (ended.ending === 'no-show')
    return words(
      'Je hoeft niets te doen. Ging het wel door? Zeg dat dan op de pagina van de afspraak.',
      'There is nothing to do. Did it take place? Then say so on the page of the appointment.',
    );
  if (ended.wasConfirmed && ended.ending === 'declined')
    return words(
      'Je hoeft niets te doen: wat was vastgelegd telt niet mee.',
      'There is nothing to do: what was recorded does not count.',
    );
  if (side === 'partner')
    return words(
      'Je hoeft niets te doen: deze afspraak gaat niet door en je plek is weer vrij.',
      'There is nothing to do: this appointment does not take place and your place is free again.',
    );
  if (wasOption(ended, appointment))
    return words(
      'Je hoeft niets te doen: de plek is weer vrij. Wil je toch? Kies hem opnieuw zolang hij er is.',
      'There is nothing to do: the place is free again. Want it after all? Choose it again while it is there.',
    );
  if (ended.by === 'request-withdrawn')
    return words(
      'Je hoeft niets te doen: deze afspraak gaat niet door, want de aanvraag is ingetrokken.',
      'There is nothing to do: this appointment does not take place, because the request was withdrawn.',
    );
  const { request } = way;
  if (!request || request.state === 'withdrawn')
    return words(
      'Je hoeft niets te doen: deze afspraak gaat niet door.',
      'There is nothing to do: this appointment does not take place.',
    );
  if (request.windows.every(({ to }) => to < today))
    return words(
      'Deze afspraak gaat niet door, en de periode die je vroeg is voorbij. Vraag het opnieuw aan als je het nog wilt.',
      'This appointment does not take place, and the period you asked for is over. Ask again if you still want it.',
    );
  const by = sayMoment(request.answerBy, lang, today);
  // The date promised may have passed by now: then no date is promised again.
  const passed = localDateOf(Date.parse(request.answerBy)) < today;
  return words(
    `Je hoeft niets te doen: je aanvraag staat weer open en wij zoeken verder${passed ? '.' : `. Je hoort uiterlijk ${by} van ons.`}`,
    `There is nothing to do: your request is open again and we go on looking${passed ? '.' : `. You hear from us by ${by}.`}`,
  );
}

function owed({ match: { ended } }: Appointment, { lang }: Reader): Fact[] {
  if (!ended || ended.feeCents === 0) return [];
  const words = wordsIn(lang);
  const fee = sayEuros(ended.feeCents, lang);
  const text = words(
    `De school betaalt ${fee}: er is later afgezegd dan zonder kosten kon.`,
    `The school pays ${fee}: it was cancelled later than was free.`,
  );
  return [{ label: words('Kosten', 'Costs'), text }];
}

function why(ended: Ended, appointment: Appointment, { lang, side }: Reader): string {
  const words = wordsIn(lang);
  const nameOf = (of: Side) => (of === 'school' ? appointment.school.name : appointment.partner.name);
  const { ended: told, acceptedBy, origin } = appointment.match;
  // Who did not come is not said: both read the same.
  if (ended.ending === 'no-show' && isLoan(appointment))
    return words('Er is gemeld dat het lenen niet doorging.', 'We were told that nothing was lent.');
  if (ended.ending === 'no-show')
    return words('Er is gemeld dat iemand er niet was.', 'We were told that somebody was not there.');
  const reason = told ? `\n${quoted(told.reason, lang)}` : '';
  switch (ended.by) {
    case 'clock': {
      if (wasOption(ended, appointment))
        return words('De optie is niet op tijd bevestigd.', 'The option was not confirmed in time.');
      const silent = (['school', 'partner'] as const).filter((each) => !acceptedBy[each]);
      if (silent.length === 1 && silent[0] !== side) {
        const name = nameOf(silent[0] as Side);
        if (told?.reasonCode === 'undelivered')
          return words(`De vraag kwam niet aan bij ${name}.`, `The question did not reach ${name}.`);
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
      if (ended.ending !== 'declined')
        return (
          words(`${name} heeft de afspraak afgezegd.`, `${name} has cancelled the appointment.`) + reason
        );
      return origin === 'arranged'
        ? words(`${name} zegt dat dit niet klopt.`, `${name} says that this is not right.`) + reason
        : words(`${name} kan niet.`, `${name} cannot.`) + reason;
    }
  }
}
