import { RecentEvents } from './recent-events.js';

const event = (position: number) => ({
  position,
  message: { topic: 'things', key: 'k', id: `e${position}`, value: null },
});

describe('the newest events of a topic', () => {
  const positions = (recent: RecentEvents, after: number, limit = 1_000) =>
    recent.after(after, limit)?.map(({ position }) => position);

  it('are at hand behind the place from which they are complete', () => {
    const recent = new RecentEvents(10);
    for (const position of [11, 14, 15]) recent.add(event(position));

    expect(positions(recent, 10)).toEqual([11, 14, 15]);
    expect(positions(recent, 12)).toEqual([14, 15]);
    expect(positions(recent, 10, 2)).toEqual([11, 14]);
    expect(positions(recent, 15)).toEqual([]);
  });

  it('do not pretend to know what came before', () => {
    expect(positions(new RecentEvents(10), 9)).toBeUndefined();
  });

  it('forget the older half and say so', () => {
    const recent = new RecentEvents(0);
    for (let position = 1; position <= 513; position += 1) recent.add(event(position));

    expect(positions(recent, 0)).toBeUndefined();
    expect(positions(recent, 255)).toBeUndefined();
    expect(positions(recent, 256)).toHaveLength(257);
  });
});
