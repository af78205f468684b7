import { dayparts, sayDay, weekdays, type Lang } from '#libs/facts';
import type { Subject } from '../domain/notification.js';
import type { RequestView, Words } from '../owners/views.js';
import type { Letter, Reader } from './letter.js';
import { sayMoment, sayRequestPupils, wordsIn } from './say.js';

type Receipt = Extract<Subject, { template: 'receipt' }>;

/** "We have it": what was asked, how many offers fit or what keeps them out, and by when there is an answer. */
export function receiptLetter(receipt: Receipt, request: RequestView, reader: Reader, url: string): Letter {
  const { lang, today } = reader;
  const words = wordsIn(lang);
  const by = sayMoment(request.answerBy, lang, today);
  return {
    lang,
    tone: 'tells',
    subject: words(`Je aanvraag is binnen: ${request.title}`, `We have your request: ${request.title}`),
    ask: words(
      `Je hoeft nu niets te doen: uiterlijk ${by} hoor je van ons.`,
      `There is nothing to do now: you hear from us by ${by}.`,
    ),
    facts: [
      { label: words('Gevraagd', 'Asked'), text: request.title },
      { label: words('Voor wie', 'For whom'), text: sayRequestPupils(request, lang) },
      {
        label: words('Wanneer', 'When'),
        text: request.windows.map((window) => sayWindow(window, lang, today)).join('\n'),
      },
      { label: words('Nu passend', 'Fitting now'), text: sayFitting(receipt.fitting, lang) },
    ],
    notes:
      receipt.fitting > 0
        ? []
        : receipt.obstacles.flatMap((code) => (obstacles[code] ? [obstacles[code][lang]] : [])),
    button: { label: words('Bekijk je aanvraag', 'See your request'), url },
    otherwise: [
      words(
        'Klopt er iets niet? Op dezelfde pagina pas je de aanvraag aan of trek je hem in.',
        'Is something not right? On the same page you can change or withdraw the request.',
      ),
    ],
  };
}

function sayFitting(fitting: number, lang: Lang): string {
  const words = wordsIn(lang);
  if (fitting === 0) {
    return words('Nog niets. Wij zoeken verder.', 'Nothing yet. We go on looking.');
  }
  return fitting === 1
    ? words('1 aanbod', '1 offer')
    : words(`${fitting} verschillende soorten aanbod`, `${fitting} offers`);
}

/** "ma 11 jan – vr 12 feb, di en do, ochtend" */
function sayWindow(window: RequestView['windows'][number], lang: Lang, today: string): string {
  const days = window.weekdays?.length
    ? weekdays.filter((day) => window.weekdays?.includes(day)).map((day) => dayNames[day][lang])
    : [];
  const parts = (window.parts ?? []).map((part) => dayparts[part].label[lang]);
  return [
    `${sayDay(window.from, lang, today)} – ${sayDay(window.to, lang, today)}`,
    listed(days, lang),
    listed(parts, lang),
  ]
    .filter(Boolean)
    .join(', ');
}

function listed(items: readonly string[], lang: Lang): string {
  const last = items.at(-1) ?? '';
  if (items.length < 2) return last;
  return `${items.slice(0, -1).join(', ')} ${wordsIn(lang)('en', 'and')} ${last}`;
}

const dayNames: Record<(typeof weekdays)[number], Words> = {
  mon: { nl: 'ma', en: 'Mon' },
  tue: { nl: 'di', en: 'Tue' },
  wed: { nl: 'wo', en: 'Wed' },
  thu: { nl: 'do', en: 'Thu' },
  fri: { nl: 'vr', en: 'Fri' },
  sat: { nl: 'za', en: 'Sat' },
  sun: { nl: 'zo', en: 'Sun' },
};

/** What keeps offers out, by the hard conditions of domain.md, with what would help; a code without words is not said. */
const obstacles: Readonly<Record<string, Words>> = {
  'not-open': {
    nl: 'Aanbod is nu gesloten of heeft pauze. Later kan het weer.',
    en: 'Offers are closed or paused now. Later they may fit again.',
  },
  place: {
    nl: 'Aanbod is op een andere plaats dan je vroeg. Meer plaatsen kiezen helpt.',
    en: 'Offers are at another place than you asked. Choosing more places helps.',
  },
  kind: {
    nl: 'Aanbod is een ander soort activiteit. Vraag ook een andere soort aan.',
    en: 'Offers are another kind of activity. Ask for another kind as well.',
  },
  capacity: {
    nl: 'Aanbod zit vol. Meer momenten kiezen helpt.',
    en: 'Offers are full. Choosing more moments helps.',
  },
  'lead-time': {
    nl: 'Het is te kort dag voor partners. Een latere periode helpt.',
    en: 'It is too short notice for partners. A later period helps.',
  },
  'group-size': {
    nl: 'De groep is te groot of te klein. Splitsen of overleg helpt.',
    en: 'The group is too large or too small. Splitting it or talking about it helps.',
  },
  ceiling: {
    nl: 'Partners hebben die maand of dat jaar genoeg. Een andere maand helpt.',
    en: 'Partners have enough that month or year. Another month helps.',
  },
  vog: {
    nl: 'Je school vraagt een VOG die de gast niet heeft.',
    en: 'Your school asks for a certificate of conduct that the guest does not have.',
  },
  cost: {
    nl: 'Aanbod kost meer dan je wilde betalen. Vraag of de regio meer betaalt.',
    en: 'Offers cost more than you want to pay. Ask whether the region pays more.',
  },
  'partner-closed': {
    nl: 'Partners zijn op die dagen dicht. Een andere periode helpt.',
    en: 'Partners are closed on those days. Another period helps.',
  },
  time: {
    nl: 'Aanbod is op andere dagen of uren. Meer dagen of dagdelen helpt.',
    en: 'Offers are on other days or hours. More days or parts of the day help.',
  },
  'school-closed': {
    nl: 'Aanbod valt in een vakantie of vrije tijd van je school. Een andere periode helpt.',
    en: 'Offers fall in a holiday or free time of your school. Another period helps.',
  },
  audience: {
    nl: 'Aanbod is voor andere groepen of niveaus.',
    en: 'Offers are for other grades or levels.',
  },
  suitability: {
    nl: 'Volgens de partner is het aanbod niet geschikt voor wat je vraagt.',
    en: 'The partner says the offer does not suit what you ask.',
  },
  theme: {
    nl: 'Aanbod gaat over een ander thema. Meer thema’s kiezen helpt.',
    en: 'Offers are about another theme. Choosing more themes helps.',
  },
  distance: {
    nl: 'Aanbod is te ver weg. Een grotere afstand helpt.',
    en: 'Offers are too far away. A larger distance helps.',
  },
};
