import {
  HoursEntered,
  MatchClosed,
  MatchCounted,
  MatchHeld,
  atField,
  event,
  type MatchCount,
  type MatchHours,
  type Side,
} from '#libs/contracts';
import type { Answerer } from './answerer.js';
import { dropChange } from './changes.js';
import { followClocks, type Calendars } from './await-answer.js';
import { closesAfter, closesAt, end, line, refuseState, whenNotSecured, type By } from './life.js';
import { refuse } from './match.errors.js';
import { endOf, pastStates, snapshotOf, startOf, step, type Made, type Match } from './match.js';

/** What fell due: an answer clock, an option, a change that nobody answered, the end of the activity, thirty days later. */
export function whenDue(match: Match, by: By, calendars: Calendars): Made | null {
  switch (match.state) {
    case 'asked':
      return followClocks(match, by, calendars);
    case 'option':
      return end(match, 'released', 'clock', { reason: 'De optie is verlopen.' }, by);
    case 'holding':
      return whenNotSecured(match, by);
    case 'confirmed':
      if (by.now >= endOf(match)) return tookPlace(match, by);
      return match.wanted ? followClocks(match, by, calendars) : null;
    case 'held':
    case 'counted':
    case 'evaluated':
      return close(match, by);
    default:
      return null;
  }
}

/** Held sets itself at the end time. A change that still waited is gone. */
export function tookPlace(match: Match, by: By): Made {
  const dropped = match.wanted
    ? dropChange(match, 'clock', { reason: 'De afspraak is al geweest.' }, by)
    : { state: match, events: [] };
  const state = step(
    { ...dropped.state, state: 'held', nextAt: closesAt(match), attentions: [] },
    {},
    line(by, 'held'),
  );
  return { state, events: [...dropped.events, event(MatchHeld, { match: snapshotOf(state) })] };
}

/** Somebody says that it took place: at its end, or after it was taken for a no-show. @throws matches.not-yet, matches.… */
export function held(match: Match, by: Answerer): Made | null {
  if (pastStates.includes(match.state)) return null;
  if (match.state === 'no-show') {
    const state = step(
      { ...match, ended: null, state: 'held', nextAt: by.now + closesAfter },
      {},
      line(by, 'held', { side: by.side }),
    );
    return { state, events: [event(MatchHeld, { match: snapshotOf(state) })] };
  }
  if (match.state !== 'confirmed') refuseState(match);
  if (by.now < startOf(match)) throw refuse('matches.not-yet');
  return tookPlace(match, by);
}

/** Somebody did not come: who says so must give the reason. @throws matches.not-yet, matches.counted, … */
export function noShow(
  match: Match,
  because: { reason: string; reasonCode?: string },
  whose: Side | 'coordinator',
  by: By & { how?: string },
): Made {
  if (match.state === 'counted' || match.state === 'evaluated' || match.state === 'closed')
    throw refuse('matches.counted');
  if (match.state !== 'confirmed' && match.state !== 'held') refuseState(match);
  if (by.now < startOf(match)) throw refuse('matches.not-yet');
  return end(match, 'no-show', whose, { ...because, ...(by.how ? { how: by.how } : {}) }, by);
}

export interface Figures {
  readonly count?: Omit<MatchCount, 'unusual'>;
  readonly hours?: Omit<MatchHours, 'unusual'>;
}

/**
 * The school's count or the partner's hours; the same figures again change nothing.
 * @throws matches.not-held, matches.hours-impossible, matches.closed
 */
export function count(match: Match, figures: Figures, by: Answerer): Made | null {
  if (!pastStates.includes(match.state)) {
    if (['holding', 'option', 'asked', 'confirmed'].includes(match.state)) throw refuse('matches.not-held');
    refuseState(match);
  }
  if (match.state === 'closed' && by.now > closesAt(match)) throw refuse('matches.closed');
  const made =
    by.side === 'school' && figures.count
      ? counted(match, figures.count, by)
      : figures.hours
        ? hoursEntered(match, figures.hours, by)
        : null;
  return made && closedWhenComplete(made, by);
}

function counted(match: Match, figures: NonNullable<Figures['count']>, by: Answerer): Made | null {
  const planned = plannedPupils(match);
  const next = { ...figures, unusual: figures.pupils > planned * 1.5 };
  if (JSON.stringify(next) === JSON.stringify(match.count)) return null;
  const state = step(
    match,
    { count: next, state: countedState(match) },
    line(by, 'counted', { side: 'school', ...(by.how ? { how: by.how } : {}) }),
  );
  return { state, events: [event(MatchCounted, { match: snapshotOf(state) })] };
}

function countedState({ state, evaluation }: Match): Match['state'] {
  if (state !== 'held') return state;
  return evaluation ? 'evaluated' : 'counted';
}

/** Hours above which a person would look twice, per person. */
const unusualPreparation = 40;
/** More than half a year of work: a slip of the keyboard. */
const mostPreparation = 1_000;

function hoursEntered(match: Match, figures: NonNullable<Figures['hours']>, by: Answerer): Made | null {
  const { people, delivery, travel, preparation } = figures;
  const days = new Set(match.sessions.map(({ start }) => start.slice(0, 10))).size;
  if (delivery + travel > Math.max(1, people) * days * 24) {
    throw refuse(
      'matches.hours-impossible',
      atField(
        'hours.delivery',
        'max',
        `${people} people have ${Math.max(1, people) * days * 24} hours in ${days} days`,
      ),
    );
  }
  const most = mostPreparation * Math.max(1, people);
  if (preparation > most) {
    throw refuse(
      'matches.hours-impossible',
      atField('hours.preparation', 'max', `is more than ${most} hours`),
    );
  }
  const next = { ...figures, unusual: preparation > unusualPreparation * Math.max(1, people) };
  if (JSON.stringify(next) === JSON.stringify(match.hours)) return null;
  const state = step(
    match,
    { hours: next },
    line(by, 'hours-entered', { side: 'partner', ...(by.how ? { how: by.how } : {}) }),
  );
  return { state, events: [event(HoursEntered, { match: snapshotOf(state) })] };
}

function closedWhenComplete({ state, events }: Made, by: By): Made {
  if (state.state === 'closed' || !state.count || !state.hours) return { state, events };
  const closed = close(state, by);
  return { state: closed.state, events: [...events, ...closed.events] };
}

function close(match: Match, by: By): Made {
  const state = step(match, { state: 'closed', nextAt: null }, line(by, 'closed'));
  return { state, events: [event(MatchClosed, { match: snapshotOf(state) })] };
}

export function plannedPupils({ sessions }: Pick<Match, 'sessions'>): number {
  const byGroup = new Map(
    sessions.flatMap(({ groups }) => groups.map((group) => [group.groupId, group.pupils])),
  );
  return [...byGroup.values()].reduce((sum, pupils) => sum + pupils, 0);
}

/** What people are shown to confirm with one tap. */
export function prefilled(match: Match): {
  count: Omit<MatchCount, 'unusual'>;
  hours: Omit<MatchHours, 'unusual'>;
} {
  const pupils = plannedPupils(match);
  const minutes = match.sessions.reduce(
    (sum, { start, end: until }) => sum + (Date.parse(until) - Date.parse(start)) / 60_000,
    0,
  );
  // What is lent is there for hours without anybody of the partner.
  const delivery = match.kind === 'loan' ? 0 : Math.round((minutes / 60) * 4) / 4;
  return {
    count: { pupils, adults: Math.max(1, Math.ceil(pupils / 10)), groups: match.groups.length },
    hours: { people: 1, preparation: 1, delivery, travel: match.place === 'at-school' ? 1 : 0 },
  };
}
