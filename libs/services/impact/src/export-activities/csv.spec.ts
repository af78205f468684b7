import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { aRow, someHours } from '../../test/builders.js';
import { activitiesCsv } from './activities-csv.js';
import { csvOf } from '#libs/runtime';

const read = (text: string): string[][] =>
  parse(text, { bom: true, delimiter: ';', record_delimiter: '\r\n' });

describe('a csv for Dutch spreadsheets', () => {
  it('has semicolons, CRLF, a byte order mark and decimal commas', () => {
    expect(csvOf(['a', 'b'], [['één', 1.5]])).toBe('\uFEFFa;b\r\néén;1,5\r\n');
  });

  it.each(['=1+1', '+31', '-5', '@SUM(A1)', '\t=1', '\r=1', '\n=1'])('makes the text %j harmless', (text) => {
    expect(read(csvOf(['a'], [[text]]))[1]).toEqual([`'${text}`]);
  });

  it('leaves numbers numbers', () => {
    expect(csvOf(['a', 'b'], [[-5, null]])).toBe('\uFEFFa;b\r\n-5;\r\n');
  });

  it('gives back any text, behind at most an apostrophe', () => {
    const cells = fc.array(fc.string({ unit: fc.constantFrom(...';"\r\n=+-@\t a\'é€') }), {
      minLength: 2,
      maxLength: 5,
    });
    fc.assert(
      fc.property(cells, (row) => {
        const [, back = []] = read(csvOf(row.map(String), [row]));
        expect(back.map((cell, i) => (cell === row[i] ? cell : cell.slice(1)))).toEqual(row);
        for (const cell of back) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
      }),
    );
  });
});

describe('the csv of activities', () => {
  it('has one row per activity, and names what its numbers are', () => {
    const row = aRow({ hours: someHours }, { partner: '=HYPERLINK("x")' });
    const [header = [], cells = [], none] = read(activitiesCsv([row]));
    const cell = (name: string) => cells[header.indexOf(name)];

    expect(none).toBeUndefined();
    expect(header.slice(0, 4)).toEqual(['date', 'start', 'end', 'lastDate']);
    expect(['date', 'start', 'end', 'brin6', 'pupils', 'numbers', 'status'].map(cell)).toEqual([
      '2027-01-12',
      '09:00',
      '10:30',
      '11ZZ00',
      '26',
      'planned',
      'to-be-counted',
    ]);
    expect(cell('hours')).toBe('4,5');
    expect(cell('partner')).toBe(`'=HYPERLINK("x")`);
  });
});
