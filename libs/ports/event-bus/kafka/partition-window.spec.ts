import type { BusMessage } from '#libs/ports/event-bus/port';
import { PartitionWindow, type WindowEntry, type WindowOptions } from './partition-window.js';

const settle = () => new Promise(setImmediate);

function entry(offset: number, key = 'k'): WindowEntry {
  return { offset, key, read: (): BusMessage => ({ topic: 't', key, id: `e${offset}`, value: null }) };
}

/** Handlers that end when the test says so. */
function aWindow(over: Partial<WindowOptions> = {}) {
  const begun: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  const handler = ({ id }: BusMessage) =>
    new Promise<void>((resolve, reject) => {
      begun.push(id);
      ends.set(id, (error) => (error ? reject(error) : resolve()));
    });
  const window = new PartitionWindow({ handler, onRejection: 'again', onProgress: () => undefined, ...over });
  const end = async (id: string, error?: Error): Promise<void> => {
    ends.get(id)?.(error);
    await settle();
  };
  return { window, begun, end };
}

describe('a window on a partition', () => {
  it('lets other keys go on while one is slow, and calls finished only what has no gap before it', async () => {
    const { window, begun, end } = aWindow();
    window.admit([entry(5, 'a'), entry(6, 'b'), entry(7, 'a'), entry(8, 'b')]);

    expect(begun).toEqual(['e5', 'e6']);
    await end('e6');
    await end('e8');
    expect(window.position).toBe(5);
    await end('e5');
    expect(window.position).toBe(7);
    await end('e7');

    expect(begun).toEqual(['e5', 'e6', 'e8', 'e7']);
    expect([window.position, window.size]).toEqual([9, 0]);
  });

  it('takes again what failed before what follows it', async () => {
    const { window, begun, end } = aWindow();
    window.admit([entry(0), entry(1)]);

    await end('e0', new Error('not yet'));
    expect(window.position).toBe(0);
    while (begun.length < 2) await settle();
    await end('e0');

    expect(begun).toEqual(['e0', 'e0', 'e1']);
  });

  it('takes nothing twice that is read again after a rebalance', async () => {
    const { window, begun, end } = aWindow();
    window.admit([entry(0), entry(1)]);
    await end('e0');

    window.admit([entry(0), entry(1), entry(2)]);
    await end('e1');

    expect(begun).toEqual(['e0', 'e1', 'e2']);
  });

  it('starts nothing while it is held, nor before what it waits for', async () => {
    let before: () => void = () => undefined;
    const { window, begun, end } = aWindow({ after: new Promise<void>((resolve) => (before = resolve)) });
    window.admit([entry(0), entry(1)]);
    await settle();
    expect(begun).toEqual([]);

    before();
    await settle();
    window.hold();
    await end('e0');
    expect(begun).toEqual(['e0']);

    window.release();
    expect(begun).toEqual(['e0', 'e1']);
  });

  it('closes when its handlers have ended, and starts none afterwards', async () => {
    const { window, begun, end } = aWindow();
    window.admit([entry(0), entry(1)]);
    let closed = false;

    void window.close().then(() => (closed = true));
    await settle();
    expect(closed).toBe(false);
    await end('e0');
    window.admit([entry(2, 'other')]);

    expect([closed, begun, window.position]).toEqual([true, ['e0'], 1]);
  });
});
