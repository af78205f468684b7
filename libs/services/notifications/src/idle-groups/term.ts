import { instantOf, localDateOf } from '#libs/facts';
import { morningOf, termAfter, termOf } from '../domain/terms.js';

/** That a region's idle groups are named in a term, once. */
export interface Term {
  readonly regionId: string;
  /** The first day of the term, `YYYY-MM-DD`. */
  readonly term: string;
  /** `missed`: nobody came to it within the term. */
  readonly phase: 'waiting' | 'told' | 'missed';
  /** Epoch ms; null once nothing is left to do. */
  readonly nextAt: number | null;
}

interface Made {
  readonly state: Term;
}

export const termId = ({ regionId, term }: Pick<Term, 'regionId' | 'term'>): string => `${regionId}.${term}`;

export function plan(regionId: string, term: string): Made {
  return { state: { regionId, term, phase: 'waiting', nextAt: morningOf(term) } };
}

/** The term whose first working morning is still to come: a region that has just begun is not told at once. */
export function firstTerm(now: number): string {
  const term = termOf(localDateOf(now));
  return morningOf(term) > now ? term : termAfter(term);
}

export const isOver = (term: string, now: number): boolean => now >= instantOf(termAfter(term), 0);

export function settled(term: Term, phase: 'told' | 'missed'): Made | null {
  return term.phase === 'waiting' ? { state: { ...term, phase, nextAt: null } } : null;
}

/** Somebody who is needed cannot be reached: again in five minutes. */
export function putOff(term: Term, now: number): Made | null {
  return term.phase === 'waiting' ? { state: { ...term, nextAt: now + 5 * 60_000 } } : null;
}
