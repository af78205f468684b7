import { busCase } from './bus-under-test.js';

export const orderCases = [
  busCase(
    'keeps the order within a key while its first handler is slow',
    async ({ bus, group, message, until, gate }) => {
      const held = gate();
      const done: string[] = [];
      await bus.subscribe(group('g'), async ({ id }) => {
        if (id === 'a1') await held.opened;
        done.push(id);
      });

      await bus.publish(['a1', 'b1', 'a2', 'b2', 'a3'].map((id) => message({ id, key: id.charAt(0) })));

      await until(() => done.includes('b2'));
      expect(done).toEqual(['b1', 'b2']);
      held.open();
      await until(() => done.length >= 5);
      expect(done).toEqual(['b1', 'b2', 'a1', 'a2', 'a3']);
    },
  ),

  busCase('keeps the order of many calls of publish', async ({ bus, group, message, until }) => {
    const seen = new Map<string, number[]>();
    await bus.subscribe(group('g'), async ({ key, id }) => {
      await new Promise(setImmediate);
      seen.set(key, [...(seen.get(key) ?? []), Number(id)]);
    });

    const numbers = Array.from({ length: 600 }, (_, n) => n);
    await Promise.all(numbers.map((n) => bus.publish([message({ id: String(n), key: `k${n % 4}` })])));

    await until(() => [...seen.values()].flat().length >= 600);
    for (const [key, ids] of seen) expect(ids).toEqual(numbers.filter((n) => key === `k${n % 4}`));
  }),

  busCase('delivers again what failed, before what follows it', async ({ bus, group, messages, until }) => {
    const tries: string[] = [];
    await bus.subscribe(group('g'), async ({ id }) => {
      tries.push(id);
      if (id === 'e2' && tries.filter((each) => each === 'e2').length < 3) throw new Error('not yet');
    });

    await bus.publish(messages(4));

    await until(() => tries.includes('e4'));
    expect(tries).toEqual(['e1', 'e2', 'e2', 'e2', 'e3', 'e4']);
  }),

  busCase('takes an error thrown at once like a rejection', async ({ bus, group, messages, until }) => {
    const tries: string[] = [];
    await bus.subscribe(group('g'), ({ id }) => {
      tries.push(id);
      if (tries.length === 1) throw new Error('at once');
      return Promise.resolve();
    });

    await bus.publish(messages(2));

    await until(() => tries.includes('e2'));
    expect(tries).toEqual(['e1', 'e1', 'e2']);
  }),

  busCase(
    'goes on with other keys and groups while one key fails',
    async ({ bus, group, message, messages, until }) => {
      const seen: string[] = [];
      const others: string[] = [];
      let failing = true;
      await bus.subscribe(group('g'), async ({ id, key }) => {
        if (key === 'bad' && failing) throw new Error('not yet');
        seen.push(id);
      });
      await bus.subscribe(group('h'), async ({ id }) => void others.push(id));

      await bus.publish([
        message({ id: 'bad1', key: 'bad' }),
        ...messages(20),
        message({ id: 'bad2', key: 'bad' }),
      ]);

      await until(() => seen.length === 20 && others.length === 22);
      failing = false;
      await until(() => seen.length >= 22);
      expect(seen.slice(20)).toEqual(['bad1', 'bad2']);
    },
  ),

  busCase(
    'shares a group among its members, in order within a key',
    async ({ bus, group, message, until }) => {
      const seen = new Map<string, number[]>();
      const note = async ({ key, id }: { key: string; id: string }): Promise<void> => {
        await new Promise(setImmediate);
        seen.set(key, [...(seen.get(key) ?? []), Number(id)]);
      };
      await bus.subscribe(group('g'), note);
      const second = await bus.subscribe(group('g'), note);
      const numbers = Array.from({ length: 300 }, (_, n) => n);
      const publish = (some: number[]): Promise<void> =>
        bus.publish(some.map((n) => message({ id: String(n), key: `k${n % 7}` })));

      await publish(numbers.slice(0, 200));
      await second.close();
      await publish(numbers.slice(200));

      await until(async () => (await bus.lag(group('g'))) === 0);
      for (const [key, ids] of seen) {
        expect([...new Set(ids)]).toEqual(numbers.filter((n) => key === `k${n % 7}`));
      }
      expect([...seen.keys()].toSorted()).toEqual(['k0', 'k1', 'k2', 'k3', 'k4', 'k5', 'k6']);
    },
  ),
];
