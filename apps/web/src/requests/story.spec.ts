import type { Match } from '../api/matches.js';
import type { Request } from '../api/requests.js';
import { chosenBy, turnOf } from './filters.js';
import { stepsOf } from './story.js';

const aRequest = (changes: Partial<Request> = {}) =>
  ({ id: 'a-request', state: 'open', underWay: false, ...changes }) as Request;
const asked = { state: 'asked', acceptedBy: {} } as unknown as Match;

describe('my requests', () => {
  it('say whose turn it is', () => {
    expect(turnOf(aRequest())).toBe('region');
    expect(turnOf(aRequest({ state: 'needs-info' }))).toBe('school');
    expect(turnOf(aRequest({ underWay: true }), asked)).toBe('school');
    expect(turnOf(aRequest({ state: 'partly-met', matchId: 'a-match' }))).toBe('region');
    expect(turnOf(aRequest({ state: 'met' }))).toBe('agreed');
    expect(turnOf(aRequest({ state: 'withdrawn' }))).toBe('over');
  });

  it('show what waits for the school first, and what is over only when asked', () => {
    const lines = [
      { request: aRequest({ id: 'open' }) },
      { request: aRequest({ id: 'over', state: 'expired' }) },
      { request: aRequest({ id: 'mine', state: 'unmet' }) },
    ];
    const ids = (some: typeof lines) => some.map(({ request }) => request.id);

    expect(ids(chosenBy(lines, undefined) as typeof lines)).toEqual(['mine', 'open']);
    expect(ids(chosenBy(lines, 'over') as typeof lines)).toEqual(['over']);
  });

  it('go over the bridge with their appointment', () => {
    const states = (request: Request, match?: Match) => stepsOf(request, match).map(({ state }) => state);

    expect(states(aRequest())).toEqual(['done', 'now', 'to-come', 'to-come', 'to-come']);
    expect(states(aRequest(), asked)).toEqual(['done', 'done', 'now', 'to-come', 'to-come']);
    expect(states(aRequest({ state: 'unmet' }))).toEqual(['done', 'ended', 'to-come', 'to-come', 'to-come']);
  });
});
