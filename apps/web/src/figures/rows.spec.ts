import type { Activity, DemandRow } from '../api/report-views.js';
import { demandBehind, rowsBehind, sumsOf } from './rows.js';
import type { RowsSearch } from './search.js';

const row = (changes: object) =>
  ({
    status: 'counted',
    municipality: 'Zwolle',
    pupils: 20,
    sectors: [{ sector: 'po', groups: 1, pupils: 20 }],
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
    pupils: 26,
    sectors: [
      { sector: 'po', groups: 1, pupils: 20 },
      { sector: 'vo', groups: 1, pupils: 6 },
    ],
    date: '2026-11-01',
    hours: null,
  }),
  row({ matchId: 'd', status: 'cancelled', hours: null }),
];
const behind = (search: RowsSearch) => rowsBehind(rows, search).map(({ matchId }) => matchId);

describe('the rows behind a figure', () => {
  it('are those that it is a sum over', () => {
    expect(behind({ only: 'held' })).toEqual(['a', 'b']);
    expect(behind({ only: 'planned' })).toEqual(['c']);
    expect(behind({ by: 'municipality', is: 'unknown' })).toEqual(['b']);
    expect(behind({ by: 'municipality', is: 'Zwolle', only: 'held' })).toEqual(['a']);
    expect(behind({ by: 'sector', is: 'vo' })).toEqual(['c']);
    expect(behind({ by: 'root', is: 'making' })).toEqual(['a', 'b', 'c', 'd']);
    expect(behind({ by: 'root', is: 'making', only: 'held' })).toEqual(['a', 'b']);
    expect(behind({ by: 'month', is: '2026-11' })).toEqual(['c']);
    expect(behind({ only: 'cancelled' })).toEqual(['d']);
    // What is still to come owes no hours.
    expect(behind({ only: 'hours-missing' })).toEqual(['b']);
    expect(behind({ only: 'hours-given' })).toEqual(['a']);
  });

  it('are all where nothing is asked', () => {
    expect(rowsBehind(rows, {})).toHaveLength(4);
  });

  it('count of a sector its own pupils alone', () => {
    expect(rowsBehind(rows, { by: 'sector', is: 'vo' })).toMatchObject([{ pupils: 6, groups: 1 }]);
  });

  it('come to pupils who were counted, who are not yet, and who missed it, apart', () => {
    expect(sumsOf(rows)).toEqual({
      ...{ activities: 4, hours: 2 },
      pupils: { counted: 20, expected: 46, missed: 20 },
    });
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
