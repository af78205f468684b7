import { saySpan, type Lang } from '#libs/facts';
import type { Appointment } from '../owners/views.js';
import type { Fact, Letter, Reader } from './letter.js';
import {
  asksForTime,
  sayCosts,
  sayMoment,
  sayPerson,
  sayPupils,
  sayWhen,
  sayWhere,
  spanOf,
  wordsIn,
} from './say.js';

/** "Does this suit you?" To one side; says what the other side said or proposes. */
export function questionLetter(appointment: Appointment, reader: Reader, url: string): Letter {
  const { match, offer } = appointment;
  const { lang, today } = reader;
  const words = wordsIn(lang);
  const by = match.answerBy
    ? words(
        `uiterlijk ${sayMoment(match.answerBy, lang, today)}`,
        `by ${sayMoment(match.answerBy, lang, today)}`,
      )
    : words('zo snel mogelijk', 'as soon as you can');
  const counter = match.question > 1;
  const { start, end } = spanOf(appointment);
  return {
    lang,
    tone: 'asks',
    subject: counter
      ? words(`Past deze andere tijd? ${offer.title}`, `Does this other time suit you? ${offer.title}`)
      : words(
          `Past dit? ${offer.title}, ${saySpan(start, end, 'nl', today)}`,
          `Does this suit you? ${offer.title}, ${saySpan(start, end, 'en', today)}`,
        ),
    ask: asksForTime(appointment)
      ? words(
          `Zeg ${by} of dit je past en hoe laat je wilt beginnen.`,
          `Say ${by} whether this suits you and when you want to start.`,
        )
      : words(`Zeg ${by} of dit je past.`, `Say ${by} whether this suits you.`),
    facts: [...otherSide(appointment, reader), ...appointmentFacts(appointment, reader)],
    notes: match.warnings.map(({ sentence }) => sentence[lang]),
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

/** Date, place, people, costs: what every mail about an appointment says. */
export function appointmentFacts(appointment: Appointment, { lang, today }: Reader): Fact[] {
  const words = wordsIn(lang);
  const { offer, school, partner } = appointment;
  return [
    { label: words('Wat', 'What'), text: offer.title },
    { label: words('Wanneer', 'When'), text: sayWhen(appointment, lang, today) },
    { label: words('Waar', 'Where'), text: sayWhere(appointment, lang) },
    { label: 'School', text: `${school.name}, ${sayPupils(appointment, lang)}` },
    { label: 'Partner', text: partner.name },
    { label: words('Kosten', 'Costs'), text: sayCosts(appointment, lang) },
  ];
}

/** Whom to turn to when the page does not help. */
export function helpFrom({ coordinator }: Appointment, lang: Lang): string[] {
  if (!coordinator) return [];
  const who = sayPerson(coordinator);
  return [
    wordsIn(lang)(
      `Liever bellen of mailen? Dat kan met de coördinator: ${who}.`,
      `Rather call or mail? Turn to the coordinator: ${who}.`,
    ),
  ];
}

function otherSide({ match, school, partner, counterNote }: Appointment, reader: Reader): Fact[] {
  const words = wordsIn(reader.lang);
  const otherIs = reader.side === 'school' ? 'partner' : 'school';
  const name = otherIs === 'school' ? school.name : partner.name;
  if (match.question > 1) {
    const proposes = words(`${name} stelt een andere tijd voor.`, `${name} proposes another time.`);
    return [
      {
        label: words('Nieuw', 'New'),
        text: counterNote ? `${proposes}\n${words(`„${counterNote}”`, `“${counterNote}”`)}` : proposes,
      },
    ];
  }
  if (!match.acceptedBy[otherIs]) return [];
  return [
    {
      label: words('Al gezegd', 'Already said'),
      text: words(`${name} heeft al ja gezegd.`, `${name} has said yes.`),
    },
  ];
}
