import type { Activity, DemandRow } from '../api/reports.js';
import { demandBehind, rowsBehind } from './rows.js';

const row = (changes: object) =>
  ({
    status: 'counted',
    municipality: 'Zwolle',
    sectors: [{ sector: 'po' }],
    themes: ['making/inventing'],
    hours: 2,
    date: '2026-10-01',
    ...changes,
  }) as unknown as Activity;
const rows = [
  row({ matchId: 'a' }),
  row({ matchId: 'b', status: 'to-be-counted', municipality: null, hours: null }),
  row({
    matchId: 'c',
    status: 'planned',
    sectors: [{ sector: 'po' }, { sector: 'vo' }],
    date: '2026-11-01',
    hours: null,
  }),
];
const behind = (...[by, is]: [Parameters<typeof rowsBehind>[1], string]) =>
  rowsBehind(rows, by, is).map(({ matchId }) => matchId);

describe('the rows behind a figure', () => {
  it('are those that it is a sum over', () => {
    expect(behind('status', 'held')).toEqual(['a', 'b']);
    expect(behind('status', 'planned')).toEqual(['c']);
    expect(behind('municipality', 'unknown')).toEqual(['b']);
    expect(behind('sector', 'vo')).toEqual(['c']);
    expect(behind('root', 'making')).toEqual(['a', 'b', 'c']);
    expect(behind('month', '2026-11')).toEqual(['c']);
    // What is still to come owes no hours.
    expect(behind('hours', 'missing')).toEqual(['b']);
    expect(behind('hours', 'given')).toEqual(['a']);
  });

  it('are all where nothing is asked', () => {
    expect(rowsBehind(rows)).toHaveLength(3);
  });
});

describe('the requests behind a cell of the unmet demand', () => {
  const asked = (requestId: string, municipality: string | null, weekdays: string[]) =>
    ({ requestId, municipality, weekdays, rootThemes: ['making'] }) as unknown as DemandRow;
  const requests = [asked('a', 'Zwolle', ['tue', 'thu']), asked('b', null, ['any'])];
  const found = (search: object) => demandBehind(requests, search).map(({ requestId }) => requestId);

  it('are of its world, place and day; what is not said is any', () => {
    expect(found({})).toEqual(['a', 'b']);
    expect(found({ theme: 'making', area: 'unknown' })).toEqual(['b']);
    expect(found({ weekday: 'thu' })).toEqual(['a']);
    expect(found({ weekday: 'any' })).toEqual(['b']);
    expect(found({ theme: 'food-nature' })).toEqual([]);
  });
});
