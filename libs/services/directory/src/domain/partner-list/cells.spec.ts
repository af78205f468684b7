import {
  dateOf,
  durationOf,
  emailOf,
  isDoubtfulDate,
  isFormula,
  minuteOf,
  numberOf,
  phoneOf,
} from './cells.js';
import { findColumns } from './columns.js';
import { groupsNamed } from './named-groups.js';
import { activityKindOf, organisationKindOf, themesOf } from './words.js';

describe('a cell of a list of partners', () => {
  it.each([
    ['2026-05-12', '2026-05-12'],
    ['12-05-2026', '2026-05-12'],
    ['12/5/26', '2026-05-12'],
    ['1-9-26', '2026-09-01'],
    ['12.05.2026 00:00', '2026-05-12'],
    ['12 mei 2026', '2026-05-12'],
    ['di 3 mrt. 2026', '2026-03-03'],
    ['maandag 2 maart 2026', '2026-03-02'],
    ['46154', '2026-05-12'],
    ['31-02-2026', null],
    ['13-13-2026', null],
    ['voorjaar', null],
    ['12 mai 2026', null],
  ])('"%s" is the day %s', (text, date) => {
    expect(dateOf(text)).toBe(date);
  });

  it('with a short year is doubtful when day and month could be exchanged', () => {
    expect(['1-9-26', '1-9-2026', '13-9-26', '9-9-26'].map(isDoubtfulDate)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('holds a time of day, or none', () => {
    expect(['9:00', '09.30', '9u15', '13 uur', '24:00', '9:75', 'ochtend'].map(minuteOf)).toEqual([
      540,
      570,
      555,
      780,
      null,
      null,
      null,
    ]);
  });

  it('holds a duration, of which small bare numbers are hours', () => {
    expect(['90', '1:30', '1,5 uur', '90 min', '2', '0', '99 uur', 'kort'].map(durationOf)).toEqual([
      90,
      90,
      90,
      90,
      120,
      null,
      null,
      null,
    ]);
  });

  it('holds a number with a comma or a point, from 0 up', () => {
    expect(['2,5', '2.5', '0', '-1', '1e3', ''].map(numberOf)).toEqual([2.5, 2.5, 0, null, null, null]);
  });

  it('holds a formula when a spreadsheet would compute it', () => {
    const formulas = ['=SUM(A1:A2)', '=HYPERLINK("x")', '+SOM(A1)', '@CMD()', '#VERW!', '#N/B', '#REF!'];

    expect(formulas.every(isFormula)).toBe(true);
    expect(['+31 592 123456', '-', '# 12', 'A=B'].some(isFormula)).toBe(false);
  });

  it('holds an address or a telephone number, or something else', () => {
    expect(emailOf(' mailto:Jan@Fabriek.example')).toBe('jan@fabriek.example');
    expect(['jan', 'jan@fabriek', 'a@b.nl; c@d.nl', 'Jan <jan@fabriek.nl>'].map(emailOf)).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(phoneOf('+31 (0)592 - 12 34 56')).toBe('+31 (0)592 - 12 34 56');
    expect(['bellen', '12', '06-12345678 of 0592'].map(phoneOf)).toEqual([null, null, null]);
  });

  it('names kinds and themes as people write them', () => {
    expect(['Bedrijf', 'science center', 'Techlab', 'ROC Drenthe', 'iets'].map(organisationKindOf)).toEqual([
      'company',
      'science-centre',
      'tech-lab',
      'mbo',
      undefined,
    ]);
    expect(['Gastles', 'museumbezoek', 'Museum- of labbezoek', 'feest'].map(activityKindOf)).toEqual([
      'guest-lesson',
      'museum-visit',
      'museum-visit',
      undefined,
    ]);
    expect(themesOf('Energie, Water & Veiligheid')).toEqual(['energy-water-safety']);
    expect(themesOf('food-nature/farming; boer en tuinder, Techniek in de zorg')).toEqual([
      'food-nature/farming',
      'people-health/care-technology',
    ]);
    expect(themesOf('Boer en tuinder, vliegen')).toBeNull();
  });

  it.each([
    [
      '7A, 7/8B',
      ['po'],
      [
        ['7A', ['7'], []],
        ['7/8B', ['7', '8'], []],
      ],
    ],
    [
      'groep 7 en 8',
      ['po'],
      [
        ['7', ['7'], []],
        ['8', ['8'], []],
      ],
    ],
    ['groepen 3 t/m 5', ['po'], [['3 t/m 5', ['3', '4', '5'], []]]],
    ['H2a', ['vo'], [['H2a', ['2'], []]]],
    ['klas 2 havo/vwo', ['vo'], [['2 havo/vwo', ['2'], ['havo', 'vwo']]]],
    ['De Uilen', ['so', 'vso'], [['De Uilen', [], []]]],
    ['groep 9', ['po'], null],
    ['3 havo', ['po'], null],
    [',', ['po'], null],
  ] as const)('"%s" at a school of %j names %j', (text, sectors, named) => {
    const groups = groupsNamed(text, sectors);

    expect(groups?.map(({ name, grades, levels }) => [name, grades, levels]) ?? null).toEqual(named);
  });
});

describe('the header of a list of partners', () => {
  it('is the row with most names, whatever their order, case and spelling', () => {
    const rows = [
      ['Partners 2026'],
      [],
      ['E-MAIL', 'Naam organisatie', 'Groep(en)', 'Kleur'],
      ['a', 'b', 'c', 'd'],
    ];

    expect(findColumns(rows)).toEqual({
      headerAt: 2,
      columns: [
        { field: 'email', at: 0, title: 'E-MAIL' },
        { field: 'organisation', at: 1, title: 'Naam organisatie' },
        { field: 'groups', at: 2, title: 'Groep(en)' },
      ],
      unknown: ['Kleur'],
    });
  });

  it('takes from the row above what its own cells leave out', () => {
    const rows = [
      ['Organisatie', 'Contact', '', 'Activiteit', ''],
      ['', 'naam', 'e-mail', 'titel', 'soort'],
    ];

    expect(findColumns(rows)?.columns.map(({ field }) => field)).toEqual([
      'organisation',
      'contact',
      'email',
      'title',
      'activityKind',
    ]);
  });

  it('is none without a column for the organisation, or below the tenth row', () => {
    const deep = [...Array.from({ length: 10 }, () => ['']), ['organisatie', 'plaats']];

    expect(findColumns([['plaats', 'e-mail', 'datum']])).toBeNull();
    expect(findColumns([['organisatie', 'kleur']])).toBeNull();
    expect(findColumns(deep)).toBeNull();
  });
});
