import type { BusMessage, EventBus, SubscribeOptions } from '#libs/ports/event-bus/port';

/** A bus made for one case. */
export interface BusUnderTest {
  readonly bus: EventBus;
  /** Two topics that nothing was published to yet. */
  readonly topics: readonly [string, string];
  /** Closes `bus` and opens another over the same events. */
  reopen(): Promise<EventBus>;
  end(): Promise<void>;
  /** How long a case waits for what must come; default 10 s. */
  readonly patienceMs?: number;
}

/** What a case gets: the bus, and words for its one main topic. */
export interface CaseSetup extends BusUnderTest {
  readonly topic: string;
  message(over?: Partial<BusMessage>): BusMessage;
  /** Events `e1`, `e2`, … of one key, in order. */
  messages(count: number, over?: Partial<BusMessage>): BusMessage[];
  group(name: string): SubscribeOptions;
  /** Opens at the latest when the case ends. */
  gate(): Gate;
  /** Resolves when the condition holds. @throws when it does not within the patience. */
  until(condition: () => boolean | Promise<boolean>): Promise<void>;
}

export interface EventBusCase {
  readonly name: string;
  run(test: BusUnderTest): Promise<void>;
}

export function busCase(name: string, run: (setup: CaseSetup) => Promise<void>): EventBusCase {
  return {
    name,
    run: async (test) => {
      const gates: Gate[] = [];
      try {
        await run(setUp(test, gates));
      } finally {
        // A case that failed must not leave a handler waiting: closing the bus would wait for it.
        for (const gate of gates) gate.open();
      }
    },
  };
}

function setUp(test: BusUnderTest, gates: Gate[]): CaseSetup {
  const [topic] = test.topics;
  const message = (over: Partial<BusMessage> = {}): BusMessage => {
    const id = over.id ?? 'e1';
    return { topic, key: 'k', id, value: Buffer.from(`value of ${id}`), ...over };
  };
  return {
    ...test,
    topic,
    message,
    messages: (count, over) =>
      Array.from({ length: count }, (_, n) =>
        message({ id: `${over?.id ?? 'e'}${n + 1}`, key: over?.key ?? 'k' }),
      ),
    group: (name) => ({ group: `${topic}.${name}`, topics: [topic] }),
    gate: () => {
      const gate = new Gate();
      gates.push(gate);
      return gate;
    },
    until: (condition) => until(condition, test.patienceMs ?? 10_000),
  };
}

async function until(condition: () => boolean | Promise<boolean>, patienceMs: number): Promise<void> {
  const end = performance.now() + patienceMs;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`waited ${patienceMs} ms in vain for ${String(condition)}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** A promise that the test opens. */
class Gate {
  open: () => void = () => undefined;
  readonly opened = new Promise<void>((resolve) => (this.open = resolve));
}
