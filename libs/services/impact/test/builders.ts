import {
  MatchConfirmed,
  MatchCounted,
  MatchEnded,
  MatchHeld,
  OrganisationChanged,
  RegionChanged,
  RequestConsidered,
  RequestPosted,
  SchoolLocationChanged,
  event,
  type ActivityRowView,
  type MatchSnapshot,
  type RequestSnapshot,
} from '#libs/contracts';
import { activityRow, type Around } from '../src/domain/activity-row.js';
import { activityOf } from '../src/domain/activity.js';
import type { UnmetWish, Wish } from '../src/domain/demand.js';
import type { KnownLocation } from '../src/domain/region-report.js';

export const thisYear = { from: '2026-08-01', to: '2027-07-31' };

/** A session of 90 minutes on that Dutch day, in winter time. */
export function aSession(date: string, groups = [{ groupId: 'g1', pupils: 26 }], id = 's1') {
  return { id, start: `${date}T09:00:00+01:00`, end: `${date}T10:30:00+01:00`, groups };
}

export function aGroup(groupId = 'g1', over: Partial<MatchSnapshot['groups'][number]> = {}) {
  return { groupId, sector: 'po' as const, grades: ['7'], levels: [], pupils: 26, name: groupId, ...over };
}

export function aMatch(over: Partial<MatchSnapshot> = {}): MatchSnapshot {
  return {
    requestId: 'r1',
    offerId: 'o1',
    regionId: 'ijssel',
    schoolLocationId: 'brug',
    organisationId: 'factory',
    origin: 'proposed',
    state: 'held',
    kind: 'guest-lesson',
    title: 'Een robotarm in de klas',
    themes: ['hi-tech-science/robotics'],
    programme: 'Techkwadraat',
    groups: [aGroup()],
    place: 'at-school',
    question: 1,
    sessions: [aSession('2027-01-12')],
    exact: true,
    costs: { totalCents: 5000, schoolCents: 2000, regionCents: 2500, partnerCents: 500 },
    schoolSaidYes: true,
    partnerSaidYes: true,
    calendarSequence: 1,
    ...over,
  };
}

export const aCount = { pupils: 24, adults: 2, groups: 1, unusual: false };
export const someHours = { people: 2, preparation: 1, delivery: 3, travel: 0.5, unusual: false };

export const confirmed = (match: Partial<MatchSnapshot> = {}) =>
  event(MatchConfirmed, { match: aMatch({ state: 'confirmed', ...match }) });
export const held = (match: Partial<MatchSnapshot> = {}) => event(MatchHeld, { match: aMatch(match) });
export const counted = (match: Partial<MatchSnapshot> = {}) =>
  event(MatchCounted, { match: aMatch({ state: 'counted', count: aCount, ...match }) });

export function ended(
  ending: MatchEnded['ending'],
  over: Partial<MatchEnded> & { match?: MatchSnapshot } = {},
): MatchEnded {
  const match = aMatch({ state: ending });
  return event(MatchEnded, {
    match,
    ending,
    by: 'school',
    wasAsked: true,
    wasConfirmed: true,
    late: false,
    feeCents: 0,
    ...over,
  });
}

export const location: Around['location'] = {
  name: 'Obs De Brug',
  brin6: '11ZZ00',
  municipality: 'Zwolle',
  sectors: ['po'],
  regionIds: ['ijssel'],
  active: true,
  participation: [],
};

export function aLocation(id: string, over: Partial<KnownLocation> = {}): KnownLocation {
  return { ...location, id, name: `School ${id}`, ...over } as KnownLocation;
}

export function aRow(
  match: Partial<MatchSnapshot> = {},
  over: Partial<ActivityRowView> = {},
): ActivityRowView {
  const partner = { name: 'Machinefabriek Hoekstra', kind: 'company' } as const;
  const around = { location, partner, ended: { wasConfirmed: true, late: false, feeCents: 0 } } as Around;
  const row = activityRow('m1', activityOf(aMatch(match)), around);
  if (!row) throw new Error('this match is in no report');
  return { ...row, ...over };
}

export function anUnmetWish(
  wish: Partial<Wish> = {},
  joined: Partial<Omit<UnmetWish, 'wish'>> = {},
): UnmetWish {
  return {
    requestId: 'a-request',
    wish: {
      regionId: 'ijssel',
      schoolLocationId: 'brug',
      state: 'unmet',
      themes: ['hi-tech-science/robotics'],
      windows: [{ from: '2027-01-11', to: '2027-02-12', weekdays: ['tue'] }],
      groups: 1,
      pupils: 26,
      ...wish,
    },
    municipality: 'Zwolle',
    considered: { fitting: 0, obstacles: ['theme', 'distance'] },
    ...joined,
  };
}

export function posted(request: Partial<RequestSnapshot> = {}): RequestPosted {
  return event(RequestPosted, {
    request: {
      madeBy: 'tess',
      contactId: 'tess',
      schoolLocationId: 'brug',
      regionId: 'ijssel',
      kind: 'guest-lesson',
      title: 'Robots in de zorg',
      themes: ['hi-tech-science/robotics'],
      goals: [],
      groups: [aGroup('g2', { pupils: 20 })],
      windows: [{ from: '2027-01-11', to: '2027-02-12', weekdays: ['thu'] }],
      places: ['at-school'],
      preferred: [],
      suitability: [],
      transport: 'none',
      splitAllowed: false,
      mergeAllowed: false,
      confirm: 'ask-me',
      postedAt: '2026-11-23T09:00:00+01:00',
      answerBy: '2026-12-07T17:00:00+01:00',
      state: 'open',
      ...request,
    },
  });
}

export const considered = (requestId: string, obstacles: string[]) =>
  event(RequestConsidered, {
    requestId,
    schoolLocationId: 'brug',
    askers: ['tess'],
    fitting: obstacles.length === 0 ? 1 : 0,
    obstacles,
  });

export function locationChanged(over: Partial<SchoolLocationChanged> = {}): SchoolLocationChanged {
  return event(SchoolLocationChanged, {
    name: 'Obs De Brug',
    brin6: '11ZZ00',
    sectors: ['po'],
    regionIds: ['ijssel'],
    holidayRegion: 'noord',
    holidays: [],
    studyDays: [],
    hours: [],
    parts: [],
    vogPolicy: 'none',
    active: true,
    municipality: 'Zwolle',
    participation: [],
    ...over,
  });
}

export const organisationChanged = (name: string) =>
  event(OrganisationChanged, { name, kind: 'company', regionIds: ['ijssel'], closed: [] });

export const regionChanged = (name: string) =>
  event(RegionChanged, {
    name,
    settings: {
      weights: {} as never,
      themePriorities: {},
      sectorPriorities: {},
      regionSharePercent: 0,
      answerWorkingDays: 10,
      questionWorkingDays: 7,
      optionWorkingDays: 5,
    },
  });
