import type { RequestSnapshot, RequestedGroup, SchoolLocationChanged, WindowBody } from '#libs/contracts';
import { closedPeriods, dayNumberOf, dayparts, weekdays, type DaypartId, type Weekday } from '#libs/facts';
import type { RequestNeed } from '#libs/matching-engine';

const nowhere = { lat: 0, lon: 0 };

export const isoWeekday = (weekday: Weekday): number => weekdays.indexOf(weekday) + 1;

const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** What the engine must know beside request and school: who served the school before, and how much it received. */
export interface SchoolHistory {
  readonly servedPerGroup: number | null;
  readonly organisationIds: readonly string[];
}

/** A request and its school, as the engine reads them. */
export function needOf(
  id: string,
  request: RequestSnapshot,
  location: SchoolLocationChanged,
  regionSharePercent: number,
  history: SchoolHistory,
): RequestNeed {
  const from = request.windows.map((window) => window.from).sort()[0] as string;
  const to = request.windows
    .map((window) => window.to)
    .sort()
    .at(-1) as string;
  return {
    id,
    kind: request.kind,
    themes: request.themes,
    groups: request.groups.map(groupOf),
    windows: request.windows.map((window) => wishOf(window, location)),
    closedDays: closedPeriods(location, from, to).map((period) => ({
      fromDay: dayNumberOf(period.from),
      toDay: dayNumberOf(period.to),
    })),
    closedHours: closedHoursOf(location, request),
    places: request.places,
    location: location.location ?? nowhere,
    maxDistanceKm: request.maxDistanceKm ?? null,
    preferred: {
      offerIds: request.preferred.flatMap(({ offerId }) => offerId ?? []),
      organisationIds: request.preferred.flatMap(({ organisationId }) => organisationId ?? []),
    },
    suitability: request.suitability as RequestNeed['suitability'],
    maxCostCents: request.maxCostCents ?? null,
    regionSharePercent,
    vogPolicy: location.vogPolicy,
    regionIds: [request.regionId],
    equityPriority: location.equityPriority ?? null,
    servedPerGroup: history.servedPerGroup,
    repeatOrganisationIds: history.organisationIds,
  };
}

/** A group as the engine reads it. */
export const groupOf = ({
  groupId,
  sector,
  grades,
  levels,
  pupils,
}: RequestedGroup): RequestNeed['groups'][number] => ({ key: groupId, sector, grades, levels, pupils });

function wishOf(window: WindowBody, location: SchoolLocationChanged): RequestNeed['windows'][number] {
  return {
    fromDay: dayNumberOf(window.from),
    toDay: dayNumberOf(window.to),
    weekdays: (window.weekdays ?? []).map(isoWeekday),
    parts: (window.parts ?? []).map((part) => partOf(part, location)),
  };
}

function partOf(part: DaypartId, location: SchoolLocationChanged) {
  const own = location.parts.find((hours) => hours.part === part);
  return own
    ? { startMinute: minuteOf(own.from), endMinute: minuteOf(own.to) }
    : { startMinute: dayparts[part].from, endMinute: dayparts[part].to };
}

const primary = ['po', 'sbo', 'so'];
const wednesdayAfternoon = { weekday: 3, startMinute: 12 * 60 + 30, endMinute: 15 * 60 + 30 };

/**
 * Outside the hours that a school entered nothing happens, except in the evening and after school if it asks for that.
 * Until it has entered any, a primary school has no Wednesday afternoon.
 */
function closedHoursOf(
  location: SchoolLocationChanged,
  request: RequestSnapshot,
): RequestNeed['closedHours'] {
  if (location.hours.length === 0) {
    return request.groups.some(({ sector }) => primary.includes(sector)) ? [wednesdayAfternoon] : [];
  }
  const outside = request.windows.some(({ parts }) =>
    parts?.some((part) => part === 'after-school' || part === 'evening'),
  );
  if (outside) return [];
  return weekdays.flatMap((weekday) => {
    const hours = location.hours.find((own) => own.weekday === weekday);
    const day = isoWeekday(weekday);
    if (!hours) return [{ weekday: day, startMinute: 0, endMinute: 1440 }];
    return [
      { weekday: day, startMinute: 0, endMinute: minuteOf(hours.from) },
      { weekday: day, startMinute: minuteOf(hours.to), endMinute: 1440 },
    ];
  });
}
