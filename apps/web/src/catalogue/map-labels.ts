import type { MapTown } from './map-points.js';

export interface Label {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'middle' | 'start' | 'end';
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const [letter, line, gap] = [9.5, 18, 5];

export const radiusOf = ({ offers }: MapTown): number => 11 + 4 * Math.sqrt(offers.length);

/** Where each town's name stands, by name: below, above, right or left of its dot, wherever it covers least of the others. */
export function labelsOf(towns: readonly MapTown[]): ReadonlyMap<string, Label> {
  const taken: Box[] = towns.map((town) => around(town));
  const labels = new Map<string, Label>();
  for (const town of towns) {
    const own = around(town);
    const covered = (label: Label) => {
      const box = boxOf(label, town.name);
      return taken.reduce((sum, other) => sum + (sameBox(other, own) ? 0 : overlap(box, other)), 0);
    };
    const best = placesFor(town)
      .map((label) => ({ label, covers: covered(label) }))
      .toSorted((a, b) => a.covers - b.covers)[0];
    if (!best) continue;
    labels.set(town.name, best.label);
    taken.push(boxOf(best.label, town.name));
  }
  return labels;
}

function placesFor(town: MapTown): Label[] {
  const { x, y } = town;
  const away = radiusOf(town) + gap;
  return [
    { x, y: y + away + line * 0.7, anchor: 'middle' },
    { x, y: y - away, anchor: 'middle' },
    { x: x + away, y: y + line / 3, anchor: 'start' },
    { x: x - away, y: y + line / 3, anchor: 'end' },
  ];
}

function boxOf({ x, y, anchor }: Label, name: string): Box {
  const width = name.length * letter;
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - line, bottom: y + line / 3 };
}

function around(town: MapTown): Box {
  const radius = radiusOf(town);
  const { x, y } = town;
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
}

const sameBox = (a: Box, b: Box) => a.left === b.left && a.top === b.top && a.right === b.right;

function overlap(a: Box, b: Box): number {
  const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return wide > 0 && high > 0 ? wide * high : 0;
}
