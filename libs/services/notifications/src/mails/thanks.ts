import { localDateOf, schoolYearOf } from '#libs/facts';
import type { Appointment } from '../owners/views.js';
import { helpFrom, otherName } from './facts.js';
import type { Fact, Letter, Reader } from './letter.js';
import { quoted, wordsIn } from './say.js';
import { countOf, sayPupils } from './say-groups.js';
import { sayTime, startOf } from './say-when.js';

/** To the partner, with what the school wrote when it wrote something. */
export function thankYouLetter(appointment: Appointment, reader: Reader, url: string): Letter {
  const { match, school } = appointment;
  const { lang, today } = reader;
  const words = wordsIn(lang);
  const said = match.evaluation?.school;
  return {
    lang,
    tone: 'agreed',
    subject: words(`Bedankt: ${match.title}`, `Thank you: ${match.title}`),
    ask: words(
      `Bedankt voor je bijdrage aan ${school.name}.`,
      `Thank you for what you did for ${school.name}.`,
    ),
    facts: [
      ...(said?.words
        ? [{ label: words('De school schrijft', 'The school writes'), text: quoted(said.words, lang) }]
        : []),
      ...(said?.again === 'yes'
        ? [
            {
              label: words('Nog een keer?', 'Once more?'),
              text: words('De school wil dit graag weer doen.', 'The school would like to do this again.'),
            },
          ]
        : []),
      ...tally(appointment, reader),
      { label: words('Wat', 'What'), text: `${match.title}, ${sayTime(match.sessions, lang, today)}` },
      {
        label: words('Bereikt', 'Reached'),
        text: match.count ? countOf(match.count.pupils, lang) : sayPupils(match, lang),
      },
    ],
    notes: [],
    button: { label: words('Bekijk de activiteit', 'See the activity'), url },
    otherwise: [],
  };
}

function tally({ match: { tally: hands } }: Appointment, { lang }: Reader): Fact[] {
  // Fewer than five hands could be pointed at.
  if (!hands || hands.present < 5) return [];
  const words = wordsIn(lang);
  const text = words(
    `${hands.fun} van de ${hands.present} leerlingen vonden het leuk, ${hands.learned} leerden iets, ${hands.wantMore} willen meer.`,
    `${hands.fun} of ${hands.present} pupils enjoyed it, ${hands.learned} learned something, ${hands.wantMore} want more.`,
  );
  return [{ label: words('De klas', 'The class'), text }];
}

/** "Once more?" Ten months later, to the school. */
export function againLetter(appointment: Appointment, reader: Reader, url: string): Letter {
  const { match } = appointment;
  const { lang, today } = reader;
  const words = wordsIn(lang);
  const name = otherName(appointment, reader);
  const then = words(...yearOf(startOf(match.sessions), today));
  return {
    lang,
    tone: 'tells',
    subject: words(`Nog een keer? ${match.title}`, `Once more? ${match.title}`),
    ask: words(
      `${then} deden jullie dit met ${name}. Nog een keer? Eén klik en we vragen het.`,
      `${then} you did this with ${name}. Once more? One click and we ask.`,
    ),
    facts: [
      { label: words('Wat', 'What'), text: `${match.title}, ${sayTime(match.sessions, lang, today)}` },
      { label: 'Partner', text: name },
      { label: words('Voor wie', 'For whom'), text: sayPupils(match, lang) },
    ],
    notes: [],
    button: { label: words('Vraag het opnieuw', 'Ask for it again'), url },
    otherwise: [
      words('Liever iets anders? Dan hoef je niets te doen.', 'Rather something else? Then do nothing.'),
      ...helpFrom(appointment, lang),
    ],
  };
}

/** Ten months on is the school year after, or the same one still; what was written down late is longer ago. */
function yearOf(start: number, today: string): [nl: string, en: string] {
  const firstYear = (day: string) => Number.parseInt(schoolYearOf(day), 10);
  switch (firstYear(today) - firstYear(localDateOf(start))) {
    case 0:
      return ['Eerder dit schooljaar', 'Earlier this school year'];
    case 1:
      return ['Vorig schooljaar', 'Last school year'];
    default:
      return ['Eerder', 'Earlier'];
  }
}
