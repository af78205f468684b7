import type { OfferSnapshot, RegionChanged, RequestSnapshot, SchoolLocationChanged } from '#libs/contracts';
import { propose } from '#libs/matching-engine';
import { aMatch } from '../../test/a-match.js';
import { snapshotOf } from '../domain/match.js';
import { roundQuestion } from '../plan-round/round-question.js';
import { Market } from './market.js';

const now = Date.parse('2026-11-23T09:00:00+01:00');
const zwolle = { lat: 52.51, lon: 6.09 };
const slotAt = (day: string) => ({
  id: `offer.2027-01-${day}T07:30:00Z`,
  start: `2027-01-${day}T08:30:00+01:00`,
  end: `2027-01-${day}T12:00:00+01:00`,
  groups: 2,
});

const offer: OfferSnapshot = {
  organisationId: 'factory',
  kind: 'guest-lesson',
  title: 'Robots',
  themes: ['hi-tech-science/robotics'],
  audience: [{ sector: 'po' }],
  pupils: { min: 1, max: 32 },
  pupilsPerGroup: 32,
  promise: 'by-appointment',
  durationMinutes: 90,
  lessonsPerVisit: 1,
  place: 'at-school',
  location: zwolle,
  leadTimeDays: 14,
  maxPerMonth: 1,
  costPerGroupCents: 0,
  costPerPupilCents: 0,
  suitability: {},
  vog: 'none',
  closedOn: [],
  slots: [slotAt('12'), slotAt('14')],
  removedSlots: [],
  state: 'published',
  givenBy: [],
  changeNumbersUntilDays: 3,
  bookVia: 'leerbrug',
  blocked: [],
};
const request: RequestSnapshot = {
  madeBy: 'teacher',
  contactId: 'teacher',
  schoolLocationId: 'school',
  regionId: 'region',
  kind: 'guest-lesson',
  title: 'Robots',
  themes: ['hi-tech-science/robotics'],
  goals: [],
  groups: [{ groupId: 'g', sector: 'po', grades: ['7'], levels: [], pupils: 26, name: '7' }],
  windows: [{ from: '2027-01-11', to: '2027-02-12' }],
  places: ['at-school'],
  preferred: [],
  suitability: [],
  transport: 'none',
  splitAllowed: false,
  mergeAllowed: false,
  confirm: 'ask-me',
  postedAt: '2026-11-23T09:00:00+01:00',
  answerBy: '2026-12-07T09:00:00+01:00',
  state: 'open',
};
const school: SchoolLocationChanged = {
  name: 'De Brug',
  brin6: '11ZZ00',
  sectors: ['po'],
  location: zwolle,
  regionIds: ['region'],
  holidayRegion: 'noord',
  holidays: [],
  studyDays: [],
  hours: [],
  parts: [],
  vogPolicy: 'none',
  active: true,
  participation: [],
};
const weights = {
  theme: 1,
  preferred: 1,
  distance: 1,
  time: 1,
  equity: 1,
  priority: 1,
  load: 1,
  rating: 1,
  repeat: 1,
};
const region: RegionChanged = {
  name: 'IJssel',
  settings: {
    weights,
    themePriorities: {},
    sectorPriorities: {},
    regionSharePercent: 0,
    answerWorkingDays: 10,
    questionWorkingDays: 7,
    optionWorkingDays: 5,
  },
};

/** In whatever order the events came. */
function aMarket(): Market {
  const market = new Market();
  market.putRequest('request', 1, request);
  market.putOffer('offer', 1, offer);
  market.putLocation('school', 1, school);
  market.putRegion('region', 1, region);
  return market;
}

function proposed(market: Market) {
  const need = market.needOf('request');
  if (!need) throw new Error('not known');
  return propose(need, market.slotsFor('request'), 5, market.contextOf('region', now));
}

const held = (day: string) => [{ slotId: slotAt(day).id, offerId: 'offer', groups: 1 }];

