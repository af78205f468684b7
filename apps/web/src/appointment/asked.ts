import type { Answerable } from '../api/actions.js';
import type { Match } from '../api/matches.js';
import type { Action } from './possible.js';
import { isOver, type Side } from './story.js';

/** What a yes or a no is about: each comes to something else, and only a proposal has a request to search on for. */
export function askedOf(match: Pick<Match, 'state' | 'requestId'>): Answerable {
  if (match.state === 'option') return 'option';
  if (match.state === 'confirmed') return 'change';
  if (isOver(match)) return 'recorded';
  return match.requestId === null ? 'appointment' : 'proposal';
}

/** How it ended, for the sentence that says what comes of it. */
export function endingOf({ state, origin, requestId }: Pick<Match, 'state' | 'origin' | 'requestId'>) {
  if (state === 'declined' && origin === 'arranged') return 'declined.recorded' as const;
  if (state === 'declined' || state === 'released' || state === 'refused')
    return requestId === null ? (`${state}.no-request` as const) : state;
  return state as 'cancelled' | 'no-show';
}

/** What the answer is called: an option is taken or let go, and what was recorded is right or not. */
export function wordOf(action: Action, match: Match, side: Side) {
  if (action === 'count' && side === 'partner') return 'count.partner' as const;
  const asked = askedOf(match);
  if ((action === 'accept' || action === 'decline') && (asked === 'option' || asked === 'recorded'))
    return `${action}.${asked}` as const;
  return action;
}

/** What comes of it. */
export function meansOf(action: Exclude<Action, 'tally'>, match: Match, now: string) {
  const asked = askedOf(match);
  const hasTakenPlace = match.sessions.some(({ end }) => Date.parse(end) <= Date.parse(now));
  if (action === 'cancel' && hasTakenPlace) return 'do.cancel.means.rest' as const;
  if (action === 'decline') return `do.decline.means.${asked}` as const;
  if (action !== 'accept' || asked === 'proposal' || asked === 'appointment')
    return `do.${action}.means` as const;
  return `do.accept.means.${asked}` as const;
}

/** What the button says. */
export function sendOf(action: Exclude<Action, 'tally'>, match: Match) {
  const asked = askedOf(match);
  if (action === 'decline' && (asked === 'option' || asked === 'recorded'))
    return `do.decline.send.${asked}` as const;
  return `do.${action}.send` as const;
}
