import type { Round } from '../api/rounds.js';
import { resultOf, sharesOf } from './result.js';

const planned = (plan: object) => ({ plan }) as unknown as Round;

describe('what a plan comes to', () => {
  it('is how many it serves, how many not, and what it is worth more than first come, first served', () => {
    const round = planned({
      requests: 300,
      served: 214,
      score: 160,
      schoolsWithNothing: ['a', 'b'],
      firstComeFirstServed: { score: 150, served: 200 },
    });

    expect(resultOf(round)).toEqual({ served: 214, without: 86, schoolsWithNothing: 2, morePercent: 6.7 });
  });

  it('says nothing of its worth where there is nothing to compare', () => {
    expect(resultOf(planned({ requests: 1, served: 1 }))).not.toHaveProperty('morePercent');
  });

  it('is shared over sectors: groups of this round, without what was given before', () => {
    const before = [
      { sector: 'po', asked: 12, served: 4 },
      { sector: 'so', asked: 3, served: 3 },
    ];
    const after = [
      { sector: 'po', asked: 12, served: 10 },
      { sector: 'so', asked: 3, served: 3 },
    ];
    const fairness = { before: { bySector: before }, after: { bySector: after } };

    expect(sharesOf(planned({ fairness }))).toEqual([
      { sector: 'po', asked: 8, served: 6, percent: 75 },
      { sector: 'so', asked: 0, served: 0, percent: 0 },
    ]);
    expect(sharesOf(planned({}))).toEqual([]);
  });
});
