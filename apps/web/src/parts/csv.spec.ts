import { csvOf } from './csv.js';

describe('a csv file', () => {
  it('has semicolons, and quotes around what holds them', () => {
    expect(
      csvOf([
        ['a;b', 1],
        ['zegt "ja"', 2],
      ]),
    ).toBe('"a;b";1\r\n"zegt ""ja""";2');
  });

  it('has no cell that a spreadsheet would reckon with', () => {
    expect(csvOf([['=1+1', '+31', '-5', '@x', -5]])).toBe("'=1+1;'+31;'-5;'@x;-5");
  });
});
