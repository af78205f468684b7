import { checkGroup, describeGroup, groupAYearLater } from './groups.js';
import { isSchoolYear, schoolYearAfter, startOfSchoolYear } from './school-years.js';

const of = {
  schoolLocationId: 'anker',
  schoolYear: '2026-2027',
  unnamed: 'request-1 0',
  hash: (text: string) => `<${text}>`,
};

describe('a group that somebody describes', () => {
  it.each([
    [{ pupils: 20 }, 'sector', 'required'],
    [{ sector: 'po' as const }, 'pupils', 'required'],
    [{ sector: 'vo' as const, pupils: 20 }, 'sector', 'sector'],
    [{ sector: 'po' as const, pupils: 20, grades: ['8', '9'] }, 'grades', 'grade'],
    [{ sector: 'po' as const, pupils: 20, levels: ['havo'] }, 'levels', 'level'],
  ])('%j is wrong at %s', (group, path, code) => {
    expect(checkGroup(group, ['po'])).toMatchObject({ path, code });
  });

  it('is right with a sector of the school, and with any when the school has none', () => {
    expect(checkGroup({ sector: 'po', pupils: 26, grades: ['7', '8'] }, ['po', 'sbo'])).toBeNull();
    expect(checkGroup({ sector: 'vo', pupils: 26, levels: ['vwo'] }, [])).toBeNull();
  });

  it('is the same group by school, year and name, else by where it was described', () => {
    const group = { sector: 'po' as const, grades: ['7'], pupils: 24 };

    expect(describeGroup({ ...group, name: '7A' }, of)).toEqual({
      groupId: '<anker 2026-2027 7A>',
      sector: 'po',
      grades: ['7'],
      levels: [],
      pupils: 24,
      name: '7A',
    });
    expect(describeGroup(group, of)).toMatchObject({
      groupId: '<anker 2026-2027 request-1 0>',
      name: 'groep 7',
    });
    expect(() => describeGroup({ sector: 'po' }, of)).toThrow(RangeError);
  });
});

describe('a group a year later', () => {
  const po = { sector: 'po' as const, levels: [] };
  const vo = { sector: 'vo' as const, levels: [] };

  it.each([
    [
      { ...po, grades: ['7'], name: '7A' },
      { grades: ['8'], levels: [], name: '8A' },
    ],
    [
      { ...po, grades: ['7', '8'], name: '7/8B' },
      { grades: ['8'], levels: [], name: '8B' },
    ],
    [
      { ...po, grades: ['5', '6'], name: 'groep 5-6' },
      { grades: ['6', '7'], levels: [], name: 'groep 6-7' },
    ],
    [
      { ...po, grades: ['3'], name: 'De Uilen' },
      { grades: ['4'], levels: [], name: 'De Uilen' },
    ],
    [
      { ...po, grades: [], name: 'Structuur 2' },
      { grades: [], levels: [], name: 'Structuur 2' },
    ],
    [
      { ...vo, grades: ['2'], levels: ['havo', 'vwo'], name: 'HV2b' },
      { grades: ['3'], levels: ['havo', 'vwo'], name: 'HV3b' },
    ],
    [
      { ...vo, grades: ['5'], levels: ['havo', 'vwo'], name: '5' },
      { grades: ['6'], levels: ['vwo'], name: '6' },
    ],
    [
      { ...vo, grades: ['2'], name: 'lokaal 212, 2C' },
      { grades: ['3'], levels: [], name: 'lokaal 212, 3C' },
    ],
  ])('of %j is %j', (group, later) => {
    expect(groupAYearLater(group)).toEqual(later);
  });

  it.each([
    ['po', ['8'], []],
    ['vo', ['4'], ['vmbo-tl']],
    ['mbo', ['4'], []],
  ] as const)('of %s %j %j has left', (sector, grades, levels) => {
    expect(groupAYearLater({ sector, grades, levels, name: 'de hoogste' })).toBeNull();
  });
});

describe('a school year', () => {
  it('is two years that follow each other', () => {
    expect(['2026-2027', '2026-2028', '2026', '26-27'].map(isSchoolYear)).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(schoolYearAfter('2099-2100')).toBe('2100-2101');
  });

  it('begins on 1 August, Dutch time', () => {
    expect(new Date(startOfSchoolYear('2027-2028')).toISOString()).toBe('2027-07-31T22:00:00.000Z');
  });
});
