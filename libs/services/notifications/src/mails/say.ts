import { localDateOf, sayDay, sayGroups, saySpan, type Lang } from '#libs/facts';
import type { Appointment, PersonView, RequestView, ShoreView, Words } from '../owners/views.js';

export function inBoth(say: (lang: Lang) => string): Words {
  return { nl: say('nl'), en: say('en') };
}

/** The one of two sentences that the reader reads. */
export function wordsIn(lang: Lang): (nl: string, en: string) => string {
  return (nl, en) => (lang === 'nl' ? nl : en);
}

/** "€ 12,50", "€12.50" */
function sayEuros(cents: number, lang: Lang): string {
  const euros = cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2);
  return lang === 'nl' ? `€ ${euros.replace('.', ',')}` : `€${euros}`;
}

/** "do 14 jan" of a moment given as ISO text. */
export function sayMoment(moment: string, lang: Lang, today?: string): string {
  return sayDay(localDateOf(Date.parse(moment)), lang, today);
}

/** Minutes that the activity takes, all lessons together. */
function minutesOf({ offer }: Pick<Appointment, 'offer'>): number {
  return offer.durationMinutes * offer.lessonsPerVisit;
}

export function spanOf({ match }: Pick<Appointment, 'match'>): { start: number; end: number } {
  const session = match.sessions[0];
  return { start: Date.parse(session?.start ?? ''), end: Date.parse(session?.end ?? '') };
}

/** Is the exact time still to be named? A firm slot, or one exactly as long as the activity, is its own time. */
export function asksForTime(appointment: Pick<Appointment, 'match' | 'offer'>): boolean {
  const { start, end } = spanOf(appointment);
  const { match, offer } = appointment;
  return !match.exact && offer.promise === 'by-appointment' && end - start > minutesOf(appointment) * 60_000;
}

/** "di 12 jan, 9.00–10.30 uur"; until the time is exact also how long it takes within the slot. */
export function sayWhen(appointment: Appointment, lang: Lang, today?: string): string {
  const { start, end } = spanOf(appointment);
  const span = saySpan(start, end, lang, today);
  if (!asksForTime(appointment)) return span;
  const minutes = minutesOf(appointment);
  return wordsIn(lang)(
    `${span}: ${minutes} minuten in deze tijd, het precieze begin spreken jullie af`,
    `${span}: ${minutes} minutes within this time, the exact start is up to you both`,
  );
}

export function sayAddress({ street, location }: Pick<ShoreView, 'street' | 'location'>): string {
  const town = [location?.postcode, location?.place].filter(Boolean).join(' ');
  return [street, town].filter(Boolean).join(', ');
}

/** Where the visit is: at the school, or where the offer says, which need not be the partner's own address. */
export function placeOf({ offer, school, partner }: Appointment): ShoreView {
  if (offer.place === 'at-school') return school;
  return offer.location ? { id: partner.id, name: partner.name, location: offer.location } : partner;
}

/** "Op school: De Springplank, Dorpsstraat 1, 8261AA Kampen" */
export function sayWhere(appointment: Appointment, lang: Lang): string {
  const words = wordsIn(lang);
  const { place } = appointment.offer;
  if (place === 'online') return 'Online';
  const at = placeOf(appointment);
  const where =
    place === 'at-school' ? words('Op school', 'At school') : words('Bij de partner', "At the partner's");
  return `${where}: ${[at.name, sayAddress(at)].filter(Boolean).join(', ')}`;
}

/** The groups of the match with the pupils counted for it. */
export function groupsOf({ match, request }: Pick<Appointment, 'match' | 'request'>) {
  const known = new Map(request.groups.map((group) => [group.groupId, group]));
  return (match.sessions[0]?.groups ?? []).map(({ groupId, pupils }) => {
    const group = known.get(groupId);
    return {
      name: group?.name ?? '',
      sector: group?.sector ?? null,
      grades: group?.grades ?? [],
      levels: group?.levels ?? [],
      pupils,
    };
  });
}

/** "groep 7/8A, 26 leerlingen" */
export function sayPupils(appointment: Pick<Appointment, 'match' | 'request'>, lang: Lang): string {
  const groups = groupsOf(appointment);
  const spoken = groups.flatMap(({ sector, ...group }) => (sector ? [{ sector, ...group }] : []));
  return pupilsWords(spoken, groups, lang);
}

export function sayRequestPupils({ groups }: RequestView, lang: Lang): string {
  return pupilsWords(groups, groups, lang);
}

function pupilsWords(
  spoken: Parameters<typeof sayGroups>[0],
  counted: readonly { pupils: number }[],
  lang: Lang,
): string {
  const pupils = counted.reduce((sum, group) => sum + group.pupils, 0);
  const count = wordsIn(lang)(
    `${pupils} ${pupils === 1 ? 'leerling' : 'leerlingen'}`,
    `${pupils} ${pupils === 1 ? 'pupil' : 'pupils'}`,
  );
  return [sayGroups(spoken, lang), count].filter(Boolean).join(', ');
}

/** Total = school + region + partner; pupils always nothing. */
export function sayCosts({ match }: Pick<Appointment, 'match'>, lang: Lang): string {
  const { totalCents, schoolCents, regionCents, partnerCents } = match.costs;
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
