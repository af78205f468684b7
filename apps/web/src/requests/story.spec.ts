import type { Match } from '../api/matches.js';
import type { Request } from '../api/requests.js';
import { chosenBy, turnOf } from './filters.js';
import { moveOf } from './move.js';
import { groupsWithout, stepsOf } from './story.js';

const aRequest = (changes: Partial<Request> = {}) =>
  ({ id: 'a-request', state: 'open', underWay: false, ...changes }) as Request;
const today = '2026-11-30';
const asked = { state: 'asked', acceptedBy: {} } as unknown as Match;

describe('my requests', () => {
  it('say whose turn it is', () => {
    expect(turnOf(aRequest(), [])).toBe('region');
    expect(turnOf(aRequest({ state: 'needs-info' }), [])).toBe('school');
    expect(turnOf(aRequest({ underWay: true }), [asked])).toBe('school');
    expect(turnOf(aRequest({ state: 'partly-met' }), [])).toBe('region');
    expect(turnOf(aRequest({ state: 'met' }), [])).toBe('agreed');
    expect(turnOf(aRequest({ state: 'withdrawn' }), [])).toBe('over');
  });

  it('show what waits for the school first, and what is over only when asked', () => {
    const lines = [
      { request: aRequest({ id: 'open' }), matches: [] },
      { request: aRequest({ id: 'over', state: 'expired' }), matches: [] },
      { request: aRequest({ id: 'mine', state: 'unmet' }), matches: [] },
    ];
    const ids = (some: typeof lines) => some.map(({ request }) => request.id);

    expect(ids(chosenBy(lines, undefined) as typeof lines)).toEqual(['mine', 'open']);
    expect(ids(chosenBy(lines, 'over') as typeof lines)).toEqual(['over']);
  });

  it('go over the bridge with their appointment', () => {
    const states = (request: Request, matches: Match[] = []) =>
      stepsOf(request, matches).map(({ state }) => state);

    expect(states(aRequest())).toEqual(['done', 'now', 'to-come', 'to-come', 'to-come']);
    expect(states(aRequest({ underWay: true }), [asked])).toEqual([
      'done',
      'done',
      'now',
      'to-come',
      'to-come',
    ]);
    expect(states(aRequest({ state: 'unmet' }))).toEqual(['done', 'ended', 'to-come', 'to-come', 'to-come']);
  });
});

describe('a request with several appointments', () => {
  const said = { at: '2026-11-23T10:00:00+01:00', by: 'tess' };
  const aMatch = (changes: object) =>
    ({
      state: 'asked',
      acceptedBy: {},
      answerBy: null,
      change: null,
      groups: [],
      ...changes,
    }) as unknown as Match;
  const agreed = aMatch({ state: 'confirmed', groups: [{ groupId: '7a' }] });
  const asks = aMatch({ answerBy: '2026-12-08T17:00:00+01:00', groups: [{ groupId: '7b' }] });
  const asksSooner = aMatch({ answerBy: '2026-12-04T17:00:00+01:00', groups: [{ groupId: '8' }] });
  const waitsForPartner = aMatch({ acceptedBy: { school: said }, groups: [{ groupId: '7b' }] });
  const parts = (changes: Partial<Request> = {}) =>
    aRequest({
      state: 'partly-met',
      underWay: true,
      matchIds: ['first', 'second'],
      groups: [{ groupId: '7a' }, { groupId: '7b' }] as Request['groups'],
      answerBy: '2026-12-17T17:00:00+01:00',
      ...changes,
    });

  it('is the school’s turn when any of them waits for it, by the soonest date', () => {
    expect(turnOf(parts(), [agreed, asks])).toBe('school');
    expect(moveOf(parts(), [agreed, asks], today)).toEqual({
      word: 'you-answer',
      count: 1,
      by: asks.answerBy,
    });
    expect(moveOf(parts(), [agreed, asks, asksSooner], today)).toEqual({
      ...{ word: 'you-answer', count: 2, by: asksSooner.answerBy },
    });
  });

  it('says what of it is settled, put to the partner, or still looked for', () => {
    const word = (changes: Partial<Request>, matches: Match[]) => moveOf(parts(changes), matches, today).word;

    expect(word({}, [agreed, waitsForPartner])).toBe('rest-asked');
    expect(word({ underWay: false }, [agreed])).toBe('partly-met');
    const late = { underWay: false, answerBy: '2026-11-27T17:00:00+01:00' };
    expect(word(late, [agreed])).toBe('rest-unmet');
    expect(word({ state: 'open', underWay: false }, [waitsForPartner])).toBe('partly-asked');
    expect(word({ state: 'open' }, [waitsForPartner])).toBe('asked');
  });

  it('is as far as the last of its groups, and names those without', () => {
    const now = (request: Request, matches: Match[]) =>
      stepsOf(request, matches).find(({ state }) => state === 'now')?.id;

    expect(now(parts(), [agreed, waitsForPartner])).toBe('put-to-partner');
    expect(now(parts({ underWay: false }), [agreed])).toBe('searched');
    expect(now(parts({ state: 'met' }), [agreed, agreed])).toBe('held');
    expect(groupsWithout(parts(), [agreed])).toEqual([{ groupId: '7b' }]);
    expect(groupsWithout(parts(), [agreed, asks])).toEqual([]);
  });
});
