import { labelsOf } from './map-labels.js';
import type { MapTown } from './map-points.js';

const town = (name: string, x: number, y: number): MapTown => ({ name, x, y, offers: [] });

describe('the names on the map', () => {
  it('stand below their dot', () => {
    const label = labelsOf([town('Zwolle', 100, 100)]).get('Zwolle');
    expect(label).toMatchObject({ x: 100, anchor: 'middle' });
    expect(label?.y).toBeGreaterThan(100);
  });

  it('go elsewhere when another dot or name is there', () => {
    const labels = labelsOf([town('Hasselt', 100, 100), town('Genemuiden', 100, 130)]);
    expect(labels.get('Hasselt')?.y).toBeLessThan(100);
    expect(labels.get('Genemuiden')?.y).toBeGreaterThan(130);
  });
});
