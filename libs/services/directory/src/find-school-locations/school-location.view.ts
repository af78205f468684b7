import { can, type Actor, type Aggregate } from '#libs/runtime';
import type { SchoolLocation } from '../domain/school-location.js';
import { schoolLocationOwners } from '../school-locations.collection.js';

/** What a list shows of a location. */
export function schoolLocationLine({ state }: Aggregate<SchoolLocation>) {
  const { id, name, brin6, sectors, location, regionIds, holidayRegion, activeUntil } = state;
  return {
    id,
    name,
    brin6,
    sectors,
    ...(location?.place ? { place: location.place } : {}),
    regionIds,
    holidayRegion,
    ...(activeUntil ? { activeUntil } : {}),
  };
}

/** All that this actor may see of one location. Its equity figure is for coordinators and operators only. */
export function schoolLocationView(document: Aggregate<SchoolLocation>, actor: Actor) {
  const { state } = document;
  const { street, location, municipalityCode, municipalityName, calendar, equityPriority, activeFrom } =
    state;
  const mayWeigh = can(actor, 'regions.read-settings', schoolLocationOwners(state));
  return {
    ...schoolLocationLine(document),
    ...(street ? { street } : {}),
    ...(location ? { location } : {}),
    ...(municipalityCode
      ? { municipality: { code: municipalityCode, ...(municipalityName ? { name: municipalityName } : {}) } }
      : {}),
    ...(activeFrom ? { activeFrom } : {}),
    calendar,
    ...(mayWeigh && equityPriority !== undefined ? { equityPriority } : {}),
  };
}
