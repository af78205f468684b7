import type { CatalogueItem } from '../api/catalogue.js';
import { mapOf } from './map-points.js';
import { inOrder } from './order.js';

const anItem = (changes: Partial<CatalogueItem> = {}): CatalogueItem =>
  ({
    offerId: 'a',
    title: 'A',
    town: 'Zwolle',
    point: { lat: 52.51, lon: 6.09 },
    km: null,
    nextSlots: [],
    ...changes,
  }) as CatalogueItem;
const kampen = { town: 'Kampen', point: { lat: 52.56, lon: 5.91 } };

describe('the map of the catalogue', () => {
  it('has north up and west left, within its edges', () => {
    const { towns } = mapOf([anItem(), anItem(kampen)], 400, 300, 20);
    const [zwolle, other] = [
      towns.find(({ name }) => name === 'Zwolle'),
      towns.find(({ name }) => name === 'Kampen'),
    ];
    expect(other?.x).toBeLessThan(zwolle?.x ?? 0);
    expect(other?.y).toBeLessThan(zwolle?.y ?? 0);
    for (const { x, y } of towns)
      expect([x >= 20, x <= 380, y >= 20, y <= 280]).toEqual([true, true, true, true]);
  });

  it('is true to scale', () => {
    const { towns, perKm } = mapOf([anItem(), anItem(kampen)], 400, 300, 20);
    const [a, b] = towns;
    const apart = Math.hypot((a?.x ?? 0) - (b?.x ?? 0), (a?.y ?? 0) - (b?.y ?? 0)) / perKm;
    expect(apart).toBeGreaterThan(12.5);
    expect(apart).toBeLessThan(14);
  });

  it('has a town once, in the middle when it is the only one, and nothing of what is online', () => {
    expect(
      mapOf([anItem(), anItem(), anItem({ town: null, point: null })], 400, 300, 20).towns,
    ).toMatchObject([{ name: 'Zwolle', x: 200, y: 150, offers: [{}, {}] }]);
    expect(mapOf([], 400, 300, 20).towns).toEqual([]);
  });
});

describe('the order of the catalogue', () => {
  const slot = (start: string) => [{ slotId: start, start, end: start, groups: 1 }];
  it('is nearest first, then soonest, and what has nothing free last', () => {
    const full = anItem({ title: 'full' });
    const late = anItem({ title: 'late', nextSlots: slot('2027-02-01') });
    const soon = anItem({ title: 'soon', nextSlots: slot('2027-01-01') });
    expect(inOrder([full, late, soon]).map(({ title }) => title)).toEqual(['soon', 'late', 'full']);
    expect(inOrder([anItem({ title: 'far', km: 20 }), anItem({ title: 'near', km: 3 })])[0]?.title).toBe(
      'near',
    );
  });
});
