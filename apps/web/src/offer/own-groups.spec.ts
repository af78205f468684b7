import { minutesInAll, ownGroupsOf } from './own-groups.js';

describe('the groups of a partner', () => {
  it('are the classes where the largest class is one of them', () => {
    expect(ownGroupsOf({ pupils: { min: 1, max: 30 }, pupilsPerGroup: 30 })).toBeUndefined();
    expect(ownGroupsOf({ pupilsPerGroup: 32 })).toBeUndefined();
  });

  it('are several in a class where they are smaller', () => {
    const pupils = { min: 5, max: 60 };

    expect(ownGroupsOf({ pupils, pupilsPerGroup: 15 })).toEqual({ size: 15, pupils: 60, count: 4 });
    expect(ownGroupsOf({ pupilsPerGroup: 31 })).toEqual({ size: 31, pupils: 32, count: 2 });
  });

  it('are there for all its lessons in a row', () => {
    expect(minutesInAll({ durationMinutes: 45, lessonsPerVisit: 3, pupilsPerGroup: 30 })).toBe(135);
  });
});
