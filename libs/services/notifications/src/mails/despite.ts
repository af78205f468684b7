import { distanceKm } from '#libs/facts';
import type { Appointment, Words } from '../owners/views.js';
import type { Reader } from './letter.js';
import { both } from './say.js';

/** Every limit that was passed knowingly, with the reason that was given. */
export function sayDespite(appointment: Appointment, { side, lang }: Reader): string[] {
  const { match, partner } = appointment;
  const they = side === 'partner' ? both('jullie', 'you') : both(partner.name, partner.name);
  const say = side === 'partner' ? both('noemen', 'name') : both('noemt', 'names');
  return match.despite.map(({ condition, reason }) => {
    const passed = sizePassed(condition, appointment, they, say) ?? sentenceOf(condition, appointment);
    const start = lang === 'nl' ? 'Let op' : 'Please note';
    return `${start}: ${passed[lang]} ${reason}`;
  });
}

/** "33 leerlingen, meer dan de 32 die jullie noemen." Classes are not mixed: the one that passes the limit counts. */
function sizePassed(
  condition: string,
  { match, offer }: Appointment,
  they: Words,
  say: Words,
): Words | undefined {
  if (condition !== 'group-size' || !offer?.pupils) return undefined;
  const sizes = match.sessions.flatMap(({ groups }) => groups.map(({ pupils }) => pupils));
  const [most, fewest] = [Math.max(...sizes), Math.min(...sizes)];
  const { min, max } = offer.pupils;
  if (most > max)
    return both(
      `${most} leerlingen, meer dan de ${max} die ${they.nl} ${say.nl}.`,
      `${most} pupils, more than the ${max} that ${they.en} ${say.en}.`,
    );
  return fewest < min
    ? both(
        `${fewest} leerlingen, minder dan de ${min} die ${they.nl} ${say.nl}.`,
        `${fewest} pupils, fewer than the ${min} that ${they.en} ${say.en}.`,
      )
    : undefined;
}

function sentenceOf(condition: string, { offer, school }: Appointment): Words {
  if (condition === 'lead-time' && offer) {
    const days = offer.leadTimeDays;
    return both(
      `dit is korter dag dan de ${days} dagen die de partner vraagt.`,
      `this is shorter notice than the ${days} days that the partner asks for.`,
    );
  }
  if (condition === 'distance' && offer?.location && school.location) {
    const km = Math.round(distanceKm(school.location, offer.location));
    return both(
      `de afstand is ${km} km, verder dan gevraagd.`,
      `the distance is ${km} km, further than asked.`,
    );
  }
  return sentences[condition] ?? other;
}

const other = both('hiervan is met opzet afgeweken.', 'a limit is passed on purpose.');

const sentences: Readonly<Record<string, Words>> = {
  'group-size': both(
    'de groep is groter of kleiner dan de partner noemt.',
    'the group is larger or smaller than the partner names.',
  ),
  'lead-time': both('dit is kort dag.', 'this is short notice.'),
  distance: both('de afstand is groter dan gevraagd.', 'the distance is greater than asked.'),
  place: both('dit is op een andere plaats dan gevraagd.', 'this is at another place than asked.'),
  kind: both(
    'dit is een andere soort activiteit dan gevraagd.',
    'this is another kind of activity than asked.',
  ),
  cost: both('dit kost de school meer dan gevraagd.', 'this costs the school more than asked.'),
  time: both('dit is op een ander moment dan gevraagd.', 'this is at another moment than asked.'),
  audience: both(
    'de groep is een andere dan waar dit aanbod voor is.',
    'the group is another than this offer is for.',
  ),
  suitability: both(
    'volgens het aanbod past dit niet bij wat de school vraagt.',
    'according to the offer this does not suit what the school asks.',
  ),
  theme: both('dit gaat over een ander thema dan gevraagd.', 'this is about another theme than asked.'),
};
