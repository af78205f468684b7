import {
  RequestChanged,
  RequestPosted,
  RequestWithdrawn,
  type GroupBody,
  type PostRequestBody,
  type RequestedGroup,
} from '#libs/contracts';
import { inlineGroup, isKnownGroup } from './groups.js';
import {
  changeRequest,
  hearOfMatch,
  ownersOf,
  postRequest,
  regionFor,
  snapshotOf,
  withdrawRequest,
  type Request,
} from './request.js';
import type { SchoolLocation } from './school-location.js';

const now = Date.parse('2026-11-23T09:00:00+01:00');
const location: SchoolLocation = {
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
  participation: [],
};
const group: RequestedGroup = {
  groupId: 'a-group',
  sector: 'po',
  grades: ['7', '8'],
  levels: [],
  pupils: 26,
  name: '7/8B',
};
const body = (changes: Partial<PostRequestBody> = {}): PostRequestBody => ({
  schoolLocationId: 'school',
  kind: 'guest-lesson',
  themes: ['hi-tech-science/robotics'],
  groups: [{ groupId: 'a-group' }],
  windows: [{ from: '2027-01-11', to: '2027-02-12' }],
  ...changes,
});
const facts = { location, groups: [group], answerWorkingDays: 10, madeBy: 'tess', now };
const posted = (changes: Partial<PostRequestBody> = {}): Request => postRequest(body(changes), facts).state;
const window = (from: string, to: string) => ({ windows: [{ from, to }] });
const refusedWith = (code: string, path?: string) =>
  expect.objectContaining({
    code,
    ...(path ? { explained: expect.objectContaining({ errors: [expect.objectContaining({ path })] }) } : {}),
  }) as Error;

const wrongs: [string, Partial<PostRequestBody>, string, string][] = [
  ['an unknown theme', { themes: ['magic'] }, 'requests.theme-unknown', 'themes[0]'],
  ['an unknown goal', { goals: ['magic'] }, 'requests.goal-unknown', 'goals[0]'],
  ['a preference for nobody', { preferred: [{}] }, 'requests.preferred-incomplete', 'preferred[0]'],
  [
    'a preference for two at once',
    { preferred: [{ offerId: 'a', organisationId: 'b' }] },
    'requests.preferred-incomplete',
    'preferred[0]',
  ],
  [
    'a window that ends before it starts',
    window('2027-02-12', '2027-01-11'),
    'requests.window-backwards',
    'windows[0].to',
  ],
  ['a window in the past', window('2026-10-01', '2026-10-09'), 'requests.window-in-past', 'windows[0].to'],
  ['a window of years', window('2027-01-11', '2029-02-11'), 'requests.window-too-long', 'windows[0].to'],
  [
    'a window in the holidays',
    window('2026-12-21', '2027-01-01'),
    'requests.window-in-holiday',
    'windows[0]',
  ],
];

describe('a request', () => {
  it.each(wrongs)('with %s is refused, when posted and when changed', (_what, changes, code, path) => {
    expect(() => posted(changes)).toThrow(refusedWith(code, path));
    expect(() => changeRequest(posted(), changes, { location, now })).toThrow(refusedWith(code, path));
  });

  it('may have begun: only what lies ahead counts', () => {
    expect(posted(window('2026-11-01', '2026-11-27')).state).toBe('open');
  });

  it('is told without the note', () => {
    const { state, events } = postRequest(body({ note: 'Bel eerst.' }), facts);

    expect(events).toEqual([expect.any(RequestPosted)]);
    expect(JSON.stringify(events)).not.toContain('Bel eerst');
    expect(snapshotOf(state)).not.toHaveProperty('match');
    expect(ownersOf(state)).toEqual({ regions: ['ijssel'], school: 'school' });
  });

  it('says what it was not told, and by when it is answered', () => {
    const state = posted();

    expect(state.title).toMatch(/ voor groep 7\/8$/);
    expect(state).toMatchObject({
      state: 'open',
      contactId: 'tess',
      places: ['at-school', 'at-partner', 'online'],
      answerBy: '2026-12-07T09:00:00+01:00',
    });
    expect(state).not.toHaveProperty('maxDistanceKm');
  });

  it('keeps what it was told', () => {
    const told = {
      title: 'Robots',
      maxDistanceKm: 0,
      maxCostCents: 0,
      contactId: 'cas',
      goals: ['digital-literacy/systems'],
    };

    expect(posted({ ...told, preferred: [{ offerId: 'a' }, { organisationId: 'b' }] })).toMatchObject(told);
  });

  it('gets a title even without a theme', () => {
    expect(posted({ themes: [] }).title).toMatch(/groep 7\/8/);
  });

  it('loses a limit by null and keeps it by silence', () => {
    const limited = posted({ maxDistanceKm: 25, maxCostCents: 5000 });
    const change = (patch: object) => changeRequest(limited, patch, { location, now }).state;

    expect(change({ title: 'Robots' })).toMatchObject({
      maxDistanceKm: 25,
      maxCostCents: 5000,
      title: 'Robots',
    });
    expect(change({ maxDistanceKm: null, maxCostCents: null })).not.toHaveProperty('maxDistanceKm');
    expect(change({ maxDistanceKm: null, maxCostCents: null })).not.toHaveProperty('maxCostCents');
    expect(change({ maxDistanceKm: 5 })).toMatchObject({ maxDistanceKm: 5, maxCostCents: 5000 });
  });

  it('changes its groups, and what is valid', () => {
    const groups = [{ ...group, groupId: 'another' }];
    const patch = {
      themes: ['hi-tech-science/robotics'],
      goals: [],
      preferred: [],
      ...window('2027-01-11', '2027-01-15'),
    };
    const { state, events } = changeRequest(posted(), patch, { location, groups, now });

    expect(state).toMatchObject({ groups, ...patch });
    expect(events).toEqual([expect.any(RequestChanged)]);
  });

  it('that was withdrawn can neither change nor be withdrawn again', () => {
    const { state, events } = withdrawRequest(posted(), 'Niet nodig.');

    expect(events).toEqual([expect.any(RequestWithdrawn)]);
    expect(JSON.stringify(events)).not.toContain('Niet nodig');
    expect(() => changeRequest(state, {}, { location, now })).toThrow(refusedWith('requests.withdrawn'));
    expect(() => withdrawRequest(state, 'again')).toThrow(refusedWith('requests.withdrawn'));
  });

  it('with a confirmed appointment is not withdrawn', () => {
    const match = { id: 'a-match', confirmed: true };

    expect(() => withdrawRequest({ ...posted(), match }, 'no')).toThrow(refusedWith('requests.confirmed'));
    expect(withdrawRequest({ ...posted(), match: { ...match, confirmed: false } }, 'no').state.state).toBe(
      'withdrawn',
    );
  });

  it.each<[string | undefined, readonly string[], string]>([
    [undefined, ['a'], 'a'],
    ['b', ['a', 'b'], 'b'],
    [undefined, ['a', 'b'], 'requests.region-needed'],
    [undefined, [], 'requests.region-needed'],
    ['c', ['a'], 'requests.region-wrong'],
  ])('asked for region %s at a school of %j: %s', (asked, regionIds, result) => {
    const region = () => regionFor({ ...location, regionIds: [...regionIds] }, asked);

    if (result.includes('.')) expect(region).toThrow(refusedWith(result, 'regionId'));
    else expect(region()).toBe(result);
  });
});

