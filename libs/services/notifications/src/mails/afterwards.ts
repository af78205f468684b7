import type { Lang } from '#libs/facts';
import type { Appointment, MatchView } from '../owners/views.js';
import { helpFrom, otherName } from './facts.js';
import type { Fact, Letter, Reader } from './letter.js';
import { isLoan, wordsIn } from './say.js';
import { countOf, sayPupils } from './say-groups.js';
import { saySessions, sayTime } from './say-when.js';

/** "How many came?" to the school, "how long did it take?" to the partner, what we think it was, and two questions. */
export function figuresLetter(appointment: Appointment, reader: Reader, url: string): Letter {
  const { match } = appointment;
  const { lang, side, today } = reader;
  const words = wordsIn(lang);
  const question =
    side === 'school'
      ? isLoan(appointment)
        ? words('Hoeveel leerlingen werkten ermee?', 'How many pupils worked with it?')
        : words('Hoeveel leerlingen waren er?', 'How many pupils were there?')
      : words('Hoeveel uur kostte het?', 'How many hours did it take?');
  const isMissing = side === 'school' ? match.count === null : match.hours === null;
  const when = sayTime(match.sessions, lang, today);
  return {
    lang,
    tone: 'asks',
    subject: isMissing
      ? `${question} ${match.title}, ${when}`
      : words(`Hoe was het? ${match.title}, ${when}`, `How was it? ${match.title}, ${when}`),
    ask: isMissing
      ? `${question} ${words('Klopt wat we invulden? Dan is één tik genoeg.', 'Is what we filled in right? Then one tap is enough.')}`
      : words('Twee vragen, tien seconden.', 'Two questions, ten seconds.'),
    facts: [
      ...(isMissing ? [{ label: words('Ingevuld', 'Filled in'), text: sayFigures(match, reader) }] : []),
      ...what(appointment, reader),
    ],
    notes: match.evaluation?.[side]
      ? []
      : [
          words(
            'En twee korte vragen: paste het, en zou je het nog eens doen?',
            'And two short questions: did it fit, and would you do it again?',
          ),
        ],
    button: {
      label: !isMissing
        ? words('Zeg hoe het was', 'Say how it was')
        : side === 'school'
          ? words('Geef het aantal door', 'Enter the number')
          : words('Geef de uren door', 'Enter the hours'),
      url,
    },
    otherwise: [
      words(
        'Ging het niet door? Zeg dat op dezelfde pagina.',
        'Did it not take place? Say so on the same page.',
      ),
      ...helpFrom(appointment, lang),
    ],
  };
}

/** The same once more, five days later. */
export function figuresAgainLetter(appointment: Appointment, reader: Reader, url: string): Letter {
  const letter = figuresLetter(appointment, reader, url);
  const words = wordsIn(reader.lang);
  return {
    ...letter,
    subject: words(`Nog even: ${letter.subject}`, `One more time: ${letter.subject}`),
    otherwise: [
      words(
        'We vragen dit niet nog een keer. Zo telt iedere leerling mee in het verslag van de regio.',
        'We do not ask this again. It makes every pupil count in the report of the region.',
      ),
      ...letter.otherwise,
    ],
  };
}

/** "Is this right?" of what the other side wrote down afterwards. */
export function recordedLetter(appointment: Appointment, reader: Reader, url: string): Letter {
  const { match } = appointment;
  const { lang, side, today } = reader;
  const words = wordsIn(lang);
  const recorded = match.acceptedBy[side === 'school' ? 'partner' : 'school']?.how === 'beforehand';
  const who = recorded ? otherName(appointment, reader) : words('De coördinator', 'The coordinator');
  return {
    lang,
    tone: 'asks',
    subject: words(
      `Klopt dit? ${match.title}, ${sayTime(match.sessions, 'nl', today)}`,
      `Is this right? ${match.title}, ${sayTime(match.sessions, 'en', today)}`,
    ),
    ask: words(
      `${who} heeft vastgelegd dat dit er was. Zeg of het klopt.`,
      `${who} has recorded that this took place. Say whether it is right.`,
    ),
    facts: [
      ...what(appointment, reader),
      { label: words('Ingevuld', 'Filled in'), text: sayFigures(match, reader) },
    ],
    notes: [],
    button: { label: words('Bekijk en zeg of het klopt', 'See it and say whether it is right'), url },
    otherwise: [
      side === 'school'
        ? words(
            'Klopt het? Geef dan ook door hoeveel leerlingen er waren. Zo niet, zeg dan nee met een reden.',
            'Is it right? Then enter how many pupils there were as well. If not, say no with a reason.',
          )
        : words(
            'Klopt het? Geef dan ook door hoeveel uur het kostte. Zo niet, zeg dan nee met een reden.',
            'Is it right? Then enter how many hours it took as well. If not, say no with a reason.',
          ),
      ...helpFrom(appointment, lang),
    ],
  };
}

function what(appointment: Appointment, reader: Reader): Fact[] {
  const { match } = appointment;
  const { lang, side, today } = reader;
  const words = wordsIn(lang);
  const name = otherName(appointment, reader);
  return [
    { label: words('Wat', 'What'), text: match.title },
    { label: words('Wanneer', 'When'), text: saySessions(match, lang, today) },
    side === 'school'
      ? { label: 'Partner', text: name }
      : { label: 'School', text: `${name}, ${sayPupils(match, lang)}` },
  ];
}

function sayFigures({ prefilled: { count, hours } }: MatchView, { side, lang }: Reader): string {
  const words = wordsIn(lang);
  const some = (n: number, one: string, more: string) => `${sayNumber(n, lang)} ${n === 1 ? one : more}`;
  return side === 'school'
    ? [
        countOf(count.pupils, lang),
        some(count.adults, words('begeleider', 'adult'), words('begeleiders', 'adults')),
        some(count.groups, words('groep', 'group'), words('groepen', 'groups')),
      ].join(', ')
    : [
        some(hours.people, words('persoon', 'person'), words('personen', 'people')),
        `${sayHours(hours.preparation, lang)} ${words('voorbereiden', 'preparing')}`,
        `${sayHours(hours.delivery, lang)} ${words('geven', 'giving it')}`,
        `${sayHours(hours.travel, lang)} ${words('reizen', 'travelling')}`,
      ].join(', ');
}

function sayHours(hours: number, lang: Lang): string {
  return `${sayNumber(hours, lang)} ${wordsIn(lang)('uur', hours === 1 ? 'hour' : 'hours')}`;
}

function sayNumber(n: number, lang: Lang): string {
  return lang === 'nl' ? String(n).replace('.', ',') : String(n);
}
