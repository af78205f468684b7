import type { MatchCosts } from '#libs/contracts';
import { localDateOf, sayDay, sayDeadline, type Lang } from '#libs/facts';
import type { Appointment, PersonView, ShoreView, Words } from '../owners/views.js';

export const both = (nl: string, en: string): Words => ({ nl, en });

export function inBoth(say: (lang: Lang) => string): Words {
  return { nl: say('nl'), en: say('en') };
}

/** The one of two sentences that the reader reads. */
export function wordsIn(lang: Lang): (nl: string, en: string) => string {
  return (nl, en) => (lang === 'nl' ? nl : en);
}

/** "ma, di en do" */
export function listed(items: readonly string[], lang: Lang): string {
  const last = items.at(-1) ?? '';
  if (items.length < 2) return last;
  return `${items.slice(0, -1).join(', ')} ${wordsIn(lang)('en', 'and')} ${last}`;
}

/** What somebody wrote, in the marks of the language. */
export function quoted(text: string, lang: Lang): string {
  return wordsIn(lang)(`„${text}”`, `“${text}”`);
}

/** "€ 12,50", "€12.50" */
export function sayEuros(cents: number, lang: Lang): string {
  const euros = cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2);
  return lang === 'nl' ? `€ ${euros.replace('.', ',')}` : `€${euros}`;
}

/** "do 14 jan" of a moment given as ISO text. */
export function sayMoment(moment: string, lang: Lang, today?: string): string {
  return sayDay(localDateOf(Date.parse(moment)), lang, today);
}

/** "do 14 jan", or "do 14 jan om 9.00 uur" of one that ends within its day; the moment as ISO text. */
export const sayUntil = (moment: string, lang: Lang, today?: string): string =>
  sayDeadline(Date.parse(moment), lang, today);

export function sayAddress({ street, location }: Pick<ShoreView, 'street' | 'location'>): string {
  const town = [location?.postcode, location?.place].filter(Boolean).join(' ');
  return [street, town].filter(Boolean).join(', ');
}

/** Materials are lent: nobody visits anybody. */
export const isLoan = ({ match }: Pick<Appointment, 'match'>): boolean => match.kind === 'loan';

/** Where the visit is: at the school, or where the offer says, which need not be the partner's own address. */
export function placeOf({ match, offer, school, partner }: Appointment): ShoreView {
  if (match.place === 'at-school') return school;
  return offer?.location ? { id: partner.id, name: partner.name, location: offer.location } : partner;
}

/** "Op school: De Springplank, Dorpsstraat 1, 8261AA Kampen" */
export function sayWhere(appointment: Appointment, lang: Lang): string {
  const words = wordsIn(lang);
  const { place } = appointment.match;
  if (place === 'online') return 'Online';
  const at = placeOf(appointment);
  const where =
    place === 'at-school'
      ? words('Op school', 'At school')
      : isLoan(appointment)
        ? words('Ophalen bij de partner', "To fetch at the partner's")
        : words('Bij de partner', "At the partner's");
  return `${where}: ${[at.name, sayAddress(at)].filter(Boolean).join(', ')}`;
}

/** Total = school + region + partner; pupils always nothing. */
export function sayCosts(costs: MatchCosts, lang: Lang): string {
  const { totalCents, schoolCents, regionCents, partnerCents } = costs;
  const words = wordsIn(lang);
  const pupils = words('Leerlingen betalen niets.', 'Pupils pay nothing.');
  if (totalCents === 0) return `${words('Geen.', 'None.')} ${pupils}`;
  const euros = (cents: number) => sayEuros(cents, lang);
  const split = words(
    `school ${euros(schoolCents)}, regio ${euros(regionCents)}, partner ${euros(partnerCents)}`,
    `school ${euros(schoolCents)}, region ${euros(regionCents)}, partner ${euros(partnerCents)}`,
  );
  return `${euros(totalCents)}: ${split}. ${pupils}`;
}

/** "Ans de Vries, ans@school.example, 0612345678" */
export function sayPerson({ name, email, phone }: PersonView): string {
  return [name, phone, email].filter(Boolean).join(', ');
}