describe('what a request hears of its matches', () => {
  const mine = { id: 'mine', confirmed: false };
  const sure = { id: 'mine', confirmed: true };
  type Heard = 'approved' | 'confirmed' | 'ended';

  it.each<
    [Request['state'], Request['match'], string, Heard, string | null, Request['match'] | undefined, number]
  >([
    ['open', null, 'mine', 'approved', 'open', mine, 0],
    ['open', { id: 'other', confirmed: false }, 'mine', 'approved', 'open', mine, 0],
    ['met', sure, 'other', 'approved', null, undefined, 0],
    ['open', mine, 'mine', 'confirmed', 'met', sure, 1],
    ['withdrawn', mine, 'mine', 'confirmed', 'withdrawn', sure, 0],
    ['met', sure, 'mine', 'ended', 'open', null, 1],
    ['open', mine, 'mine', 'ended', 'open', null, 0],
    ['withdrawn', mine, 'mine', 'ended', 'withdrawn', null, 0],
    ['met', sure, 'other', 'ended', null, undefined, 0],
    ['open', null, 'other', 'ended', null, undefined, 0],
  ])('%s with %j hears that %s is %s', (state, match, id, heard, result, after, told) => {
    const made = hearOfMatch({ ...posted(), state, match }, id, heard, now);

    expect(made?.state.state ?? null).toBe(result);
    expect(made?.state.match).toEqual(after);
    expect(made?.events.length ?? 0).toBe(told);
  });
});

describe('a group in a request', () => {
  const of = {
    schoolLocationId: 'school',
    requestId: 'r',
    schoolYear: '2026',
    idOf: (text: string) => `id of ${text}`,
  };
  const described = (changes: Partial<GroupBody> = {}, at: SchoolLocation = location) =>
    inlineGroup({ sector: 'po', grades: ['7'], pupils: 20, ...changes }, 0, at, of);

  it.each<[string, Partial<GroupBody>, string, string]>([
    ['no sector', { sector: undefined }, 'requests.group-incomplete', 'groups[0].sector'],
    ['no pupils', { pupils: undefined }, 'requests.group-incomplete', 'groups[0].pupils'],
    ['a sector the school does not have', { sector: 'vo' }, 'requests.sector-not-here', 'groups[0].sector'],
    ['group 9', { grades: ['9'] }, 'requests.grade-unknown', 'groups[0].grades'],
    ['a level of another sector', { levels: ['vwo'] }, 'requests.level-unknown', 'groups[0].levels'],
  ])('with %s is refused', (_what, changes, code, path) => {
    expect(() => described(changes)).toThrow(refusedWith(code, path));
  });

  it('of a school whose sectors nobody knows may be of any', () => {
    const anywhere = { ...location, sectors: [] };

    expect(described({ sector: 'vo', grades: ['3'], levels: ['havo'] }, anywhere)).toMatchObject({
      levels: ['havo'],
    });
    expect(described({ grades: undefined as never }, anywhere)).toMatchObject({ grades: [], levels: [] });
  });

  it('is the same group whenever it has the same name in that school and year', () => {
    expect(described({ name: '7B' }).groupId).toBe('id of school 2026 7B');
    expect(described().groupId).toBe('id of school 2026 r 0');
    expect(described().name).toBe('groep 7');
    expect(described({ name: '7B' }).name).toBe('7B');
  });

  it('is known when it is named by its id alone', () => {
    expect(isKnownGroup({ groupId: 'a' }, 0)).toBe(true);
    expect(isKnownGroup({ sector: 'po', pupils: 20 }, 0)).toBe(false);
    expect(() => isKnownGroup({ groupId: 'a', pupils: 20 }, 3)).toThrow(
      refusedWith('requests.group-incomplete', 'groups[3]'),
    );
  });
});
