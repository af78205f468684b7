import { countOf } from './send-action.js';

const known = {
  count: { pupils: 26, adults: 2, groups: 1 },
  hours: { people: 2, preparation: 1, delivery: 1.5, travel: 0.5 },
};

describe('figures', () => {
  it('that were emptied stay as they stood filled in, and never become none', () => {
    const said = {
      count: { pupils: 24, adults: '' as const, groups: 1 },
      hours: { people: '' as const, preparation: 0, delivery: '' as const, travel: 1 },
    };

    expect(countOf('school', said, known)).toEqual({ pupils: 24, adults: 2, groups: 1 });
    expect(countOf('partner', said, known)).toEqual({
      people: 2,
      hours: { preparation: 0, delivery: 1.5, travel: 1 },
    });
  });
});
