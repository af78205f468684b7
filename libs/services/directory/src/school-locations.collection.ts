import type { Owners } from '#libs/contracts';
import { declareAggregate, ownerKeys } from '#libs/runtime';
import type { SchoolLocation } from './domain/school-location.js';
import { plain } from './search.js';

export const schoolLocationOwners = ({ id, regionIds }: SchoolLocation): Owners => ({
  regions: [...regionIds],
  school: id,
});

export const schoolLocationSort = ({ name }: SchoolLocation) => plain(name);

export const schoolLocations = declareAggregate<SchoolLocation>({
  name: 'directory.school-locations',
  indexes: {
    byOwner: { by: (state) => ownerKeys(schoolLocationOwners(state)), sort: schoolLocationSort },
    byMunicipality: { by: ({ municipalityCode }) => municipalityCode ?? null },
  },
  owners: schoolLocationOwners,
  seen: 'few-sources',
});
