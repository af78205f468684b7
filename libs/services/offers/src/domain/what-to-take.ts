import type { HeldSlot, MatchSession, MatchSnapshot, OrganisationChanged } from '#libs/contracts';
import { addDays, localDateOf, schoolYearOf, type LocalDate } from '#libs/facts';
import type { Wanted } from './hold.js';
import type { Offer } from './offer.js';
import type { CeilingTake, DayTake } from './takes.js';

/** What `offers` knows of who gives it; what it does not know limits nothing. */
export interface TakeFacts {
  /** By id: the match's own and those of its slots. */
  readonly offers: ReadonlyMap<string, Pick<Offer, 'givenBy' | 'maxPerMonth' | 'closedOn'>>;
  readonly organisation: Partial<OrganisationChanged> | undefined;
  /** Of the match's region; undefined: as many as it likes. */
  readonly bookingsPerSchoolYear: number | undefined;
  /** Slots that the match holds already: closing them does not take them away from it. */
  readonly heldAlready: ReadonlySet<string>;
}

export interface Question {
  readonly question: number;
  readonly sessions: readonly MatchSession[];
  readonly needs: readonly HeldSlot[];
}

/** All that a question of a match takes: places, the demand, days of people and groups, and one of each ceiling. */
export function whatToTake(match: MatchSnapshot, asked: Question, facts: TakeFacts): Wanted {
  const { question, sessions, needs } = asked;
  const groups = [...new Set(sessions.flatMap((session) => session.groups.map(({ groupId }) => groupId)))];
  return {
    question,
    obstacle: closedSlot(needs, facts),
    slots: [...needs],
    demand: match.requestId ? groups.map((group) => `${match.requestId}|${group}`) : [],
    days: sessions.flatMap((session) => daysOf(match, session, facts)),
    ceilings: ceilingsOf(match, sessions, facts),
  };
}

/** The offer a session is of; undefined when the two sides arranged something that is none. */
function offerIdOf(match: MatchSnapshot, { slotId }: MatchSession): string | undefined {
  return slotId ? slotId.slice(0, slotId.lastIndexOf('.')) : match.offerId;
}

function daysOf(match: MatchSnapshot, session: MatchSession, { offers }: TakeFacts): DayTake[] {
  const { id, slotId, groups } = session;
  const start = Date.parse(session.start);
  const end = Date.parse(session.end);
  const offer = offers.get(offerIdOf(match, session) ?? '');
  const school = `school:${match.schoolLocationId}`;
  const guided = match.place !== 'at-school' && slotId ? `slot:${slotId}` : school;
  const last = localDateOf(end - 1);
  const days: DayTake[] = [];
  for (let day = localDateOf(start); day <= last; day = addDays(day, 1)) {
    const take = (who: string, where: string) =>
      days.push({ id: `${who}|${day}`, session: id, start, end, where });
    for (const person of new Set(offer?.givenBy)) take(`person:${person}`, guided);
    for (const group of new Set(groups.map(({ groupId }) => groupId))) take(`group:${group}`, school);
  }
  return days;
}

/** One activity counts once for each ceiling, in the month and school year it begins in. */
function ceilingsOf(
  match: MatchSnapshot,
  sessions: readonly MatchSession[],
  { offers, organisation, bookingsPerSchoolYear }: TakeFacts,
): CeilingTake[] {
  const day = localDateOf(Math.min(...sessions.map(({ start }) => Date.parse(start))));
  const ids = new Set(sessions.flatMap((session) => offerIdOf(match, session) ?? []));
  const { organisationId, schoolLocationId, regionId, origin } = match;
  const given = new Map([...ids].map((id) => [id, offers.get(id)]));
  return [
    ...ceilingsOn(day, { organisationId, offers: given, organisation }),
    ...(origin === 'booked'
      ? [take(`school:${schoolLocationId}|${regionId}|${schoolYearOf(day)}`, bookingsPerSchoolYear)]
      : []),
  ];
}

const take = (id: string, max: number | undefined): CeilingTake => ({ id, max: max ?? null });

interface Giver {
  readonly organisationId: string;
  /** By id; undefined: not known here. */
  readonly offers: ReadonlyMap<string, Pick<Offer, 'givenBy' | 'maxPerMonth'> | undefined>;
  readonly organisation: Partial<OrganisationChanged> | undefined;
}

/** What an activity of these offers on that day counts for on the partner's side: one of each. */
export function ceilingsOn(day: LocalDate, { organisationId, offers, organisation }: Giver): CeilingTake[] {
  const month = day.slice(0, 7);
  const people = new Set([...offers.values()].flatMap((offer) => offer?.givenBy ?? []));
  return [
    ...[...offers].map(([id, offer]) => take(`offer:${id}|${month}`, offer?.maxPerMonth)),
    take(`organisation:${organisationId}|${month}`, organisation?.maxPerMonth),
    take(`organisation:${organisationId}|${schoolYearOf(day)}`, organisation?.maxPerSchoolYear),
    ...[...people].map((id) => take(`person:${id}|${month}`, organisation?.maxPerPersonPerMonth)),
  ];
}

/** On that day its partner receives and visits nobody, or takes nothing new yet. */
export function isShut(
  day: LocalDate,
  offer: Pick<Offer, 'closedOn'> | undefined,
  { closed = [], pausedUntil = '' }: Partial<OrganisationChanged> = {},
): boolean {
  if (day < pausedUntil) return true;
  return closed.some(({ from, to }) => from <= day && day <= to) || offer?.closedOn.includes(day) === true;
}

/** Whether a school that asks today can have a moment on that day: its partner takes questions, is there, and hears of it in time. */
export function mayBeTaken(
  day: LocalDate,
  today: LocalDate,
  offer: Pick<Offer, 'closedOn' | 'leadTimeDays'>,
  organisation: Partial<OrganisationChanged> = {},
): boolean {
  if (today < (organisation.pausedUntil ?? '')) return false;
  return addDays(today, offer.leadTimeDays) <= day && !isShut(day, offer, organisation);
}

function closedSlot(needs: readonly HeldSlot[], facts: TakeFacts): Wanted['obstacle'] {
  const shut = needs.find(({ slotId, offerId }) => {
    if (facts.heldAlready.has(slotId)) return false;
    const day = localDateOf(Date.parse(slotId.slice(slotId.lastIndexOf('.') + 1)));
    return isShut(day, facts.offers.get(offerId), facts.organisation);
  });
  return shut ? { obstacle: 'slot-closed', at: shut.slotId } : null;
}
