import type { AggregateDeclaration } from '../aggregates/aggregate.js';
import type { Check, Violation } from './check.js';

type Declarations = readonly AggregateDeclaration<unknown>[];

/** What must hold of every aggregate of every service, and of what they told. */
export function checksOfAggregates(declarations: Declarations): Check[] {
  return [everyUnfinishedHasItsTime(declarations), nothingUntold(declarations), noGaps(declarations)];
}

function everyUnfinishedHasItsTime(declarations: Declarations): Check {
  return {
    sentence: 'whatever is unfinished has a time at which it is looked at',
    async look({ all }) {
      const wrong: Violation[] = [];
      let looked = 0;
      for (const { name, collection, unfinished } of declarations) {
        if (!unfinished) continue;
        for await (const { id, nextAt, state } of all(collection)) {
          if (!unfinished(state)) continue;
          looked += 1;
          if (nextAt === null) wrong.push({ id: `${name}/${id}`, what: 'is unfinished and never falls due' });
        }
      }
      return { looked, wrong };
    },
  };
}

function nothingUntold(declarations: Declarations): Check {
  return {
    sentence: 'every outbox is empty',
    async look({ all }) {
      const wrong: Violation[] = [];
      let looked = 0;
      for (const { name, collection } of declarations)
        for await (const { id, outbox } of all(collection)) {
          looked += 1;
          if (outbox.length > 0)
            wrong.push({ id: `${name}/${id}`, what: `has ${outbox.length} events that are not on the bus` });
        }
      return { looked, wrong };
    },
  };
}

/** A repetition is promised to happen; what comes too early, or never came, is not. */
function noGaps(declarations: Declarations): Check {
  return {
    sentence: 'the events of each key are numbered without gaps, as far as their document says',
    async look({ all, events }) {
      const told = new Map<string, number>();
      for (const { topic, collection } of declarations)
        for await (const { id, seq, outbox } of all(collection)) {
          // Two aggregates of a service may share an id; each numbers its own events.
          const lane = `${topic}/${id}`;
          told.set(lane, Math.max(told.get(lane) ?? 0, seq - outbox.length));
        }
      const wrong: Violation[] = [];
      const last = new Map<string, number>();
      let looked = 0;
      await events([...new Set(declarations.map(({ topic }) => topic))], ({ topic, key, value }) => {
        looked += 1;
        const lane = `${topic}/${key}`;
        const seq = seqOf(value);
        const before = last.get(lane) ?? 0;
        if (seq === undefined || seq <= before) return;
        if (seq > before + 1) wrong.push({ id: lane, what: `has event ${seq} right after event ${before}` });
        last.set(lane, seq);
      });
      for (const [lane, seq] of told) {
        const known = last.get(lane) ?? 0;
        if (known < seq)
          wrong.push({ id: lane, what: `told ${seq} events, of which ${known} are on the bus` });
      }
      return { looked, wrong };
    },
  };
}

/** Undefined for what is no event of ours: the consumer boundary sees to that. */
function seqOf(value: Uint8Array | null): number | undefined {
  try {
    const { seq } = JSON.parse(Buffer.from(value ?? []).toString()) as { seq?: unknown };
    return typeof seq === 'number' ? seq : undefined;
  } catch {
    return undefined;
  }
}
