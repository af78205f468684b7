import type {
  GroupChanged,
  OfferSnapshot,
  OrganisationChanged,
  RegionChanged,
  RequestSnapshot,
  RequestedGroup,
  SchoolLocationChanged,
  StoredSlot,
} from '#libs/contracts';
import { utcOf } from '#libs/facts';

/** A Monday morning in a school week. */
export const startsAt = Date.parse('2027-01-04T09:00:00+01:00');
export const minutes = 60_000;
export const lesson = 90 * minutes;

/** In January both clash with each other; what lies in February counts for another month. */
export const dates = ['2027-01-12', '2027-01-14', '2027-02-09'];

export const questionWorkingDays = 7;
export const optionWorkingDays = 5;
export const limits = {
  organisationPerMonth: 4,
  organisationPerYear: 6,
  personPerMonth: 3,
  labPerMonth: 2,
  bookingsPerYear: 2,
};
export const pupilsPerGroup = 24;
export const fewPupils = 20;
export const morePupils = 28;

export interface SmallOffer {
  readonly id: string;
  readonly promise: 'firm' | 'by-appointment';
  readonly place: 'at-school' | 'at-partner';
  readonly person: string;
  readonly perMonth: number | null;
  readonly from: string;
  readonly until: string;
  /** Places on each of the dates. */
  readonly places: readonly number[];
}

/** Jan gives the first two, which overlap; the museum takes two schools at once, the lab is booked soon. */
export const offers: readonly SmallOffer[] = [
  {
    ...{ id: 'robots', promise: 'by-appointment', place: 'at-school', person: 'jan', perMonth: null },
    ...{ from: '08:30', until: '12:00', places: [1, 2, 2] },
  },
  {
    ...{ id: 'museum', promise: 'firm', place: 'at-partner', person: 'jan', perMonth: null },
    ...{ from: '10:00', until: '11:30', places: [2, 2, 3] },
  },
  {
    ...{ id: 'lab', promise: 'firm', place: 'at-school', person: 'piet', perMonth: limits.labPerMonth },
    ...{ from: '09:00', until: '10:30', places: [1, 2, 1] },
  },
];

export interface SmallSlot {
  readonly id: string;
  readonly offer: SmallOffer;
  readonly start: number;
  readonly end: number;
  readonly places: number;
}

export const slots: readonly SmallSlot[] = offers.flatMap((offer) =>
  dates.map((date, i): SmallSlot => {
    const start = Date.parse(`${date}T${offer.from}:00+01:00`);
    const end = Date.parse(`${date}T${offer.until}:00+01:00`);
    return { id: `${offer.id}.${utcOf(start)}`, offer, start, end, places: offer.places[i] as number };
  }),
);
export const slotOf = (id: string): SmallSlot => slots.find((slot) => slot.id === id) as SmallSlot;

export const slotAt = (offer: number, date: number): SmallSlot =>
  slots[offer * dates.length + date] as SmallSlot;
export const afternoon = (date: number): number => Date.parse(`${dates[date] as string}T14:00:00+01:00`);
export const pastStart = Date.parse('2026-12-15T10:00:00+01:00');

export const schools = ['school-0', 'school-1'];
export const schoolOf = { a: 'school-0', b: 'school-0', c: 'school-1' } as const;
export type GroupId = keyof typeof schoolOf;
export const groups = Object.keys(schoolOf) as GroupId[];

/** Two ask for one class, one for two classes together; one says yes beforehand. */
export const requests: readonly { readonly id: string; readonly groups: readonly GroupId[] }[] = [
  { id: 'request-0', groups: ['a'] },
  { id: 'request-1', groups: ['a', 'b'] },
  { id: 'request-2', groups: ['c'] },
  { id: 'request-3', groups: ['b'] },
];
export const saysYesBeforehand = 'request-3';

export const regionId = 'region';
export const organisationId = 'factory';
const themes = ['hi-tech-science/robotics'];
const zwolle = { lat: 52.51, lon: 6.09 };

export const region: RegionChanged = {
  name: 'IJssel',
  settings: {
    weights: {
      ...{ theme: 1, preferred: 1, distance: 1, time: 1, equity: 1 },
      ...{ priority: 1, load: 1, rating: 1, repeat: 1 },
    },
    ...{ themePriorities: {}, sectorPriorities: {}, regionSharePercent: 0, answerWorkingDays: 10 },
    ...{ questionWorkingDays, optionWorkingDays, bookingsPerSchoolYear: limits.bookingsPerYear },
  },
};
export const organisation: OrganisationChanged = {
  ...{ name: 'De fabriek', kind: 'company', regionIds: [regionId], closed: [] },
  maxPerMonth: limits.organisationPerMonth,
  maxPerSchoolYear: limits.organisationPerYear,
  maxPerPersonPerMonth: limits.personPerMonth,
};
export const school: SchoolLocationChanged = {
  ...{ name: 'De Brug', brin6: '11ZZ00', sectors: ['po'], location: zwolle, regionIds: [regionId] },
  ...{ holidayRegion: 'noord', holidays: [], studyDays: [], hours: [], parts: [] },
  ...{ vogPolicy: 'none', active: true, participation: [] },
};
const described = { sector: 'po' as const, grades: ['7'], levels: [], pupils: fewPupils };
export const group = (id: GroupId): GroupChanged => ({
  ...described,
  ...{ schoolLocationId: schoolOf[id], schoolYear: '2026-2027', name: id, state: 'known' },
});
const requested = (groupId: GroupId): RequestedGroup => ({ ...described, groupId, name: groupId });

export function offerSnapshot({ id, promise, place, person, perMonth }: SmallOffer): OfferSnapshot {
  const own = slots.filter(({ offer }) => offer.id === id);
  const iso = (moment: number) => `${new Date(moment + 60 * minutes).toISOString().slice(0, 19)}+01:00`;
  const stored = own.map((slot): StoredSlot => ({
    ...{ id: slot.id, start: iso(slot.start), end: iso(slot.end), groups: slot.places },
  }));
  return {
    ...{ organisationId, kind: 'guest-lesson', title: id, themes, audience: [{ sector: 'po' }] },
    ...{ pupils: { min: 1, max: 32 }, pupilsPerGroup, promise, durationMinutes: lesson / minutes },
    ...{ lessonsPerVisit: 1, place, location: zwolle, leadTimeDays: 0, costPerGroupCents: 0 },
    ...(perMonth === null ? {} : { maxPerMonth: perMonth }),
    ...{ costPerPupilCents: 0, suitability: {}, vog: 'none', closedOn: [], slots: stored, removedSlots: [] },
    ...{ state: 'published', givenBy: [person], changeNumbersUntilDays: 0, bookVia: 'leerbrug', blocked: [] },
  };
}

export function requestSnapshot({ id, groups: own }: (typeof requests)[number]): RequestSnapshot {
  const said = new Date(startsAt).toISOString();
  return {
    ...{ madeBy: 'teacher', contactId: 'teacher', schoolLocationId: schoolOf[own[0] as GroupId], regionId },
    ...{ kind: 'guest-lesson', title: id, themes, goals: [], groups: own.map(requested) },
    ...{ windows: [{ from: '2027-01-04', to: '2029-12-31' }], places: [], preferred: [], suitability: [] },
    ...{ transport: 'none', splitAllowed: true, mergeAllowed: false },
    confirm: id === saysYesBeforehand ? 'at-once' : 'ask-me',
    ...{ postedAt: said, answerBy: '2029-12-31T17:00:00+01:00', state: 'open' },
  };
}
