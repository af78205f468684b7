import { aContext, aGroup, aRequest, aSlot, kmNorth, tuesday } from '../../test/builders.js';
import { propose } from './propose.js';
import { explain } from './score.js';

const context = aContext();

describe('propose', () => {
  it('ranks the best k of those that fit', () => {
    const slots = [
      aSlot({ slotId: 'far', location: kmNorth(29) }),
      aSlot({ slotId: 'near', location: kmNorth(2) }),
      aSlot({ slotId: 'too-far', location: kmNorth(31) }),
      aSlot({ slotId: 'between', location: kmNorth(15) }),
    ];

    const found = (k: number) => propose(aRequest(), slots, k, context).items.map(({ slot }) => slot.slotId);

    expect(found(2)).toEqual(['near', 'between']);
    expect(found(5)).toEqual(['near', 'between', 'far']);
  });

  it('breaks ties by slot id, in whatever order the slots come', () => {
    const slots = ['b', 'c', 'a'].map((slotId) => aSlot({ slotId }));

    const ids = propose(aRequest(), slots, 2, context).items.map(({ slot }) => slot.slotId);

    expect(ids).toEqual(['a', 'b']);
  });

  it('explains each with the equity part, and warns', () => {
    const request = aRequest({ suitability: ['wheelchair'], equityPriority: 0.9 });

    const [item] = propose(request, [aSlot()], 5, context).items;

    expect(item?.explanation).toEqual(explain(request, aSlot(), context, 'with-equity'));
    expect(item?.score).toBe(item?.explanation.score);
    expect(item?.warnings.map(({ code }) => code)).toEqual(['suitability-in-consultation']);
  });

  it('says nothing of why none as long as one slot fits', () => {
    expect(propose(aRequest(), [aSlot(), aSlot({ closed: true })], 0, context)).toEqual({ items: [] });
    expect(propose(aRequest(), [aSlot()], -1, context)).toEqual({ items: [] });
    expect(propose(aRequest(), [aSlot()], 5, context)).not.toHaveProperty('whyNone');
  });
});

describe('why none', () => {
  const whyNone = (...slots: Parameters<typeof propose>[1]) => propose(aRequest(), slots, 5, context).whyNone;

  it('is there when there are no slots at all', () => {
    expect(propose(aRequest(), [], 5, context)).toEqual({
      items: [],
      whyNone: { considered: 0, failures: [], nearest: [] },
    });
  });

  it('counts a slot at every condition that it fails, most first', () => {
    const found = whyNone(
      aSlot({ slotId: 'a', location: kmNorth(40) }),
      aSlot({ slotId: 'b', location: kmNorth(50), closed: true }),
      aSlot({ slotId: 'c', vog: 'none', takenGroups: 1 }),
    );

    expect(found?.considered).toBe(3);
    expect(found?.failures.map(({ condition, slots }) => [condition, slots])).toEqual([
      ['distance', 2],
      ['not-open', 1],
      ['capacity', 1],
    ]);
    expect(found?.failures[0]?.sentence).toEqual({
      nl: 'Te ver weg: 2 momenten. Een grotere afstand helpt.',
      en: 'Too far away: 2 slots. A larger distance helps.',
    });
    expect(found?.failures[1]?.sentence.nl).toBe(
      'Gesloten of met pauze: 1 moment. Probeer het later opnieuw.',
    );
  });

  it('names the three nearest: fewest failed conditions, then by how much, then slot id', () => {
    const found = whyNone(
      aSlot({ slotId: 'two', location: kmNorth(30.05), closed: true }),
      aSlot({ slotId: 'far', location: kmNorth(60) }),
      aSlot({ slotId: 'y', location: kmNorth(37.45) }),
      aSlot({ slotId: 'x', location: kmNorth(37.45) }),
    );

    expect(found?.nearest).toEqual([
      { slotId: 'x', failed: ['distance'], by: { km: 7.5 } },
      { slotId: 'y', failed: ['distance'], by: { km: 7.5 } },
      { slotId: 'far', failed: ['distance'], by: { km: 30.1 } },
    ]);
  });

  it('joins what the failed conditions of one slot say, the most of each unit', () => {
    const found = whyNone(aSlot({ day: tuesday - 19, pausedUntil: tuesday - 8, capacityGroups: 0 }));

    expect(found?.nearest).toEqual([
      {
        slotId: 'slot-1',
        failed: ['not-open', 'capacity', 'lead-time', 'time'],
        by: { days: 20, groups: 1 },
      },
    ]);
  });

  it('plans all groups of a request in one slot', () => {
    const request = aRequest({ groups: [aGroup({ key: '7' }), aGroup({ key: '8' })] });

    expect(propose(request, [aSlot()], 5, context).whyNone?.nearest[0]).toMatchObject({ by: { groups: 1 } });
    expect(propose(request, [aSlot({ capacityGroups: 2 })], 5, context).items).toHaveLength(1);
  });
});
