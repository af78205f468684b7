import { postcodeAreas, type PostcodeRow } from './postcode-areas.js';

const assen = { place: 'Assen', municipality: '0106', lat: 52.9939, lon: 6.5625 };
const rows = (...given: (Partial<PostcodeRow> & { code: string })[]): PostcodeRow[] =>
  given.map((row, i) => ({ ...assen, ...row, row: i + 2 }));

describe('the areas of postcodes', () => {
  it('average the rows of one code that lie close together', () => {
    const { areas, remarks } = postcodeAreas(
      rows({ code: '9401', lat: 53, lon: 6.56 }, { code: '9401', lat: 52.98, lon: 6.58 }),
    );

    expect(areas.get('9401')).toEqual({ lat: 52.99, lon: 6.57 });
    expect(remarks).toEqual([]);
  });

  it('of rows far apart take the one among the neighbouring codes, and say so', () => {
    const utrecht = { place: 'Utrecht', municipality: '0344', lat: 52.09, lon: 5.12 };

    const { areas, remarks } = postcodeAreas(
      rows({ code: '9401' }, { code: '9402', ...utrecht }, { code: '9402', lat: 53 }),
    );

    expect(areas.get('9402')).toEqual({ lat: 53, lon: 6.5625 });
    expect(remarks).toMatchObject([{ row: 3, code: 'far-apart' }]);
    expect(remarks[0]?.message).toContain('row 4');
  });

  it('without neighbours take the row nearest to the place it names', () => {
    const { areas } = postcodeAreas(rows({ code: '9401', lat: 52.6 }, { code: '9401', lat: 53 }));

    expect(areas.get('9401')).toEqual({ lat: 53, lon: 6.5625 });
  });

  it('refuse a middle that is far from its place and from every neighbour', () => {
    const { areas, refusals } = postcodeAreas(rows({ code: '9401' }, { code: '9402', lat: 52.5 }));

    expect([...areas.keys()]).toEqual(['9401']);
    expect(refusals).toMatchObject([{ row: 3, code: 'far-from-its-place' }]);
  });

  it('believe a middle among its neighbours though the place bears another name', () => {
    const { areas } = postcodeAreas(
      rows({ code: '9401' }, { code: '9402', place: 'Zwolle', municipality: '0193' }),
    );

    expect(areas.has('9402')).toBe(true);
  });

  it('believe a middle whose place is not known', () => {
    const { areas } = postcodeAreas(rows({ code: '9401', place: 'Nergenshuizen', municipality: '' }));

    expect(areas.size).toBe(1);
  });
});
