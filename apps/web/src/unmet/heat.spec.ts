import { heatOf, strengthOf } from './heat.js';

const cell = (rootTheme: string, municipality: string, open: number, weekday = 'all') => ({
  rootTheme,
  municipality,
  weekday,
  open,
  unmet: 1,
});

describe('the heat table', () => {
  it('has the most wanted themes and areas first, open and unmet together', () => {
    const heat = heatOf(
      [cell('nature', 'Hattem', 1), cell('making', 'Zwolle', 4), cell('making', 'Hattem', 0)],
      'all',
    );

    expect(heat.themes).toEqual(['making', 'nature']);
    expect(heat.areas).toEqual(['Zwolle', 'Hattem']);
    expect([heat.counts.get('making|Zwolle'), heat.most]).toEqual([5, 5]);
  });

  it('is of one weekday', () => {
    const heat = heatOf([cell('nature', 'Hattem', 1, 'tue'), cell('making', 'Zwolle', 4)], 'tue');

    expect(heat.themes).toEqual(['nature']);
  });

  it('is as dark as there is more', () => {
    expect([0, 1, 5, 10].map((count) => strengthOf(count, 10))).toEqual([0, 1, 3, 5]);
  });
});
