import type { Match } from '../api/matches.js';
import type { Me } from '../api/me.js';
import type { Offer } from '../api/offers.js';
import { askedOf } from '../appointment/asked.js';
import {
  answerByOf,
  endOf,
  isEnded,
  isOver,
  isToCount,
  sideOf,
  startOf,
  turnOf,
} from '../appointment/story.js';
import { needsTime } from '../appointment/units.js';

export interface Today {
  /** What waits for a yes or a no of ours, the soonest answer first. */
  readonly asked: readonly Match[];
  /** What was and whose hours are not known. */
  readonly toCount: readonly Match[];
  /** What comes within seven days; when nothing does, the next one alone. */
  readonly coming: readonly Match[];
  readonly isThisWeek: boolean;
  /** What schools said afterwards, newest first. */
  readonly thanked: readonly Match[];
}

const week = 7 * 24 * 60 * 60_000;

/** A partner's day, out of all that concerns it. */
export function todayOf(matches: readonly Match[], me: Pick<Me, 'roles'> | null, now: string): Today {
  const at = Date.parse(now);
  const ours = matches
    .filter((match) => sideOf(me, match) === 'partner')
    .toSorted((a, b) => Date.parse(startOf(a)) - Date.parse(startOf(b)));
  const asked = ours
    .filter((match) => turnOf(match, 'partner') === 'you')
    .toSorted((a, b) => dueOf(a) - dueOf(b));
  const agreed = ours.filter(({ state, ...match }) => state === 'confirmed' && Date.parse(endOf(match)) > at);
  const near = agreed.filter((match) => Date.parse(startOf(match)) < at + week);
  return {
    asked,
    // Whether it was so is asked first.
    toCount: ours.filter((match) => isToCount(match, me) && !asked.includes(match)),
    coming: near.length > 0 ? near : agreed.slice(0, 1),
    isThisWeek: near.length > 0,
    thanked: ours.filter(({ evaluation }) => evaluation?.school?.words).toReversed(),
  };
}

/** Epoch ms until which it is answered: of a change by its own clock; what has none comes last. */
function dueOf(match: Match): number {
  const by = answerByOf(match);
  return by ? Date.parse(by) : Number.POSITIVE_INFINITY;
}

/** Whether a yes needs nothing but itself: to a change, to what was recorded, or where the time is known. */
export function isOneTap(match: Match): boolean {
  const asked = askedOf(match);
  return asked === 'change' || asked === 'recorded' || !needsTime(match);
}

export interface Load {
  /** In this month, asked or agreed or held. */
  readonly month: number;
  /** Still to come. */
  readonly coming: number;
  readonly offers: readonly string[];
}

/** What one person of the partner carries: who is asked for it, or named as giving it. */
export function loadOf(
  personId: string,
  matches: readonly Match[],
  offers: readonly Offer[],
  today: string,
): Load {
  const given = offers.filter(({ givenBy, state }) => state !== 'withdrawn' && givenBy.includes(personId));
  const theirs = matches.filter(
    (match) =>
      !isEnded(match) &&
      (match.contacts.partner === personId || given.some(({ id }) => id === match.offerId)),
  );
  return {
    month: theirs.filter((match) => startOf(match).startsWith(today.slice(0, 7))).length,
    coming: theirs.filter((match) => !isOver(match)).length,
    offers: given.map(({ title }) => title),
  };
}
