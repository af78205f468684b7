import type { Proposal } from '../api/board.js';
import { kmOf, mayPass, reasonsFor, slotNamed } from './reasons.js';

const part = (name: string, value: number, weight: number, facts = {}) => ({
  part: name,
  value,
  weight,
  contribution: value * weight,
  sentence: { nl: name, en: name },
  facts,
});
const proposalWith = (...parts: object[]) => ({ explanation: { score: 1, parts } }) as unknown as Proposal;

describe('why a proposal is good', () => {
  it('is what helped most, three at most, and never what nothing is known about', () => {
    const proposal = proposalWith(
      part('preferred', 0.5, 0.9),
      part('rating', 0.6, 0.03),
      part('time', 0.9, 0.12),
      part('theme', 1, 0.3),
      part('distance', 0.2, 0.3),
      part('load', 1, 0.07),
    );

    expect(reasonsFor(proposal).map((each) => each.part)).toEqual(['theme', 'time', 'load']);
  });

  it('knows the distance where it is told', () => {
    expect(kmOf(proposalWith(part('distance', 1, 1, { km: 6.2 })))).toBe(6.2);
    expect(kmOf(proposalWith(part('distance', 1, 1)))).toBeUndefined();
  });
});

describe('what came near', () => {
  it('may be proposed all the same, but never past capacity, closures or the VOG', () => {
    expect(mayPass(['time', 'distance'])).toBe(true);
    expect(mayPass(['time', 'vog'])).toBe(false);
  });

  it('is named by its slot', () => {
    expect(slotNamed('o1.2027-01-12T08:00:00Z')).toEqual({ offerId: 'o1', start: '2027-01-12T08:00:00Z' });
    expect(slotNamed('o1.own-name')).toEqual({ offerId: 'o1' });
  });
});
