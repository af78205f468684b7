import {
  RequestChanged,
  RequestPosted,
  RequestQuestioned,
  RequestUnmet,
  RequestWithdrawn,
  type GroupBody,
  type PostRequestBody,
  type RequestedGroup,
} from '#libs/contracts';
import { inlineGroup, isKnownGroup } from './groups.js';
import {
  assign,
  changeRequest,
  ownersOf,
  postRequest,
  regionFor,
  releaseRequest,
  snapshotOf,
  withdrawRequest,
  type Made,
  type Request,
} from './request.js';
import { hearOfMatch, reopened, type HeardOfMatch } from './hear-of-match.js';
import { dueAt, needsCoordinator, whenDue } from './request-clock.js';
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
    expect(snapshotOf(state)).not.toHaveProperty('matches');
    expect(ownersOf(state)).toEqual({ regions: ['ijssel'], school: 'school' });
  });

  it('says what it was not told, and by when it is answered', () => {
    const state = posted();

    expect(state.title).toMatch(/ voor groep 7\/8$/);
    expect(state).toMatchObject({
      state: 'open',
      contactId: 'tess',
      places: ['at-school', 'at-partner', 'online'],
      answerBy: '2026-12-07T17:00:00+01:00',
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
    const { state, events } = withdrawRequest(posted(), 'Niet nodig.', 'tess');

    expect(events).toEqual([expect.any(RequestWithdrawn)]);
    expect(JSON.stringify(events)).not.toContain('Niet nodig');
    expect(() => changeRequest(state, {}, { location, now })).toThrow(refusedWith('requests.withdrawn'));
    expect(() => withdrawRequest(state, 'again', 'tess')).toThrow(refusedWith('requests.withdrawn'));
  });

  it('with a confirmed appointment is not withdrawn', () => {
    const match = { id: 'a-match', groupIds: ['a-group'], confirmed: true };
    const withMatch = (confirmed: boolean) => ({ ...posted(), matches: [{ ...match, confirmed }] });

    expect(() => withdrawRequest(withMatch(true), 'no', 'tess')).toThrow(refusedWith('requests.confirmed'));
    expect(withdrawRequest(withMatch(false), 'no', 'tess').state.state).toBe('withdrawn');
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
  const two = [group, { ...group, groupId: 'b-group', name: '7A' }];
  const asked = (id: string, ...groupIds: string[]) => ({ id, groupIds, confirmed: false });
  const sure = (id: string, ...groupIds: string[]) => ({ id, groupIds, confirmed: true });
  const all = ['a-group', 'b-group'];

  it.each<[Request['state'], Request['matches'], string, HeardOfMatch, string | null, number]>([
    ['open', [], 'mine', 'approved', 'open', 0],
    ['open', [asked('mine', ...all)], 'mine', 'approved', null, 0],
    ['open', [asked('mine', ...all)], 'mine', 'confirmed', 'met', 1],
    ['met', [sure('mine', ...all)], 'mine', 'confirmed', null, 0],
    ['withdrawn', [asked('mine', ...all)], 'mine', 'confirmed', 'withdrawn', 0],
    ['met', [sure('mine', ...all)], 'mine', 'ended', 'open', 1],
    ['open', [asked('mine', ...all)], 'mine', 'ended', 'open', 1],
    ['open', [asked('mine', ...all)], 'mine', 'undone', 'open', 1],
    ['withdrawn', [asked('mine', ...all)], 'mine', 'ended', 'withdrawn', 0],
    ['met', [sure('other', ...all)], 'mine', 'ended', null, 0],
    ['open', [], 'mine', 'ended', null, 0],
    ['open', [], 'mine', 'undone', null, 0],
    ['partly-met', [sure('other', 'b-group'), asked('mine', 'a-group')], 'mine', 'confirmed', 'met', 1],
    ['met', [sure('other', 'b-group'), sure('mine', 'a-group')], 'mine', 'ended', 'partly-met', 1],
  ])('%s with %j hears that %s is %s: %s', (state, matches, id, heard, result, told) => {
    const request = { ...posted(), groups: two, state, matches };
    const made = hearOfMatch(request, { id, groupIds: all }, heard, now);

    expect(made?.state.state ?? null).toBe(result);
    expect(made?.events.length ?? 0).toBe(told);
  });

  it('hears of an undone approval as if it had never been: the answer date stays', () => {
    const before = { ...posted(), groups: two, matches: [asked('mine', ...all)] };
    const soon = Date.parse(before.answerBy) - 1;
    const hear = (heard: HeardOfMatch) => hearOfMatch(before, { id: 'mine', groupIds: all }, heard, soon);

    expect(hear('undone')?.state).toEqual({ ...before, matches: [] });
    expect(hear('ended')?.state.answerBy).not.toBe(before.answerBy);
  });

  it('asks again when a group comes to it after all had their appointment, and is met when that one goes', () => {
    const met: Request = { ...posted(), state: 'met', halfWay: true, matches: [sure('mine', 'a-group')] };
    const later = Date.parse('2027-01-04T09:00:00+01:00');

    const wider = changeRequest(met, {}, { location, groups: two, now: later }).state;
    expect(wider).toMatchObject({
      state: 'partly-met',
      halfWay: false,
      answerBy: '2027-01-11T17:00:00+01:00',
    });
    expect(dueAt(wider)).toBe((Date.parse(wider.postedAt) + Date.parse(wider.answerBy)) / 2);

    const narrow = changeRequest(wider, {}, { location, groups: [group], now: later }).state;
    expect(narrow.state).toBe('met');
    expect(dueAt(narrow)).toBeNull();
  });

  it('has its answer date again when a group comes to it while all were asked', () => {
    const underWay: Request = { ...posted(), halfWay: true, matches: [asked('mine', 'a-group')] };
    const late = Date.parse('2027-01-04T09:00:00+01:00');

    const wider = changeRequest(underWay, {}, { location, groups: two, now: late }).state;

    expect(wider).toMatchObject({ state: 'open', halfWay: false, answerBy: '2027-01-11T17:00:00+01:00' });
    expect(changeRequest(underWay, { title: 'Anders' }, { location, now: late }).state).toMatchObject({
      halfWay: true,
      answerBy: underWay.answerBy,
    });
  });

  it('that is asked for again keeps the appointment that it has for some of its groups', () => {
    const expired: Request = {
      ...posted(),
      groups: two,
      state: 'expired',
      matches: [sure('mine', 'a-group')],
    };

    const again = changeRequest(expired, window('2027-03-08', '2027-03-26'), { location, now }).state;

    expect(again.state).toBe('partly-met');
  });

  it('is partly met by an appointment for some of its groups', () => {
    const request = { ...posted(), groups: two };

    expect(hearOfMatch(request, { id: 'mine', groupIds: ['b-group'] }, 'confirmed', now)?.state.state).toBe(
      'partly-met',
    );
  });
});

describe('the clock of a request', () => {
  const at = (moment: string) => Date.parse(moment);
  const state = (request: Request, moment: string) => whenDue(request, at(moment))?.state;

  it('tells the coordinator half-way and the school at the answer date, each once', () => {
    const request = posted();
    expect(dueAt(request)).toBe(at('2026-11-30T13:00:00+01:00'));
    expect(state(request, '2026-11-30T12:00:00+01:00')).toBeUndefined();

    const half = state(request, '2026-11-30T13:00:00+01:00') as Request;
    expect(half).toMatchObject({ state: 'open', halfWay: true });
    expect(dueAt(half)).toBe(at('2026-12-07T17:00:00+01:00'));

    const unmet = state(half, '2026-12-07T17:00:00+01:00') as Request;
    expect(unmet.state).toBe('unmet');
    expect(dueAt(unmet)).toBe(at('2027-02-13T00:00:00+01:00'));
    expect(state(unmet, '2027-02-13T00:00:00+01:00')?.state).toBe('expired');

    const again = reopened(unmet, at('2026-12-21T09:00:00+01:00'));
    expect(again?.state).toMatchObject({ state: 'open', answerBy: '2026-12-29T17:00:00+01:00' });
    expect(again?.state).not.toHaveProperty('toldNotYet');
    expect(reopened(request, now)).toBeNull();
  });

  it('needs the coordinator from half-way on, while nothing is under way and it is not over', () => {
    const half = { ...posted(), halfWay: true };
    const matches = [{ id: 'mine', groupIds: ['a-group'], confirmed: false }];

    expect(needsCoordinator(posted())).toBe(false);
    for (const waiting of ['open', 'partly-met', 'needs-info'] as const)
      expect(needsCoordinator({ ...half, state: waiting })).toBe(true);
    for (const over of ['met', 'unmet', 'withdrawn', 'expired'] as const)
      expect(needsCoordinator({ ...half, state: over })).toBe(false);
    expect(needsCoordinator({ ...half, matches })).toBe(false);
  });

  it('waits for an appointment that is under way, and for nobody once it is met', () => {
    const matches = [{ id: 'mine', groupIds: ['a-group'], confirmed: false }];
    const underWay = { ...posted(), matches };

    expect(dueAt(underWay)).toBe(at('2027-02-13T00:00:00+01:00'));
    expect(state(underWay, '2026-12-08T09:00:00+01:00')).toBeUndefined();
    expect(dueAt({ ...underWay, state: 'met' })).toBeNull();
  });

  it('is told to have expired also while somebody is still asked', () => {
    const matches = [{ id: 'mine', groupIds: ['a-group'], confirmed: false }];
    const expired = whenDue({ ...posted(), matches }, at('2027-02-13T00:00:00+01:00'));

    expect(expired?.state.state).toBe('expired');
    expect(expired?.events).toEqual([expect.any(RequestChanged)]);
  });

  it.each(['needs-info', 'partly-met'] as const)('tells the school once that it is still %s', (waiting) => {
    const request = { ...posted(), state: waiting, halfWay: true };
    const told = whenDue(request, at(request.answerBy)) as Made;

    expect(told.state.state).toBe(waiting);
    expect(told.events).toEqual([expect.any(RequestUnmet)]);
    expect(dueAt(told.state)).toBe(at('2027-02-13T00:00:00+01:00'));
    const over = whenDue(told.state, at('2027-02-13T00:00:00+01:00')) as Made;
    expect(over.state.state).toBe('expired');
    expect(over.events).toEqual([expect.any(RequestChanged)]);
  });

  it('answers before the last day that is wished for, or with the end of it', () => {
    const soon = (to: string, when = now) =>
      postRequest({ ...body(), windows: [{ from: '2026-11-23', to }] }, { ...facts, now: when }).state;

    expect(soon('2026-11-27').answerBy).toBe('2026-11-27T17:00:00+01:00');
    const tonight = soon('2026-11-23', at('2026-11-23T20:00:00+01:00'));
    expect(tonight.answerBy).toBe('2026-11-23T23:59:00+01:00');

    const expired = whenDue(tonight, at('2026-11-24T08:00:00+01:00')) as Made;
    expect(expired.state.state).toBe('expired');
    expect(expired.events).toEqual([expect.any(RequestChanged), expect.any(RequestUnmet)]);
  });

  it('promises no later day than a change still wishes it for', () => {
    const week = window('2026-11-23', '2026-11-27');

    expect(changeRequest(posted(), week, { location, now }).state.answerBy).toBe('2026-11-27T17:00:00+01:00');
  });

  it('asks the school each question once', () => {
    const first = assign(posted(), { question: 'Met hoeveel?' });
    const same = assign(first.state, { question: 'Met hoeveel?', internalNote: 'gebeld' });
    const other = assign(first.state, { question: 'En wanneer?' });

    expect(first.events).toEqual([expect.any(RequestChanged), expect.any(RequestQuestioned)]);
    expect(same.events).toEqual([]);
    expect(other.events).toEqual([expect.any(RequestQuestioned)]);
  });

  it('is asked something first: its change answers that, and it is heard of again in five working days', () => {
    const { state: asking, events } = assign(posted(), {
      question: 'Kan het ook ’s middags?',
      assigneeId: 'coen',
    });
    expect(asking).toMatchObject({ state: 'needs-info', assigneeId: 'coen' });
    expect(events).toEqual([expect.any(RequestChanged), expect.any(RequestQuestioned)]);

    const later = at('2026-12-07T08:00:00+01:00');
    const changed = changeRequest(asking, { title: 'Robots' }, { location, now: later }).state;
    expect(changed).toMatchObject({
      state: 'open',
      question: null,
      answerBy: '2026-12-14T17:00:00+01:00',
    });
  });

  it('is answered by the round that takes it in', () => {
    const { state: inRound } = postRequest(body(), { ...facts, roundAnswerBy: '2027-01-08' });

    expect(inRound.answerBy).toBe('2027-01-08T17:00:00+01:00');
  });
});

describe('a request of somebody nobody knows yet', () => {
  const claimed = postRequest(body(), { ...facts, unconfirmed: true }).state;

  it('says so, until somebody knows them', () => {
    expect(snapshotOf(claimed)).toMatchObject({ unconfirmed: true, state: 'open' });

    const released = releaseRequest(claimed);

    expect(released?.state).not.toHaveProperty('unconfirmed');
    expect(released?.events).toMatchObject([{ request: { state: 'open' } }]);
    expect(released && releaseRequest(released.state)).toBeNull();
  });

  it('stays as it is when others change', () => {
    expect(changeRequest(claimed, { title: 'Anders' }, { location, now }).state.unconfirmed).toBe(true);
    expect(releaseRequest(posted())).toBeNull();
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
