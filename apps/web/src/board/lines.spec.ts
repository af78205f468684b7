import type { Considered } from '../api/board.js';
import type { Request } from '../api/requests.js';
import { afterDeciding, hasWords, inHeap, isYours, linesOf, type BoardNow } from './lines.js';

const aRequest = (changes: Partial<Request> = {}): Request =>
  ({
    id: 'r1',
    schoolLocationId: 'brug',
    title: 'Robots in de zorg',
    groups: [{ name: '7/8A', pupils: 26 }],
    postedAt: '2026-11-10T09:00:00+01:00',
    answerBy: '2026-12-17T17:00:00+01:00',
    state: 'open',
    halfWay: false,
    underWay: false,
    ...changes,
  }) as Request;
const fits = (requestId: string) =>
  ({ requestId, state: 'ready', proposals: [{ slotId: 's1', score: 0.8 }] }) as unknown as Considered;
const fitsNothing = (requestId: string) =>
  ({ requestId, state: 'ready', proposals: [] }) as unknown as Considered;
const boardOf = (changes: Partial<BoardNow>) =>
  linesOf({
    requests: [aRequest()],
    considered: [],
    schools: new Map([['brug', 'Obs De Brug']]),
    today: '2026-11-22',
    decided: new Set(),
    ...changes,
  });
const heapsOf = (request: Partial<Request>, changes: Partial<BoardNow> = {}) =>
  boardOf({ requests: [aRequest(request)], ...changes })[0]?.heaps;

describe('the board', () => {
  it.each([
    ['has a proposal', {}, { considered: [fits('r1')] }, ['ready']],
    ['has none', {}, { considered: [fitsNothing('r1')] }, ['none']],
    ['is not considered yet', {}, {}, []],
    [
      'is of yesterday',
      { postedAt: '2026-11-21T09:00:00+01:00' },
      { considered: [fits('r1')] },
      ['ready', 'new'],
    ],
    ['is half-way', { halfWay: true }, { considered: [fits('r1')] }, ['half-way', 'ready']],
    ['waits for an answer', { underWay: true, halfWay: true }, { considered: [fits('r1')] }, ['answering']],
    [
      'is agreed for some of its groups',
      { state: 'partly-met' as const, matchId: 'm1' },
      { considered: [fits('r1')] },
      ['ready'],
    ],
    ['was decided here just now', {}, { considered: [fits('r1')], decided: new Set(['r1']) }, ['answering']],
    ['waits for the school', { state: 'needs-info' as const }, {}, ['school']],
    ['got no answer in time', { state: 'unmet' as const }, {}, ['unmet']],
    ['is agreed', { state: 'met' as const, underWay: true }, {}, ['done']],
  ])('puts what %s on its heap', (_, request, changes, heaps) => {
    expect(heapsOf(request, changes)).toEqual(heaps);
  });

  it('leaves out what was withdrawn or is past', () => {
    expect(boardOf({ requests: [aRequest({ state: 'withdrawn' }), aRequest({ state: 'expired' })] })).toEqual(
      [],
    );
  });

  it('shows half-way first, then what was promised soonest, then what waits longest', () => {
    const requests = [
      aRequest({ id: 'late', answerBy: '2026-12-24T17:00:00+01:00' }),
      aRequest({ id: 'young', postedAt: '2026-11-20T09:00:00+01:00' }),
      aRequest({ id: 'old' }),
      aRequest({ id: 'half', halfWay: true, answerBy: '2026-12-30T17:00:00+01:00' }),
    ];

    expect(boardOf({ requests }).map(({ request }) => request.id)).toEqual(['half', 'old', 'young', 'late']);
  });

  it('says how many days something is open, and of which school it is', () => {
    expect(boardOf({})).toMatchObject([{ age: 12, school: 'Obs De Brug' }]);
  });

  it('gives the coordinator what nobody else has to move', () => {
    const requests = [aRequest({ id: 'a' }), aRequest({ id: 'b', underWay: true }), aRequest({ id: 'c' })];
    const lines = boardOf({ requests, considered: [fits('a'), fitsNothing('c')] });

    expect(lines.filter(isYours).map(({ request }) => request.id)).toEqual(['a', 'c']);
    expect(inHeap(lines, undefined)).toHaveLength(2);
    expect(inHeap(lines, 'answering').map(({ request }) => request.id)).toEqual(['b']);
  });

  it('finds by words in school, group and title', () => {
    const [line] = boardOf({});
    if (!line) throw new Error('there is a line');

    expect([hasWords(line, 'brug 7/8'), hasWords(line, 'ROBOTS'), hasWords(line, 'brug 6')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('goes on to the next, and at the end to the one before', () => {
    const lines = boardOf({ requests: ['a', 'b', 'c'].map((id) => aRequest({ id })) });

    expect(['a', 'c'].map((id) => afterDeciding(lines, id))).toEqual(['b', 'b']);
    expect(afterDeciding(lines.slice(0, 1), 'a')).toBeUndefined();
  });
});
