import type { MatchSession, Origin, PostRequestBody } from '#libs/contracts';
import { toOffsetIso } from '#libs/facts';
import { endOf, startOf, type Match, type Wanted } from '../../libs/services/matching/src/domain/match.js';
import type { SchoolLocation } from '../../libs/services/requests/src/domain/school-location.js';
import type { Request } from '../../libs/services/requests/src/domain/request.js';
import { dayAfter, localOf, momentOn } from './own-days.js';
import { minute } from './owners.js';
import type { Chance } from './random.js';
import { regionId, type Partner, type Region, type School } from './region.js';

const lastDay = '2027-07-09';

interface Of {
  readonly id: string;
  readonly origin: Origin;
  readonly school: School;
  readonly partner: Partner;
  readonly request?: Request;
  readonly requestId?: string;
  readonly how?: 'option' | 'firm' | 'past' | 'ahead';
}

/** An appointment that somebody wants at that moment, and who; undefined when the year has no day left for it. */
export function appointment(
  chance: Chance,
  now: number,
  { id, origin, school, partner, request, requestId, how }: Of,
): { wanted: Wanted; actor: string } | undefined {
  const start = how === 'past' ? dayBefore(chance, now, school) : dayAhead(chance, now, school, partner);
  if (start === undefined) return undefined;
  const lasts = chance.one([60, 90, 120]);
  const bySchool = chance.of(0.5);
  const [teacher, receiver] = school.people as [School['people'][number], School['people'][number]];
  const group = chance.one(school.groups);
  const groups = request?.groups ?? [
    {
      groupId: group.id,
      sector: 'po' as const,
      grades: ['7'],
      levels: [],
      pupils: group.pupils,
      name: group.name,
    },
  ];
  const hasOffer = origin !== 'arranged';
  const isOpen = origin === 'proposed' && chance.of(0.5);
  const slotId = `${id}-slot`;
  const span = { start: toOffsetIso(start), end: toOffsetIso(start + (isOpen ? 180 : lasts) * minute) };
  const offerId = `offer-of-${partner.id}`;
  const sessions: MatchSession[] = [
    {
      id: `${id}-1`,
      ...(hasOffer ? { slotId } : {}),
      ...span,
      groups: groups.map(({ groupId, pupils }) => ({ groupId, pupils })),
    },
  ];
  const actors = {
    proposed: 'coordinator',
    booked: teacher.id,
    arranged: bySchool ? teacher.id : partner.firstContactId,
    repeated: bySchool ? teacher.id : partner.firstContactId,
  };
  const own = bySchool ? 'school' : 'partner';
  const wanted: Wanted = {
    ...(requestId ? { requestId } : {}),
    ...(hasOffer ? { offerId } : {}),
    regionId,
    schoolLocationId: school.id,
    organisationId: partner.id,
    origin,
    kind: 'guest-lesson',
    title: `Les over techniek ${id}`,
    themes: ['hi-tech-science/robotics'],
    programme: 'Techkwadraat',
    groups: [...groups],
    place: chance.one(['at-school', 'at-partner']),
    question: 1,
    sessions,
    exact: !isOpen,
    costs: {
      totalCents: 6_000,
      schoolCents: chance.of(0.5) ? 3_000 : 0,
      regionCents: 3_000,
      partnerCents: 0,
    },
    schoolSaidYes: false,
    partnerSaidYes: false,
    calendarSequence: 0,
    askers: chance.of(0.5) ? [teacher.id, receiver.id] : [teacher.id],
    ...(hasOffer ? {} : { partnerContactId: partner.firstContactId }),
    needs: hasOffer ? [{ slotId, offerId, groups: 1 }] : [],
    allowed: [{ ...(hasOffer ? { slotId } : {}), ...span }],
    minutes: lasts,
    lessonMinutes: lasts,
    promise: origin === 'booked' ? 'firm' : 'by-appointment',
    questionWorkingDays: 7,
    optionWorkingDays: how === 'option' ? 5 : null,
    standing: origin === 'booked' ? ['school', 'partner'] : origin === 'proposed' ? [] : [own],
    terms: {
      freeCancelDays: 7,
      changeNumbersUntilDays: 3,
      pupilsPerGroup: 32,
      maxPupils: 32,
      leadTimeDays: chance.one([0, 7, 14, 21]),
    },
    acceptedBy: {},
    decidedOn: { score: 0.8, explanation: {}, warnings: [], despite: [] },
    obstacle: null,
    ended: null,
    note: '',
  };
  return { wanted, actor: actors[origin] };
}

const hours = [8 * 60 + 30, 9 * 60, 10 * 60 + 30, 13 * 60, 15 * 60 + 30, 19 * 60 + 30];

/** Some are soon, most some weeks ahead, some months. */
function dayAhead(chance: Chance, now: number, school: School, partner: Partner): number | undefined {
  const days = chance.one([chance.between(2, 9), chance.between(10, 40), chance.between(20, 90)]);
  let day = dayAfter(localOf(now).day, days);
  while (school.isOff(day) || partner.isOff(day)) day = dayAfter(day);
  return day > lastDay ? undefined : momentOn(day, chance.one(hours));
}

function dayBefore(chance: Chance, now: number, school: School): number {
  let day = dayAfter(localOf(now).day, -chance.between(1, 20));
  while (school.isOff(day)) day = dayAfter(day, -1);
  return momentOn(day, chance.one(hours));
}

/** Another place for a match: another day, as both can. */
export function elsewhere(chance: Chance, now: number, match: Match, region: Region) {
  const school = region.schools.find(({ id }) => id === match.schoolLocationId) as School;
  const partner = region.partners.find(({ id }) => id === match.organisationId) as Partner;
  const start = dayAhead(chance, now, school, partner);
  if (start === undefined) return undefined;
  const end = start + (endOf(match) - startOf(match));
  const [session] = match.sessions as [MatchSession];
  const slotId = session.slotId && `${session.slotId}-${match.lastQuestion}`;
  const there = { ...(slotId ? { slotId } : {}), start: toOffsetIso(start), end: toOffsetIso(end) };
  return {
    sessions: [{ ...session, ...there }],
    needs: slotId && match.offerId ? [{ slotId, offerId: match.offerId, groups: 1 }] : [],
    allowed: [there],
  };
}

export function requestBody(chance: Chance, now: number, school: School): PostRequestBody {
  const from = dayAfter(localOf(now).day, chance.between(5, 30));
  return {
    schoolLocationId: school.id,
    kind: 'guest-lesson',
    themes: ['hi-tech-science/robotics'],
    groups: [],
    windows: [{ from, to: dayAfter(from, chance.between(40, 150)) }],
  };
}

export const schoolLocation = ({ name, holidayRegion, calendar }: School): SchoolLocation => ({
  name,
  brin6: '00AA00',
  sectors: ['po'],
  regionIds: [regionId],
  holidayRegion,
  holidays: [...calendar.holidays],
  studyDays: [...calendar.studyDays],
  hours: [],
  parts: [],
  vogPolicy: 'none',
  active: true,
  participation: [],
});
