import type { Match } from '../api/matches.js';
import type { Speaker } from './speaker.js';
import { awaited, endOf, isEnded, isOver, startOf } from './story.js';

export const actions = [
  'accept',
  'decline',
  'counter',
  'move',
  'numbers',
  'take-back',
  'cancel',
  'count',
  'evaluate',
  'tally',
  'no-show',
  'held',
  'repeat',
] as const;
export type Action = (typeof actions)[number];

const talliedFor = 7 * 24 * 60 * 60_000;

/** What that side can do with the appointment at that moment, the most likely first; hands are counted in class only. */
export function possibleFor(match: Match, { side, onBehalf }: Speaker, now: string): readonly Action[] {
  const at = Date.parse(now);
  const { state, change, acceptedBy, count, hours, evaluation } = match;
  const isAsked = awaited(match).includes(side);
  const begun = Date.parse(startOf(match)) <= at;
  const since = at - Date.parse(endOf(match));
  if (isEnded(match)) return state === 'no-show' ? ['held'] : [];
  if (state === 'holding') return ['cancel'];
  if (state === 'option') return side === 'school' ? ['accept', 'decline'] : ['cancel'];
  if (state === 'asked')
    return isAsked ? ['accept', 'counter', 'decline'] : acceptedBy[side] ? ['counter', 'cancel'] : ['cancel'];
  if (state === 'confirmed') {
    if (change && isAsked) return ['accept', 'decline', 'cancel'];
    if (change?.by === side) return ['take-back', 'cancel'];
    if (!begun) return ['move', 'numbers', 'cancel'];
    // Of several days those to come can still be called off.
    const isOfMore = match.sessions.some(({ start }) => Date.parse(start) > at);
    return isOfMore ? ['cancel', 'no-show'] : ['no-show'];
  }
  if (!isOver(match)) return [];
  const disputed = isAsked ? (['accept', 'decline'] as const) : [];
  const counts = side === 'school' ? count === null : hours === null;
  const mayTally = side === 'school' && !onBehalf && since < talliedFor && since > -talliedFor;
  const stillOpen = at <= Date.parse(match.terms.evaluateUntil);
  return [
    ...disputed,
    ...(counts && state !== 'closed' ? (['count'] as const) : []),
    ...(stillOpen && !evaluation?.[side] ? (['evaluate'] as const) : []),
    ...(mayTally ? (['tally'] as const) : []),
    'repeat',
    ...(state === 'held' && count === null ? (['no-show'] as const) : []),
  ];
}
