import type { Lang } from '#libs/facts';
import type { Words } from '../owners/views.js';

/** The sentences of those codes, in their order; a code without words is not said. */
export function sayObstacles(codes: readonly string[], lang: Lang): string[] {
  return codes.flatMap((code) => (obstacles[code] ? [obstacles[code][lang]] : []));
}

/** What keeps offers out, by the hard conditions of domain.md, with what would help. */
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
