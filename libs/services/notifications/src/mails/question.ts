import { lastCounter } from '../domain/trail.js';
import type { Appointment } from '../owners/views.js';
import { appointmentFacts, helpFrom, otherName, warningsOf } from './facts.js';
import type { Fact, Letter, Reader } from './letter.js';
import { both, quoted, sayUntil, wordsIn } from './say.js';
import { asksForTime, sayTime } from './say-when.js';
import { sayTerms } from './terms.js';

/** "Does this suit you?" To one side; says what the other side said or proposes. */
export function questionLetter(appointment: Appointment, reader: Reader, url: string): Letter {
  const { match } = appointment;
  const { lang, today } = reader;
  const words = wordsIn(lang);
  return {
    lang,
    tone: 'asks',
    subject: subjectFor(appointment, reader),
    ask: askFor(appointment, reader),
    facts: [...otherSide(appointment, reader), ...appointmentFacts(appointment, reader)],
    notes: [...warningsOf(appointment, reader), ...sayTerms(match, lang, today)],
    button: {
      label: words('Bekijk de afspraak en zeg ja of nee', 'See the appointment and say yes or no'),
      url,
    },
    otherwise: [
      words(
        'Past het net niet? Op dezelfde pagina stel je een andere tijd voor, of zeg je nee met een reden.',
        'Not quite? On the same page you can propose another time, or say no with a reason.',
      ),
      ...helpFrom(appointment, lang),
    ],
  };
}

function subjectFor({ match, history }: Appointment, { lang, today }: Reader): string {
  const words = wordsIn(lang);
  const when = sayTime(match.sessions, lang, today);
  if (match.question > 1)
    return `${otherwise[lastCounter(history).changed].ask[lang]} ${match.title}, ${when}`;
  switch (match.origin) {
    case 'arranged':
      return words(`Klopt dit? ${match.title}, ${when}`, `Is this right? ${match.title}, ${when}`);
    case 'repeated':
      return words(`Weer samen? ${match.title}, ${when}`, `Together again? ${match.title}, ${when}`);
    default:
      return words(`Past dit? ${match.title}, ${when}`, `Does this suit you? ${match.title}, ${when}`);
  }
}

/** What a side can propose instead of what was asked. */
const otherwise = {
  time: {
    ask: both('Past deze andere tijd?', 'Does this other time suit you?'),
    what: both('een andere tijd', 'another time'),
  },
  pupils: {
    ask: both('Past dit andere aantal?', 'Do these other numbers suit you?'),
    what: both('een ander aantal leerlingen', 'other numbers'),
  },
  both: {
    ask: both(
      'Past deze andere tijd, met een ander aantal?',
      'Does this other time, with other numbers, suit you?',
    ),
    what: both('een andere tijd en een ander aantal leerlingen', 'another time and other numbers'),
  },
} as const;

function askFor(appointment: Appointment, { lang, today }: Reader): string {
  const { match } = appointment;
  const words = wordsIn(lang);
  const by = match.answerBy
    ? words(
        `uiterlijk ${sayUntil(match.answerBy, lang, today)}`,
        `by ${sayUntil(match.answerBy, lang, today)}`,
      )
    : words('zo snel mogelijk', 'as soon as you can');
  if (asksForTime(appointment))
    return words(
      `Zeg ${by} of dit je past en hoe laat je wilt beginnen.`,
      `Say ${by} whether this suits you and when you want to start.`,
    );
  if (match.question === 1 && match.origin === 'arranged')
    return words(`Zeg ${by} of dit klopt.`, `Say ${by} whether this is right.`);
  if (match.question === 1 && match.origin === 'repeated')
    return words(
      `Zeg ${by} of je dit nog een keer wilt.`,
      `Say ${by} whether you want to do this once more.`,
    );
  return words(`Zeg ${by} of dit je past.`, `Say ${by} whether this suits you.`);
}

function otherSide(appointment: Appointment, reader: Reader): Fact[] {
  const { match, history } = appointment;
  const words = wordsIn(reader.lang);
  const name = otherName(appointment, reader);
  if (match.question > 1) {
    const { changed, note } = lastCounter(history);
    const what = otherwise[changed].what[reader.lang];
    const proposes = words(`${name} stelt ${what} voor.`, `${name} proposes ${what}.`);
    const text = note ? `${proposes}\n${quoted(note, reader.lang)}` : proposes;
    return [{ label: words('Nieuw', 'New'), text }];
  }
  const text = alreadySaid(appointment, reader, name);
  return text ? [{ label: words('Al gezegd', 'Already said'), text }] : [];
}

function alreadySaid({ match }: Appointment, { side, lang }: Reader, name: string): string | undefined {
  const words = wordsIn(lang);
  const yes = match.acceptedBy[side === 'school' ? 'partner' : 'school'];
  if (match.origin === 'arranged')
    return yes?.how === 'beforehand'
      ? words(`${name} heeft deze afspraak vastgelegd.`, `${name} has recorded this appointment.`)
      : `${words(
          `De coördinator heeft deze afspraak met ${name} vastgelegd.`,
          `The coordinator has recorded this appointment with ${name}.`,
        )}${yes ? ` ${words(`${name} heeft al ja gezegd.`, `${name} has said yes.`)}` : ''}`;
  if (match.origin === 'repeated')
    return yes
      ? words(`${name} wil dit graag weer met jullie doen.`, `${name} would like to do this with you again.`)
      : words(`Dit deden jullie eerder samen met ${name}.`, `You did this before with ${name}.`);
  if (!yes) return undefined;
  return yes.how === 'beforehand'
    ? words(`${name} heeft vooraf ja gezegd.`, `${name} has said yes beforehand.`)
    : words(`${name} heeft al ja gezegd.`, `${name} has said yes.`);
}
