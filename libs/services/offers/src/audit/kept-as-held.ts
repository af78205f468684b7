import type { Books, Check, Violation } from '#libs/runtime';
import type { Hold, HoldSet } from '../domain/hold.js';
import { calendars, counters, days, demands, holdsAggregate } from '../offers.collection.js';

/** Whether a set must be found where it is kept, may be, or may not. */
type Standing = 'must' | 'may';

const standings: Readonly<Partial<Record<HoldSet['phase'], Standing>>> = {
  held: 'must',
  taking: 'may',
  refusing: 'may',
  'giving-back': 'may',
};

/** What is held and what is kept of it: one line for each piece, by what it is of. */
export const keptAsHeld: Check = {
  sentence: 'calendars, days, demands and counters say what is held, no more and no less',
  async look(books) {
    const pieces = new Map<string, Standing>();
    const narrowing = new Set<string>();
    for await (const { id, state } of books.all(holdsAggregate.collection))
      addPieces(pieces, narrowing, id, state);
    const kept = await piecesKept(books, narrowing);
    const missing = [...pieces].filter(([piece, standing]) => standing === 'must' && !kept.has(piece));
    const surplus = [...kept].filter((piece) => !pieces.has(piece));
    const wrong: Violation[] = [
      ...missing.map(([piece]) => ({ id: piece, what: 'is held and nowhere kept' })),
      ...surplus.map((piece) => ({ id: piece, what: 'is kept and held by nobody' })),
    ];
    return { looked: kept.size, wrong };
  },
};

const joined = (...parts: readonly (string | number)[]): string => parts.join(' ');

function addPieces(
  pieces: Map<string, Standing>,
  narrowing: Set<string>,
  match: string,
  { sets }: Hold,
): void {
  for (const set of sets) {
    const standing = standings[set.phase];
    if (!standing) continue;
    const key = `${match}#${set.question}`;
    // Its days are being made shorter: which of both spans is kept says nothing.
    if (set.narrowing) narrowing.add(key);
    for (const { slotId, groups } of set.slots) pieces.set(joined(slotId, key, groups), standing);
    for (const id of set.demand) pieces.set(joined(id, key), standing);
    for (const { id, session, start, end } of set.days)
      pieces.set(set.narrowing ? joined(id, key, session) : joined(id, key, session, start, end), standing);
    for (const { id } of set.ceilings) pieces.set(joined(id, key), standing);
  }
}

async function piecesKept({ all }: Books, narrowing: ReadonlySet<string>): Promise<Set<string>> {
  const kept = new Set<string>();
  for await (const { slots } of all(calendars))
    for (const [slotId, { entries }] of Object.entries(slots))
      for (const { key, groups } of entries) if (key.includes('#')) kept.add(joined(slotId, key, groups));
  for await (const { id, entries } of all(days))
    for (const { key, session, start, end } of entries)
      kept.add(narrowing.has(key) ? joined(id, key, session) : joined(id, key, session, start, end));
  for await (const { id, entries } of all(demands)) for (const { key } of entries) kept.add(joined(id, key));
  for await (const { id, entries } of all(counters)) for (const { key } of entries) kept.add(joined(id, key));
  return kept;
}
