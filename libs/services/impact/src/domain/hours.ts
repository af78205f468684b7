import type { ActivityRowView, HoursView, RegionReportView } from '#libs/contracts';
import { hundredths, sum } from './activity-row.js';
import { isHeld } from './reach.js';

/** Of what was held; the partner with most hours first. */
export function hoursOf(rows: readonly ActivityRowView[]): RegionReportView['hours'] {
  const held = rows.filter(isHeld);
  const perPartner = [...Map.groupBy(held, ({ partnerId }) => partnerId)].map(([organisationId, theirs]) => ({
    organisationId,
    name: theirs[0]?.partner ?? null,
    kind: theirs[0]?.partnerKind ?? null,
    ...totalsOf(theirs),
  }));
  perPartner.sort((a, b) => b.total - a.total || (a.organisationId < b.organisationId ? -1 : 1));
  return { ...totalsOf(held), perPartner };
}

function totalsOf(rows: readonly ActivityRowView[]): HoursView {
  const entered = rows.filter(({ hours }) => hours !== null);
  // In hundredths: fractions do not add up to what people add up.
  const total = (of: (row: ActivityRowView) => number | null) =>
    sum(entered.map((row) => hundredths(of(row) ?? 0))) / 100;
  return {
    activities: entered.length,
    people: sum(entered.map(({ people }) => people ?? 0)),
    preparation: total(({ hoursPreparation }) => hoursPreparation),
    delivery: total(({ hoursDelivery }) => hoursDelivery),
    travel: total(({ hoursTravel }) => hoursTravel),
    total: total(({ hours }) => hours),
    missing: rows.length - entered.length,
  };
}
