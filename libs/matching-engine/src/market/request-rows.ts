import type { RequestNeed, WishedWindow } from '../scoring/model.js';
import { equityValue } from '../scoring/parts.js';
import { noFactsValue } from '../scoring/score.js';
import { calendarOf } from './calendar.js';
import { acceptedSectors, kindPlaceBits, suitabilityBits } from './codes.js';
import { MarketInvalid, mustBeFinite } from './market-invalid.js';
import type { RequestColumns } from './market-data.js';
import { squaredChord } from './plane.js';
import { lastDay } from './slot-rows.js';
import { clamped, writeLocation, type Naming } from './term-rows.js';

const everyWeekday = 0b111_1111;

/** Writes a request apart from its policy; gives the row's list. */
export function writeRequest(
  columns: RequestColumns,
  row: number,
  request: RequestNeed,
  naming: Naming,
): number[] {
  const { groups } = request;
  const offers = [...new Set(request.preferred.offerIds)];
  const organisations = [...new Set(request.preferred.organisationIds)];
  columns.kindPlaces[row] = kindPlaceBits(request.kind, request.places);
  writeLocation(columns, row, request.location, naming);
  columns.maxDistanceKm[row] = request.maxDistanceKm ?? Infinity;
  columns.maxDistanceChord[row] = squaredChord(request.maxDistanceKm ?? Infinity);
  columns.asked[row] = askedOf(request);
  columns.vogAlways[row] = request.vogPolicy === 'always' ? 1 : 0;
  columns.maxCost[row] = request.maxCostCents ?? Infinity;
  columns.regionShare[row] = Math.min(100, Math.max(0, request.regionSharePercent));
  columns.pupils[row] = groups.reduce((sum, { pupils }) => sum + pupils, 0);
  columns.pupilsLeast[row] = groups.reduce((least, { pupils }) => Math.min(least, pupils), Infinity);
  columns.pupilsMost[row] = groups.reduce((most, { pupils }) => Math.max(most, pupils), -Infinity);
  writeWishedDays(columns, row, request);
  columns.equity[row] = clamped(equityValue(request) ?? noFactsValue);
  columns.themeCount[row] = request.themes.length;
  columns.groupCount[row] = groups.length;
  columns.preferredOfferCount[row] = offers.length;
  columns.preferredOrganisationCount[row] = organisations.length;
  columns.repeatCount[row] = request.repeatOrganisationIds.length;
  return [
    ...request.themes.map((theme) => naming.theme(theme)),
    ...groups.flatMap(({ sector, grades, levels, pupils }) => [
      acceptedSectors(sector),
      naming.words.grades.of(grades),
      naming.words.levels.of(levels),
      pupils,
    ]),
    ...offers.map((id) => naming.offer(id)),
    ...organisations.map((id) => naming.organisation(id)),
    ...request.repeatOrganisationIds.map((id) => naming.organisation(id)),
    ...calendarOf(request),
  ];
}

/** What the school names and what its groups' sectors and levels imply. */
function askedOf({ suitability, groups }: RequestNeed): number {
  return suitabilityBits(
    (code) =>
      suitability.includes(code) ||
      groups.some(({ sector, levels }) => sector === code || (code === 'pro' && levels.includes('pro'))),
  );
}

function weekdayBits({ weekdays }: WishedWindow): number {
  if (weekdays.length === 0) return everyWeekday;
  return weekdays.reduce((bits, weekday) => bits | (1 << (weekday - 1)), 0);
}

function writeWishedDays(columns: RequestColumns, row: number, request: RequestNeed): void {
  const windows = request.windows.filter(({ fromDay, toDay }) => fromDay <= toDay);
  const any = request.windows.length === 0;
  const first = windows.reduce((least, { fromDay }) => Math.min(least, fromDay), any ? -lastDay : lastDay);
  const last = windows.reduce((most, { toDay }) => Math.max(most, toDay), any ? lastDay : -lastDay);
  const [window] = windows.length === 1 ? windows : [];
  columns.firstDay[row] = Math.max(-lastDay, Math.floor(first));
  columns.lastDay[row] = Math.min(lastDay, Math.ceil(last));
  columns.weekdays[row] = any
    ? everyWeekday
    : windows.reduce((bits, window) => bits | weekdayBits(window), 0);
  columns.timeMost[row] = any ? noFactsValue : 1;
  // The tent of one window; several, or none, lie under a flat roof.
  columns.middleDay[row] = window ? (window.fromDay + window.toDay) / 2 : 0;
  columns.timeScale[row] = window ? (window.toDay - window.fromDay) / 2 + 1 : Infinity;
}

/** @throws MarketInvalid */
export function checkRequest(request: RequestNeed, { words }: Naming): void {
  const { id, maxDistanceKm, maxCostCents } = request;
  mustBeFinite(id, request, ['regionSharePercent', 'equityPriority', 'servedPerGroup']);
  for (const group of request.groups) {
    mustBeFinite(id, group, ['pupils']);
    words.know(id, group.grades, group.levels);
  }
  if (request.windows.some(({ fromDay, toDay }) => fromDay <= toDay && !Number.isFinite(toDay - fromDay)))
    throw new MarketInvalid(id, 'a window must have a first and a last day');
  if (Number.isNaN(maxDistanceKm) || Number.isNaN(maxCostCents))
    throw new MarketInvalid(id, 'maxDistanceKm and maxCostCents must be numbers');
}
