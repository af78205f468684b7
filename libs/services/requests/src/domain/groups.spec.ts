import type { GroupBody } from '#libs/contracts';
import { location, refusedWith } from '../../test/a-request.js';
import { inlineGroup, isKnownGroup } from './groups.js';
import type { SchoolLocation } from './school-location.js';

describe('a group in a request', () => {
  const of = {
    schoolLocationId: 'school',
    requestId: 'r',
    schoolYear: '2026',
    idOf: (text: string) => `id of ${text}`,
  };
  const described = (changes: Partial<GroupBody> = {}, at: SchoolLocation = location) =>
    inlineGroup({ sector: 'po', grades: ['7'], pupils: 20, ...changes }, 0, at, of);

  it.each<[string, Partial<GroupBody>, string, string]>([
    ['no sector', { sector: undefined }, 'requests.group-incomplete', 'groups[0].sector'],
    ['no pupils', { pupils: undefined }, 'requests.group-incomplete', 'groups[0].pupils'],
    ['a sector the school does not have', { sector: 'vo' }, 'requests.sector-not-here', 'groups[0].sector'],
    ['group 9', { grades: ['9'] }, 'requests.grade-unknown', 'groups[0].grades'],
    ['a level of another sector', { levels: ['vwo'] }, 'requests.level-unknown', 'groups[0].levels'],
  ])('with %s is refused', (_what, changes, code, path) => {
    expect(() => described(changes)).toThrow(refusedWith(code, path));
  });

  it('of a school whose sectors nobody knows may be of any', () => {
    const anywhere = { ...location, sectors: [] };

    expect(described({ sector: 'vo', grades: ['3'], levels: ['havo'] }, anywhere)).toMatchObject({
      levels: ['havo'],
    });
    expect(described({ grades: undefined as never }, anywhere)).toMatchObject({ grades: [], levels: [] });
  });

  it('is the same group whenever it has the same name in that school and year', () => {
    expect(described({ name: '7B' }).groupId).toBe('id of school 2026 7B');
    expect(described().groupId).toBe('id of school 2026 r 0');
    expect(described().name).toBe('groep 7');
    expect(described({ name: '7B' }).name).toBe('7B');
  });

  it('is known when it is named by its id alone', () => {
    expect(isKnownGroup({ groupId: 'a' }, 0)).toBe(true);
    expect(isKnownGroup({ sector: 'po', pupils: 20 }, 0)).toBe(false);
    expect(() => isKnownGroup({ groupId: 'a', pupils: 20 }, 3)).toThrow(
      refusedWith('requests.group-incomplete', 'groups[3]'),
    );
  });
});
