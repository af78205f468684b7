import type { Keyed } from '../api/commands.js';
import {
  acceptMatch,
  cancelMatch,
  changeNumbers,
  counterMatch,
  countMatch,
  declineMatch,
  evaluateMatch,
  moveMatch,
  noShow,
  repeatMatch,
  sayHeld,
  type Match,
} from '../api/matches.js';
import { withOffset } from '../say/offsets.js';
import type { Opinion } from './evaluation-fields.js';
import { placesToGo, type FreeSlot } from './places-to-go.js';
import type { Action } from './possible.js';
import { behalfOf, type Speaker } from './speaker.js';
import type { Side } from './story.js';
import { timesIn, unitsOf } from './units.js';

type Amount = number | '';

/** What is on the form of an answer, whichever it is. */
export interface Said extends Opinion {
  /** By unit: local times, `2027-01-12T09:00`. */
  readonly starts: Readonly<Record<string, string>>;
  readonly repeatAt: string;
  readonly reason: string;
  readonly how: string;
  /** By group. */
  readonly pupils: Readonly<Record<string, Amount>>;
  readonly count: { readonly pupils: Amount; readonly adults: Amount; readonly groups: Amount };
  readonly hours: {
    readonly people: Amount;
    readonly preparation: Amount;
    readonly delivery: Amount;
    readonly travel: Amount;
  };
  readonly words: string;
}

/** Prefilled with what is known. */
export function blankSaid(match: Match): Said {
  const { prefilled, groups } = match;
  return {
    ...{ starts: {}, repeatAt: '', reason: '', how: '', fit: '', again: 'yes', words: '' },
    pupils: Object.fromEntries(groups.map(({ groupId, pupils }) => [groupId, pupils])),
    count: prefilled.count,
    hours: prefilled.hours,
  };
}

interface Asked {
  readonly action: Exclude<Action, 'tally'>;
  readonly match: Match;
  readonly speaker: Speaker;
  readonly said: Said;
  /** Free slots of the same offer. */
  readonly others: readonly FreeSlot[];
}

const amount = (value: Amount): number => (value === '' ? 0 : value);

/** How many pupils of each group there would be. */
export const numbersIn = ({ groups }: Pick<Match, 'groups'>, { pupils }: Pick<Said, 'pupils'>) =>
  groups.map(({ groupId }) => ({ groupId, pupils: amount(pupils[groupId] ?? '') }));

export function sendAction({ action, match, speaker, said, others }: Asked, keyed: Keyed): Promise<Match> {
  const { id } = match;
  const behalf = behalfOf(speaker, said);
  const reason = said.reason.trim();
  const elsewhere = placesToGo(match, others).timesIn(said.starts);
  switch (action) {
    case 'accept':
      return acceptMatch({ id, body: { ...behalf, ...timesIn(said.starts, unitsOf(match)) } }, keyed);
    case 'decline':
    case 'take-back':
      return declineMatch({ id, body: { ...behalf, reason } }, keyed);
    case 'counter':
      return counterMatch(
        { id, body: { ...behalf, ...elsewhere, ...(reason ? { note: reason } : {}) } },
        keyed,
      );
    case 'move':
      return moveMatch({ id, body: { ...behalf, ...elsewhere, reason } }, keyed);
    case 'numbers':
      return changeNumbers({ id, body: { ...behalf, groups: numbersIn(match, said) } }, keyed);
    case 'cancel':
      return cancelMatch({ id, body: { ...behalf, reason } }, keyed);
    case 'no-show':
      return noShow({ id, body: { ...behalf, reason } }, keyed);
    case 'held':
      return sayHeld({ id, body: behalf }, keyed);
    case 'count':
      return countMatch({ id, body: { ...behalf, ...countOf(speaker.side, said, match.prefilled) } }, keyed);
    case 'evaluate': {
      const words = said.words.trim();
      const body = { ...behalf, fit: Number(said.fit), again: said.again, ...(words ? { words } : {}) };
      return evaluateMatch({ id, body }, keyed);
    }
    case 'repeat':
      return repeatMatch({ id, body: said.repeatAt ? { start: withOffset(said.repeatAt) } : {} }, keyed);
  }
}

/** What was emptied stays as it stood filled in: nobody meant none. */
export function countOf(
  side: Side,
  { count, hours }: Pick<Said, 'count' | 'hours'>,
  known: Match['prefilled'],
) {
  const or = (value: Amount, filledIn: number): number => (value === '' ? filledIn : value);
  if (side === 'school')
    return {
      pupils: or(count.pupils, known.count.pupils),
      adults: or(count.adults, known.count.adults),
      groups: or(count.groups, known.count.groups),
    };
  return {
    people: or(hours.people, known.hours.people),
    hours: {
      preparation: or(hours.preparation, known.hours.preparation),
      delivery: or(hours.delivery, known.hours.delivery),
      travel: or(hours.travel, known.hours.travel),
    },
  };
}
