import { RequestChanged, RequestPosted, RequestWithdrawn, type PostRequestBody } from '#libs/contracts';
import { now, location, group, body, facts, posted, window, refusedWith } from '../../test/a-request.js';
import {
  changeRequest,
  ownersOf,
  postRequest,
  regionFor,
  releaseRequest,
  snapshotOf,
  withdrawRequest,
} from './request.js';

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
