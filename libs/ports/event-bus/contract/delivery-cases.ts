import { busCase } from './bus-under-test.js';

export const deliveryCases = [
  busCase('gives every group every event', async ({ bus, group, message, until }) => {
    const seen = { a: new Set<string>(), b: new Set<string>() };
    await bus.subscribe(group('a'), async ({ id }) => void seen.a.add(id));
    await bus.subscribe(group('b'), async ({ id }) => void seen.b.add(id));
    const ids = Array.from({ length: 700 }, (_, n) => `e${n}`);

    await Promise.all(ids.map((id, n) => bus.publish([message({ id, key: `k${n % 13}` })])));

    await until(() => seen.a.size === 700 && seen.b.size === 700);
    expect([...seen.a].toSorted()).toEqual(ids.toSorted());
    expect([...seen.b].toSorted()).toEqual(ids.toSorted());
  }),

  busCase(
    'gives topic, key, id and value as they were published',
    async ({ bus, topic, topics, group, until }) => {
      const got: unknown[] = [];
      const sent = [
        { topic, key: 'clé 🎈', id: "it's", value: Buffer.from([0, 255, 10, 128]) },
        { topic: topics[1], key: '', id: 'other', value: Buffer.from('x') },
      ];
      await bus.subscribe({ ...group('g'), topics }, async (message) => {
        got.push({ ...message, value: message.value && Buffer.from(message.value) });
      });

      await bus.publish(sent);

      await until(() => got.length === 2);
      expect(got).toEqual(expect.arrayContaining(sent));
    },
  ),

  busCase('carries no value, an empty one and 1 MB', async ({ bus, group, message, until }) => {
    const got = new Map<string, number | null>();
    await bus.subscribe(group('g'), async ({ id, value }) => void got.set(id, value && value.byteLength));

    await bus.publish([
      message({ id: 'null', value: null }),
      message({ id: 'empty', value: new Uint8Array(0) }),
      message({ id: 'big', value: new Uint8Array(1_000_000) }),
    ]);
    await bus.publish([]);

    await until(() => got.size === 3);
    expect(Object.fromEntries(got)).toEqual({ null: null, empty: 0, big: 1_000_000 });
  }),

  busCase('gives a group only the topics it asked for', async ({ bus, topics, group, message, until }) => {
    const seen: string[] = [];
    const [first, second] = topics;
    await bus.subscribe({ ...group('g'), topics: [second] }, async ({ id }) => void seen.push(id));

    await bus.publish([message({ topic: first, id: 'not ours' }), message({ topic: second, id: 'ours' })]);
    await bus.publish([message({ topic: second, id: 'ours too' })]);

    await until(() => seen.includes('ours too'));
    expect(seen).toEqual(['ours', 'ours too']);
  }),

  busCase('runs no handler inside publish', async ({ bus, group, message, until }) => {
    let onTheStack = false;
    const inside: string[] = [];
    const seen: string[] = [];
    const note = async ({ id }: { id: string }): Promise<void> => {
      if (onTheStack) inside.push(id);
      seen.push(id);
    };
    await bus.subscribe(group('g'), note);
    await bus.follow(group('g').topics, note);

    for (const id of ['e1', 'e2', 'e3']) {
      onTheStack = true;
      const published = bus.publish([message({ id })]);
      onTheStack = false;
      await published;
    }

    await until(() => seen.length >= 6);
    expect(inside).toEqual([]);
  }),

  busCase(
    'publishes without waiting for handlers, also from within one',
    async ({ bus, group, messages, until, gate }) => {
      const held = gate();
      const seen: string[] = [];
      await bus.subscribe(group('g'), async ({ id }) => {
        seen.push(id);
        if (id === 'e1') await bus.publish(messages(2, { id: 'from within ' }));
        if (id === 'e2') await held.opened;
      });

      await bus.publish(messages(2));
      await until(() => seen.includes('e2'));
      await bus.publish(messages(2, { id: 'meanwhile ', key: 'other' }));

      held.open();
      await until(() => seen.length >= 6);
      expect(seen).toEqual(
        expect.arrayContaining(['from within 1', 'from within 2', 'meanwhile 1', 'meanwhile 2']),
      );
    },
  ),

  busCase('shares no bytes between caller, groups and deliveries', async ({ bus, group, message, until }) => {
    const got: string[] = [];
    const spoil = ({ value }: { value: Uint8Array | null }): void => {
      got.push(Buffer.from(value ?? []).toString());
      value?.fill(0);
    };
    let again = true;
    await bus.subscribe(group('a'), async (each) => {
      spoil(each);
      if (again) {
        again = false;
        throw new Error('again, please');
      }
    });
    await bus.subscribe(group('b'), async (each) => spoil(each));
    await bus.follow(group('a').topics, async (each) => spoil(each));
    const value = Buffer.from('as published');

    const published = bus.publish([message({ value })]);
    value.fill(0);
    await published;

    await until(() => got.length >= 4);
    expect(new Set(got)).toEqual(new Set(['as published']));
  }),

  busCase('gives a late group everything from the start', async ({ bus, group, messages, until }) => {
    const early: string[] = [];
    const late: string[] = [];
    await bus.subscribe(group('early'), async ({ id }) => void early.push(id));
    await bus.publish(messages(1_100));
    await until(async () => (await bus.lag(group('early'))) === 0);

    await bus.subscribe(group('late'), async ({ id }) => void late.push(id));

    await until(() => late.length >= 1_100);
    expect(late).toEqual(messages(1_100).map(({ id }) => id));
  }),

  busCase('tells how much a group has not finished', async ({ bus, group, messages, until, gate }) => {
    const held = gate();
    await bus.publish([...messages(3), ...messages(2, { id: 'other ', key: 'other' })]);
    expect(await bus.lag(group('g'))).toBe(5);

    await bus.subscribe(group('g'), async ({ id }) => {
      if (id === 'e2') await held.opened;
    });

    await until(async () => (await bus.lag(group('g'))) <= 2);
    expect(await bus.lag(group('g'))).toBe(2);
    held.open();
    await until(async () => (await bus.lag(group('g'))) === 0);
    expect(await bus.lag(group('nobody'))).toBe(5);
  }),

  busCase('takes an event twice without harm', async ({ bus, group, messages, until }) => {
    const seen: string[] = [];
    await bus.subscribe(group('g'), async ({ id }) => void seen.push(id));

    await bus.publish(messages(3));
    await bus.publish(messages(5));

    await until(() => seen.includes('e5'));
    expect([...new Set(seen)]).toEqual(['e1', 'e2', 'e3', 'e4', 'e5']);
  }),
];
