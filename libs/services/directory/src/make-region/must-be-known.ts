import { atField } from '#libs/contracts';
import type { Aggregates } from '#libs/runtime';
import { refuse } from '../domain/region.errors.js';
import type { SchoolLocation } from '../domain/school-location.js';

/** What a region is to be made of. @throws Refusal `regions.location-unknown` */
export async function mustBeKnown(
  locations: Aggregates<SchoolLocation>,
  schoolLocationIds: readonly string[],
): Promise<void> {
  const found = await Promise.all(schoolLocationIds.map((id) => locations.get(id)));
  const unknown = found.findIndex((location) => !location);
  if (unknown >= 0)
    throw refuse(
      'regions.location-unknown',
      atField(`schoolLocationIds[${unknown}]`, 'unknown', 'is no school location'),
    );
}
