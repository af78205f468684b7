import { placesFreed, placesOf } from './takes.js';

const slot = (slotId: string, groups: number) => ({ slotId, offerId: 'an-offer', groups });
const takes = (...slots: ReturnType<typeof slot>[]) => ({ slots });

describe('the places of several sets of one match', () => {
  it('are in each slot the most that one of them has, in the order of the slots', () => {
    expect(placesOf([takes(slot('b', 1)), takes(slot('b', 3), slot('a', 1)), takes(slot('b', 2))])).toEqual([
      slot('a', 1),
      slot('b', 3),
    ]);
  });

  it('become free as far as the others have fewer', () => {
    const given = takes(slot('a', 1), slot('b', 3), slot('c', 2));

    expect(placesFreed(given, [takes(slot('a', 1)), takes(slot('b', 1))])).toEqual([
      slot('b', 2),
      slot('c', 2),
    ]);
    expect(placesFreed(given, [given])).toEqual([]);
  });
});
