import { dayNumberOf, localDateOf } from '#libs/facts';
import { bringAdults } from '#libs/matching-engine';
import { groupsAsAgreed, type Match } from '../domain/match.js';
import { groupOf } from '../market/need.js';
import { audienceOf } from '../market/slots.js';

type Warned = Pick<Match, 'decidedOn' | 'groups' | 'kind' | 'place' | 'sessions' | 'terms'>;

/**
 * What people should know of a match as it is now. The adults to bring follow its numbers and days, at what the partner asked
 * for when it was made; the rest is as it was decided on.
 */
export function warningsNow(match: Warned): unknown[] {
  const { decidedOn, kind, place, terms } = match;
  if (!terms.audience) return [...decidedOn.warnings];
  const offer = { kind, place, audience: audienceOf(terms.audience) };
  const days = groupsByDay(match);
  const adults = days.flatMap(({ day, groups }) =>
    days.length === 1 ? bringAdults({ groups }, offer) : bringAdults({ groups }, offer, day),
  );
  return [...decidedOn.warnings.filter((warning) => !isOfAdults(warning)), ...adults];
}

/** The groups that come on each day, in order. */
function groupsByDay(match: Warned) {
  const groups = groupsAsAgreed(match);
  const byDay = new Map<number, Set<string>>();
  for (const { start, groups: own } of match.sessions) {
    const day = dayNumberOf(localDateOf(Date.parse(start)));
    byDay.set(day, new Set([...(byDay.get(day) ?? []), ...own.map(({ groupId }) => groupId)]));
  }
  return [...byDay]
    .toSorted(([one], [other]) => one - other)
    .map(([day, ids]) => ({ day, groups: groups.filter(({ groupId }) => ids.has(groupId)).map(groupOf) }));
}

const isOfAdults = (warning: unknown): boolean => (warning as { code?: unknown }).code === 'bring-adults';
