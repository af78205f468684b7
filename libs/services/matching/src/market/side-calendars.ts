import { Injectable } from '@nestjs/common';
import { addDays, closedPeriods, isPublicHoliday, localDateOf } from '#libs/facts';
import { Clock } from '#libs/ports/clock/port';
import type { IsFree, Pace } from '../domain/answer-clock.js';
import type { Calendars } from '../domain/await-answer.js';
import type { Match } from '../domain/match.js';
import { MarketPlace } from './market-place.js';

/** Days for which a calendar is looked up: longer than any question waits. */
const lookAhead = 400;

interface Closed {
  readonly from: string;
  readonly to: string;
}

/** On which days each side of a match works, and how fast its region wants answers. */
@Injectable()
export class SideCalendars {
  constructor(
    private readonly place: MarketPlace,
    private readonly clock: Clock,
  ) {}

  of({ schoolLocationId, organisationId }: Match): Calendars {
    const { market } = this.place;
    const location = market.location(schoolLocationId);
    const organisation = market.organisation(organisationId);
    const today = localDateOf(this.clock.now());
    const school = location ? closedPeriods(location, today, addDays(today, lookAhead)) : [];
    const pausedUntil = organisation?.pausedUntil;
    return {
      school: freeIn(school),
      partner: freeIn([
        ...(organisation?.closed ?? []),
        ...(pausedUntil ? [{ from: today, to: addDays(pausedUntil, -1) }] : []),
      ]),
    };
  }

  /** The region's own; while it is not known here, what the match was made with. */
  paceOf({ regionId, questionWorkingDays }: Match): Pace {
    const settings = this.place.market.region(regionId)?.settings;
    const release = settings?.questionWorkingDays ?? questionWorkingDays;
    const attention = Math.min(settings?.attentionWorkingDays ?? 5, release);
    return { nudge: Math.min(settings?.nudgeWorkingDays ?? 3, attention), attention, release };
  }
}

const freeIn =
  (closed: readonly Closed[]): IsFree =>
  (date) =>
    isPublicHoliday(date) || closed.some(({ from, to }) => from <= date && date <= to);
