import type { Side } from '#libs/contracts';

/** What falls due of a match, long after the event that made it so. */
export const followUpKinds = [
  'option-lapses',
  'check',
  'reminder',
  'figures',
  'figures-again',
  'thank-you',
  'again',
] as const;
export type FollowUpKind = (typeof followUpKinds)[number];

/** What is to be done for one side at a moment, epoch ms. */
export interface Planned {
  readonly kind: FollowUpKind;
  readonly side: Side;
  readonly at: number;
  /** Of a match on several days: which of them, from 1, and its start, epoch ms. Absent: the first. */
  readonly day?: { readonly nth: number; readonly start: number };
}

/** One thing to tell one side of a match at a moment; moved or cancelled when the match changes. */
export interface FollowUp {
  readonly matchId: string;
  readonly regionId: string;
  readonly kind: FollowUpKind;
  readonly side: Side;
  /** The start of the activity that it is about, ISO 8601: a match that moved has other follow-ups. */
  readonly start: string;
  readonly phase: 'waiting' | 'told' | 'cancelled';
  /** When it falls due, epoch ms. */
  readonly at: number;
  /** When it is looked at, epoch ms; null once nothing is left to do. */
  readonly nextAt: number | null;
}

interface Made {
  readonly state: FollowUp;
}

export function followUpId(matchId: string, { kind, side, day }: Omit<Planned, 'at'>): string {
  const first = `${matchId}.${kind}.${side}`;
  return day && day.nth > 1 ? `${first}.${day.nth}` : first;
}

export function plan(
  match: Pick<FollowUp, 'matchId' | 'regionId' | 'start'>,
  { kind, side, at }: Planned,
): Made {
  return { state: { ...match, kind, side, phase: 'waiting', at, nextAt: at } };
}

/** At another time, for another start. What was told of this start already is not told again. */
export function replan(followUp: FollowUp, start: string, at: number): Made | null {
  if (followUp.start === start && followUp.phase === 'told') return null;
  if (followUp.start === start && followUp.phase === 'waiting' && followUp.at === at) return null;
  return { state: { ...followUp, start, phase: 'waiting', at, nextAt: at } };
}

export function cancelled(followUp: FollowUp): Made | null {
  return followUp.phase === 'waiting' ? settled(followUp, 'cancelled') : null;
}

export function told(followUp: FollowUp): Made | null {
  return followUp.phase === 'waiting' ? settled(followUp, 'told') : null;
}

/** Somebody who is needed cannot be reached: again in a minute. */
export function putOff(followUp: FollowUp, now: number): Made | null {
  return followUp.phase === 'waiting' ? { state: { ...followUp, nextAt: now + 60_000 } } : null;
}

function settled(followUp: FollowUp, phase: 'told' | 'cancelled'): Made {
  return { state: { ...followUp, phase, nextAt: null } };
}
