import { activityKinds } from './activity-kinds.js';
import { findTheme, isGoal, isTheme, rootOfTheme, taxonomy, themeSimilarity } from './taxonomy.js';

const programming = 'digital-media-entertainment/programming';
const games = 'digital-media-entertainment/games';

describe('the taxonomy', () => {
  it('has the seven worlds and the nine context domains as roots', () => {
    const roots = taxonomy.themes.filter(({ parent }) => parent === null).map(({ id }) => id);

    expect(roots).toEqual([
      'people-health',
      'food-nature',
      'energy-water-safety',
      'living-working-mobility',
      'design-production-world-trade',
      'digital-media-entertainment',
      'hi-tech-science',
      'nature',
      'culture',
      'art',
      'making',
      'design',
      'science',
      'technology',
      'movement',
      'sustainability',
    ]);
  });

  it('names the worlds as schools know them', () => {
    expect(findTheme('people-health')?.label.nl).toBe('Mens & Gezondheid');
    expect(findTheme('design-production-world-trade')?.label.nl).toBe('Ontwerp, Productie & Wereldhandel');
    expect(findTheme('hi-tech-science')?.label.nl).toBe('Hi-tech & Science');
  });

  it('gives every theme its own kebab-case id, two labels and a parent that exists', () => {
    const ids = taxonomy.themes.map(({ id }) => id);

    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, parent, label } of taxonomy.themes) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)?$/);
      expect(label.nl.length * label.en.length).toBeGreaterThan(0);
      expect(parent === null || (isTheme(parent) && id.startsWith(`${parent}/`))).toBe(true);
    }
  });

  it('keeps the ids that others rely on', () => {
    expect(isTheme(programming)).toBe(true);
    expect(isTheme('hi-tech-science/robotics')).toBe(true);
    expect(isTheme('programming')).toBe(false);
    expect(isTheme('constructor')).toBe(false);
  });

  it('has nine digital literacy goals and eight kinds of suitability', () => {
    expect(taxonomy.goals).toHaveLength(9);
    expect(isGoal('digital-literacy/ai')).toBe(true);
    expect(isGoal('digital-literacy/cooking')).toBe(false);
    expect(taxonomy.suitability.map(({ id }) => id)).toEqual([
      'wheelchair',
      'newcomers',
      'low-stimulus',
      'english',
      'sbo',
      'so',
      'vso',
      'pro',
    ]);
  });
});

describe('nearness of themes', () => {
  it.each([
    [programming, programming, 1],
    ['hi-tech-science', 'hi-tech-science', 1],
    [programming, 'digital-media-entertainment', 0.7],
    ['digital-media-entertainment', programming, 0.7],
    [programming, games, 0.5],
    [programming, 'hi-tech-science/robotics', 0],
    ['nature', 'food-nature', 0],
    ['no-theme', 'no-theme', 0],
  ])('%s and %s: %d', (a, b, similarity) => {
    expect(themeSimilarity(a, b)).toBe(similarity);
  });

  it('knows the root of a theme', () => {
    expect(rootOfTheme(programming)).toBe('digital-media-entertainment');
    expect(rootOfTheme('nature')).toBe('nature');
    expect(rootOfTheme('no-theme')).toBeUndefined();
  });
});

describe('activity kinds', () => {
  it('are the seven of the API', () => {
    expect(activityKinds.map(({ id }) => id)).toEqual([
      'guest-lesson',
      'company-visit',
      'museum-visit',
      'workshop',
      'mentoring',
      'loan',
      'teacher-training',
    ]);
  });
});
