import { bestOf, crowdedOf, isOpen, ownersOf, type FreedPlace } from './freed-place.js';

const candidate = (requestId: string, score: number, regionId = 'ijssel') => ({ requestId, regionId, score });

describe('a freed place', () => {
  it('is for the best three of each region, the first of equals first', () => {
    const many = [
      ...[candidate('d', 0.5), candidate('c', 0.9), candidate('b', 0.9), candidate('a', 0.7)],
      candidate('far', 0.1, 'vecht'),
    ];

    expect(bestOf(many).map(({ requestId }) => requestId)).toEqual(['b', 'c', 'a', 'far']);
    expect(crowdedOf(many)).toEqual(['ijssel']);
    expect(crowdedOf(bestOf(many))).toEqual([]);
  });

  it('is shown to the regions of those alone, and to nobody once it is good for none', () => {
    const place = { organisationId: 'factory', requests: [candidate('a', 1), candidate('b', 1, 'vecht')] };

    expect(ownersOf(place as unknown as FreedPlace).regions).toEqual(['ijssel', 'vecht']);
    expect(isOpen({ ...place, requests: [] } as unknown as FreedPlace)).toBe(false);
  });
});
