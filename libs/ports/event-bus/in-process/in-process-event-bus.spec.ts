import { Unavailable } from '#libs/contracts';
import type { BusMessage } from '#libs/ports/event-bus/port';
import { TemporaryFolder } from '#libs/ports/sqlite/testing';
import { InProcessEventBus } from './in-process-event-bus.js';

const group = { group: 'spec', topics: ['things'] };

function messages(count: number, key: (n: number) => string): BusMessage[] {
  return Array.from({ length: count }, (_, n) => ({
    topic: 'things',
    key: key(n),
    id: `e${n}`,
    value: null,
  }));
}

describe('InProcessEventBus', () => {
  let folder: TemporaryFolder;
  let bus: InProcessEventBus;
  beforeEach(() => {
    folder = new TemporaryFolder();
    bus = new InProcessEventBus(folder.file);
  });
  afterEach(async () => {
    await bus.close();
    await folder.end();
  });

  async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
    const end = performance.now() + 5_000;
    while (!(await condition())) {
      if (performance.now() > end) throw new Error(`waited in vain for ${String(condition)}`);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }

  it('takes an id once per topic', async () => {
    await bus.publish(messages(3, () => 'k'));
    await bus.publish(messages(4, () => 'k'));

    expect(await bus.lag(group)).toBe(4);
  });

  it('writes a group’s place down while it works, not only when it closes', async () => {
    await bus.subscribe(group, async () => undefined);
    await bus.publish(messages(100, (n) => `k${n}`));

    const asAfterACrash = new InProcessEventBus(folder.file);

    await until(async () => (await asAfterACrash.lag(group)) === 0);
  });

  it('writes it down far less often than there are events', async () => {
    await bus.subscribe(group, async () => undefined);
    const before = folder.file.writes;

    await bus.publish(messages(1_000, (n) => `k${n % 9}`));
    await until(async () => (await bus.lag(group)) === 0);
    await bus.close();

    expect(folder.file.writes - before).toBeLessThan(100);
  });

  it('holds a group back once a window full of events waits behind a key that fails', async () => {
    const seen: string[] = [];
    let failing = true;
    await bus.subscribe(group, async ({ key, id }) => {
      if (key === 'bad' && failing) throw new Error('not yet');
      seen.push(id);
    });

    await bus.publish(messages(700, (n) => (n === 0 ? 'bad' : `k${n % 50}`)));
    await until(() => seen.length === 511);
    failing = false;

    await until(() => seen.length === 700);
    expect(seen.indexOf('e0')).toBe(511);
  });

  it('is unavailable when it is closed', async () => {
    await bus.close();

    await expect(bus.publish(messages(1, () => 'k'))).rejects.toBeInstanceOf(Unavailable);
    await expect(bus.subscribe(group, async () => undefined)).rejects.toBeInstanceOf(Unavailable);
    await expect(bus.follow(['things'], async () => undefined)).rejects.toBeInstanceOf(Unavailable);
  });

  it('says so when the file is closed, and ends all the same', async () => {
    await bus.subscribe(group, async () => undefined);
    await folder.file.close();

    await expect(bus.publish(messages(1, () => 'k'))).rejects.toBeInstanceOf(Unavailable);
    await bus.close();
  });
});
