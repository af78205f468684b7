import { dayNumberOf, schoolYearOf, type LocalDate } from '#libs/facts';
import { refuse } from './impact.errors.js';

/** Dutch days, both inclusive. */
export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

const mostDays = 5 * 366;

/**
 * What was asked for: this school year unless a day says otherwise; an end that is left open is that of the school year
 * of the other. @throws Refusal `reports.period-invalid`
 */
export function periodOf({ from, to }: Partial<Period>, today: LocalDate): Period {
  const period = {
    from: from ?? `${schoolYearOf(to ?? today).slice(0, 4)}-08-01`,
    to: to ?? `${schoolYearOf(from ?? today).slice(5)}-07-31`,
  };
  const days = dayNumberOf(period.to) - dayNumberOf(period.from);
  if (days < 0 || days > mostDays) throw refuse('reports.period-invalid');
  return period;
}

/** True when the two have a day in common; without `to` the other goes on for ever. */
export function overlaps(period: Period, { from, to }: { from: LocalDate; to?: LocalDate }): boolean {
  return from <= period.to && (to === undefined || to >= period.from);
}
