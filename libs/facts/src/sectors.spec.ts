import { dayparts } from './dayparts.js';
import { isGrade, isLevel, isSector, sayGroups, sectorFacts, type SpokenGroup } from './sectors.js';

const aGroup = (change: Partial<SpokenGroup> = {}): SpokenGroup => ({
  sector: 'po',
  grades: ['7'],
  ...change,
});

describe('sectors', () => {
  it('have groep 1–8 in primary schools and leerjaar 1–6 in secondary ones', () => {
    expect(isGrade('po', '8')).toBe(true);
    expect(isGrade('po', '9')).toBe(false);
    expect(isGrade('po', '0')).toBe(false);
    expect(isGrade('vo', '6')).toBe(true);
    expect(isGrade('vo', '7')).toBe(false);
    expect(isGrade('mbo', '5')).toBe(false);
    expect(isGrade('po', '7/8')).toBe(false);
  });

  it('have levels only where levels exist', () => {
    expect(isLevel('vo', 'vmbo-tl')).toBe(true);
    expect(isLevel('vo', 'mavo')).toBe(false);
    expect(isLevel('po', 'havo')).toBe(false);
    expect(isLevel('mbo', 'havo')).toBe(false);
  });

  it('count sbo and so as primary, vso as secondary', () => {
    expect(sectorFacts.sbo.countsAs).toBe('po');
    expect(sectorFacts.so.countsAs).toBe('po');
    expect(sectorFacts.vso.countsAs).toBe('vo');
  });

  it('are known by their ids only', () => {
    expect(isSector('sbo')).toBe(true);
    expect(isSector('hbo')).toBe(false);
    expect(isSector('toString')).toBe(false);
  });
});

describe('groups as people say them', () => {
  it.each([
    [[aGroup()], 'groep 7'],
    [[aGroup({ grades: ['8', '7'] })], 'groep 7/8'],
    [[aGroup({ name: '7/8B' }), aGroup({ grades: ['6'] })], 'groep 7/8B en groep 6'],
    [
      [aGroup({ name: '6A' }), aGroup({ name: '7A' }), aGroup({ name: 'De Uilen' })],
      'groep 6A, groep 7A en De Uilen',
    ],
    [[aGroup(), aGroup()], 'groep 7'],
    [[aGroup({ sector: 'vo', grades: ['2'] })], 'leerjaar 2'],
    [[aGroup({ sector: 'vo', grades: ['2'], levels: ['vwo', 'havo'] })], 'leerjaar 2 havo/vwo'],
    [[aGroup({ sector: 'vo', grades: ['2'], name: '2hv1' })], '2hv1'],
    [[aGroup({ sector: 'sbo', grades: [] })], 'speciaal basisonderwijs'],
    [[], ''],
  ])('%j', (groups, words) => {
    expect(sayGroups(groups, 'nl')).toBe(words);
  });

  it('in English', () => {
    expect(sayGroups([aGroup(), aGroup({ sector: 'vo', grades: ['2'] })], 'en')).toBe('group 7 and year 2');
  });
});

describe('parts of the day', () => {
  it.each([
    ['morning', 510, 720],
    ['afternoon', 720, 930],
    ['whole-day', 510, 930],
    ['after-school', 930, 1080],
    ['evening', 1080, 1290],
  ] as const)('%s runs from minute %i to %i', (id, from, to) => {
    expect(dayparts[id]).toMatchObject({ id, from, to });
  });
});
