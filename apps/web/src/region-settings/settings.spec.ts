import type { Region } from '../api/region-settings.js';
import { patchOf, valuesOf } from './settings.js';

const before = valuesOf({
  name: 'IJsselbrug',
  settings: { weights: { theme: 0.3, time: 0.12 }, nudgeWorkingDays: 3 },
} as unknown as Region);

describe('the settings of a region', () => {
  it('send what was changed and nothing else', () => {
    const after = { ...before, weights: { ...before.weights, theme: 25 }, nudgeWorkingDays: 2 };

    expect(patchOf(after, before)).toEqual({ settings: { weights: { theme: 0.25 }, nudgeWorkingDays: 2 } });
    expect(patchOf(before, before)).toEqual({});
  });

  it('take the address and the ceiling away when they are emptied', () => {
    const full = { ...before, contactEmail: 'regio@voorbeeld.nl', bookingsPerSchoolYear: 3 };

    expect(patchOf({ ...full, contactEmail: '', bookingsPerSchoolYear: '' }, full)).toEqual({
      contactEmail: null,
      settings: { bookingsPerSchoolYear: null },
    });
  });
});
