import fc from 'fast-check';
import type { DocumentStore } from '#libs/ports/document-store/port';
import type { FrozenStore } from './frozen-store.js';
import { wrongAfter } from './play.js';
import { lives } from './steps.js';

/** Lives in one spec; there are two, so that two cores share them. `LIVES` is how many both live together. */
export const numRuns = Number(process.env['LIVES'] ?? 5_000) / 2;

export const asTheModelSays = (around?: (store: FrozenStore) => DocumentStore) =>
  fc.asyncProperty(lives, async (steps) => {
    const wrong = await wrongAfter(steps, around);
    if (wrong.length > 0) throw new Error(wrong.join('\n'));
  });
