import { Injectable } from '@nestjs/common';
import { addDays, closedPeriods, isPublicHoliday, localDateOf, type IsFree } from '#libs/facts';
import type { Calendars } from '../domain/plan-follow-ups.js';
import { OwnerReads } from './owner-reads.js';
import type { MatchView, ShoreView } from './views.js';

const daysBack = 60;
const daysAhead = 400;

/** The days off of both sides of a match, as each has entered them. Throws Unavailable when the directory is away. */
@Injectable()
export class ReadCalendars {
  constructor(private readonly owners: OwnerReads) {}

  /** Good around that moment, epoch ms: two months before it and a year after. */
  async of({ schoolLocationId, organisationId }: MatchView, around: number): Promise<Calendars> {
    const [school, partner] = await Promise.all([
      this.owners.school(schoolLocationId),
      this.owners.organisation(organisationId),
    ]);
    return { school: schoolDaysOff(school, around), partner: partnersDaysOff(partner) };
  }
}

function schoolDaysOff({ holidayRegion, calendar }: ShoreView, around: number): IsFree {
  if (!holidayRegion || !calendar) return isPublicHoliday;
  const day = localDateOf(around);
  const closed = closedPeriods(
    { holidayRegion, ...calendar },
    addDays(day, -daysBack),
    addDays(day, daysAhead),
  );
  return (date) => isPublicHoliday(date) || closed.some(({ from, to }) => from <= date && date <= to);
}

const partnersDaysOff =
  ({ closed = [] }: ShoreView): IsFree =>
  (date) =>
    isPublicHoliday(date) || closed.some(({ from, to }) => from <= date && date <= to);
