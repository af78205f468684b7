import type { ActivityRowView, LocationsView, PayersView, RegionReportView } from '#libs/contracts';
import { activityKinds, rootOfTheme, schoolYearOf, sectors } from '#libs/facts';
import { sum } from './activity-row.js';
import { unmetDemand, type UnmetWish } from './demand.js';
import { hoursOf } from './hours.js';
import { opinionsOf } from './opinions.js';
import type { Period } from './period.js';
import { addTo, isHeld, noNumbers, reachLines, reachOf, under } from './reach.js';
import { takesPart, type SchoolLocation } from './school-location.js';

export interface KnownLocation extends SchoolLocation {
  readonly id: string;
}

export interface ReportedRegion {
  readonly id: string;
  readonly name: string;
  /** Every location that belongs to it now or took part at any time. */
  readonly locations: readonly KnownLocation[];
}

/**
 * What the region reached in the period. `rows` are its activities of those days, in order, as the export gives them:
 * every figure about activities is a sum over them, and over nothing else.
 */
export function regionReport(
  region: ReportedRegion,
  period: Period,
  rows: readonly ActivityRowView[],
  wishes: readonly UnmetWish[],
): RegionReportView {
  const participating = region.locations.filter((location) => takesPart(location, region.id, period));
  const municipalities = participating.flatMap(({ municipality }) => municipality ?? []).sort();
  const held = rows.filter(isHeld);
  return {
    region: { id: region.id, name: region.name },
    from: period.from,
    to: period.to,
    reach: { ...reachOf(rows), adults: sum(rows.map(({ adults }) => adults ?? 0)) },
    hours: hoursOf(rows),
    locations: locationsOf(participating, rows),
    perSector: reachLines(
      rows,
      (row) => row.sectors.map(({ sector, groups, pupils }) => ({ key: sector, groups, pupils })),
      sectors,
    ),
    perMunicipality: reachLines(
      rows,
      under(({ municipality }) => [municipality ?? 'unknown']),
      municipalities,
    ),
    perProgramme: reachLines(
      rows,
      under(({ programme }) => [programme]),
      ['Techkwadraat', 'STO', 'other'],
    ),
    perOrigin: reachLines(
      rows,
      under(({ origin }) => [origin]),
      ['proposed', 'booked', 'arranged', 'repeated'],
    ),
    perKind: reachLines(
      rows,
      under(({ kind }) => [kind]),
      activityKinds.map(({ id }) => id),
    ),
    perRootTheme: reachLines(
      rows,
      under(({ themes }) => themes.map((theme) => rootOfTheme(theme) ?? theme)),
    ),
    perTheme: reachLines(
      rows,
      under(({ themes }) => themes),
    ),
    perMonth: reachLines(
      rows,
      under(({ date }) => [date.slice(0, 7)]),
    ),
    exposure: exposureOf(held),
    endings: endingsOf(rows),
    opinions: opinionsOf(rows),
    unmetDemand: unmetDemand(wishes, period),
    costs: { held: payersOf(held), planned: payersOf(rows.filter(({ status }) => status === 'planned')) },
  };
}

function locationsOf(
  participating: readonly KnownLocation[],
  rows: readonly ActivityRowView[],
): LocationsView {
  const held = Map.groupBy(rows.filter(isHeld), ({ locationId }) => locationId);
  const planned = Map.groupBy(
    rows.filter(({ status }) => status === 'planned'),
    ({ locationId }) => locationId,
  );
  const missed = participating.filter(({ id }) => !held.has(id));
  const reachedInside = participating.length - missed.length;
  return {
    participating: participating.length,
    reached: reachedInside,
    reachedOutside: held.size - reachedInside,
    notReached: missed
      .map(({ id, name, brin6, municipality, sectors: theirs }) => ({
        id,
        name,
        brin6,
        municipality: municipality ?? null,
        sectors: [...theirs],
        planned: planned.get(id)?.length ?? 0,
      }))
      .sort(byName),
    all: participating
      .map(({ id, name, municipality, point }) => ({
        id,
        name,
        municipality: municipality ?? null,
        lat: point?.lat ?? null,
        lon: point?.lon ?? null,
        activities: held.get(id)?.length ?? 0,
        planned: planned.get(id)?.length ?? 0,
      }))
      .sort(byName),
  };
}

interface Named {
  readonly id: string;
  readonly name: string;
}

function byName(a: Named, b: Named): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1;
}

/** A group is another one every school year. */
function exposureOf(held: readonly ActivityRowView[]): RegionReportView['exposure'] {
  return [...Map.groupBy(held, ({ date }) => schoolYearOf(date))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([schoolYear, rows]) => {
      const times = new Map<string, number>();
      for (const groupId of rows.flatMap(({ groupIds }) => groupIds))
        times.set(groupId, (times.get(groupId) ?? 0) + 1);
      const numbers = [...times.values()];
      return {
        schoolYear,
        once: numbers.filter((number) => number === 1).length,
        twice: numbers.filter((number) => number === 2).length,
        more: numbers.filter((number) => number > 2).length,
      };
    });
}

function endingsOf(rows: readonly ActivityRowView[]): RegionReportView['endings'] {
  const [noShows, cancelled] = [noNumbers(), noNumbers()];
  for (const row of rows) {
    if (row.status === 'no-show') addTo(noShows, row);
    if (row.status === 'cancelled') addTo(cancelled, row);
  }
  return {
    noShows,
    cancelled,
    cancelledLate: rows.filter(({ late }) => late).length,
    feeCents: sum(rows.map(({ feeCents }) => feeCents)),
  };
}

function payersOf(rows: readonly ActivityRowView[]): PayersView {
  return {
    totalCents: sum(rows.map(({ totalCents }) => totalCents)),
    schoolCents: sum(rows.map(({ schoolCents }) => schoolCents)),
    regionCents: sum(rows.map(({ regionCents }) => regionCents)),
    partnerCents: sum(rows.map(({ partnerCents }) => partnerCents)),
  };
}