describe('the market', () => {
  it('waits until school and region are known', () => {
    const market = new Market();
    market.putRequest('request', 1, request);
    expect(market.needOf('request')).toBeUndefined();
  });

  it('counts what a school received per group that it has, in the school year that is asked for', () => {
    const market = aMarket();
    const group = {
      ...{ schoolLocationId: 'school', schoolYear: '2026-2027', sector: 'po' as const, grades: ['7'] },
      ...{ levels: [], pupils: 26, name: '7A', state: 'known' as const },
    };
    const matchOn = (date: string) => {
      const match = snapshotOf(aMatch({ schoolLocationId: 'school', state: 'confirmed' }));
      const sessions = match.sessions.map((session) => ({ ...session, start: `${date}T08:30:00+01:00` }));
      return { ...match, sessions };
    };
    const perGroup = () => market.needOf('request')?.servedPerGroup;

    market.putMatch('this-year', 1, matchOn('2026-12-01'));
    expect(perGroup()).toBe(1);
    for (const id of ['a-group', 'b-group', 'c-group', 'd-group']) market.putGroup(id, 1, group);
    expect(perGroup()).toBe(1 / 4);
    market.putMatch('last-year', 1, matchOn('2026-06-16'));
    market.putGroup('d-group', 2, { ...group, state: 'left' });
    market.putGroup('old-group', 1, { ...group, schoolYear: '2025-2026' });
    expect(perGroup()).toBe(1 / 3);
    expect([market.servedOf('school', '2026-2027'), market.servedOf('school', '2025-2026')]).toEqual([1, 1]);
    expect(roundQuestion(market, 'region', now).names.servedBefore).toEqual({ school: 1 });
  });

  it('asks a round for the groups that have no appointment, as those that have one count as given', () => {
    const market = aMarket();
    const [group] = request.groups;
    if (!group) throw new Error('there is a group');
    const groups = [group, { ...group, groupId: 'a-group', name: '8' }];
    market.putRequest('request', 2, { ...request, state: 'partly-met', splitAllowed: true, groups });
    const match = aMatch({ schoolLocationId: 'school', requestId: 'request', state: 'confirmed' });
    market.putMatch('of-8', 1, snapshotOf(match));

    const { requests, servedBefore } = roundQuestion(market, 'region', now).names;

    expect(requests).toMatchObject([{ id: 'request', groups: 1 }]);
    expect(servedBefore).toEqual({ school: 1 });
  });

  it('counts what is held towards the slot, the month of the offer and the load of the partner', () => {
    const market = aMarket();
    expect(proposed(market).items).toHaveLength(2);

    market.putHold('match', 1, held('12'));
    expect(market.slot(slotAt('12').id)).toMatchObject({
      takenGroups: 1,
      partnerLoad: 0.25,
      ceilings: [{ max: 1, taken: 1 }],
    });
    expect(proposed(market).whyNone?.failures).toMatchObject([{ condition: 'ceiling', slots: 2 }]);

    market.putHold('match', 2, []);
    expect(market.slot(slotAt('12').id)).toMatchObject({
      takenGroups: 0,
      partnerLoad: 0,
      ceilings: [{ taken: 0 }],
    });
    expect(proposed(market).items).toHaveLength(2);
  });

  it('keeps what is held when the offer changes, and forgets nothing older', () => {
    const market = aMarket();
    market.putHold('match', 2, held('12'));
    market.putHold('match', 1, []);
    market.putOffer('offer', 3, { ...offer, title: 'Robots 2' });
    market.putOffer('offer', 2, { ...offer, title: 'Robots 1', slots: [] });

    expect(market.slot(slotAt('12').id)).toMatchObject({ takenGroups: 1 });
    expect(market.offer('offer')).toMatchObject({ title: 'Robots 2' });
  });

  it('knows a primary school without hours has no Wednesday afternoon, and one with hours only those', () => {
    const market = aMarket();
    expect(market.needOf('request')?.closedHours).toEqual([{ weekday: 3, startMinute: 750, endMinute: 930 }]);
    market.putLocation('school', 2, { ...school, hours: [{ weekday: 'tue', from: '08:30', to: '14:00' }] });
    const closed = market.needOf('request')?.closedHours ?? [];
    expect(closed).toContainEqual({ weekday: 2, startMinute: 0, endMinute: 510 });
    expect(closed).toContainEqual({ weekday: 2, startMinute: 840, endMinute: 1440 });
    expect(closed).toContainEqual({ weekday: 1, startMinute: 0, endMinute: 1440 });
  });

  it('knows what schools thought of an offer, each match by its newest word', () => {
    const market = aMarket();
    const match = snapshotOf(aMatch({ offerId: 'offer', organisationId: 'factory', state: 'evaluated' }));
    const thought = (id: string, seq: number, fit: number) =>
      market.putMatch(id, seq, { ...match, evaluation: { school: { fit, again: 'yes' } } });
    expect(market.slot(slotAt('12').id)?.rating).toBeNull();

    thought('match-1', 7, 5);
    thought('match-2', 7, 1);
    thought('match-2', 8, 3);
    thought('match-2', 6, 1);
    market.putMatch('match-3', 1, { ...match, evaluation: { partner: { fit: 1, again: 'no' } } });

    expect(market.slot(slotAt('12').id)?.rating).toEqual({ mean: 0.75, count: 2 });
    const part = proposed(market).items[0]?.explanation.parts.find(({ part: name }) => name === 'rating');
    expect(part).toMatchObject({ value: (0.75 * 2 + 0.5 * 3) / 5, facts: { count: 2 } });
  });

  it('says that nobody evaluated an offer yet, and lets one evaluation not rule', () => {
    const market = aMarket();
    const parts = () => proposed(market).items[0]?.explanation.parts.find(({ part }) => part === 'rating');
    expect(parts()).toMatchObject({ value: 0.5, sentence: { nl: 'Nog niet beoordeeld.' } });

    const match = snapshotOf(aMatch({ offerId: 'offer', organisationId: 'factory', state: 'held' }));
    market.putMatch('match', 1, { ...match, evaluation: { school: { fit: 1, again: 'no' } } });
    expect(parts()).toMatchObject({ value: 0.375 });
  });
});
