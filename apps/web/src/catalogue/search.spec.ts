import { searchOf } from './search.js';

describe('the address of the catalogue', () => {
  it('keeps what makes sense', () => {
    const search = {
      theme: 'hi-tech-science',
      near: '8011PK',
      km: 15,
      sector: 'po',
      grade: '7',
      from: '2027-01-11',
      words: 'robot fabriek',
    };
    expect(searchOf(search)).toEqual(search);
  });

  it('a postcode that looks like a number, and a grade, are text', () => {
    expect(searchOf({ near: 8011, grade: 7, km: '10' })).toEqual({ near: '8011', grade: '7', km: 10 });
  });

  it('drops the rest', () => {
    expect(
      searchOf({
        theme: '<b>',
        km: -3,
        sector: 'x',
        grade: 'vwo',
        from: 'tomorrow',
        view: 'list',
        words: '  ',
        other: 1,
        near: {},
      }),
    ).toEqual({});
  });
});
