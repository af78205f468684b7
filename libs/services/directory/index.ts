import type { ServiceDefinition } from '#libs/runtime';
import { apiTokens } from './src/api-tokens.collection.js';
import { DirectoryModule } from './src/directory.module.js';
import { groups } from './src/groups.collection.js';
import { importedActivities } from './src/imported-activities.collection.js';
import { imports } from './src/imports.collection.js';
import { organisations } from './src/organisations.collection.js';
import { people } from './src/people.collection.js';
import { postcodes } from './src/postcodes.collection.js';
import { regions } from './src/regions.collection.js';
import { schoolLocations } from './src/school-locations.collection.js';

export const directoryService: ServiceDefinition = {
  name: 'directory',
  module: DirectoryModule,
  aggregates: [
    regions,
    schoolLocations,
    organisations,
    people,
    groups,
    apiTokens,
    postcodes,
    imports,
    importedActivities,
  ],
  copies: [],
};

export { DirectorySeed } from './src/seed/directory-seed.js';
export type {
  SeedOrganisation,
  SeedPerson,
  SeedRegion,
  SeedSchoolLocation,
} from './src/seed/directory-seed.js';
export { apiTokenRefusals } from './src/domain/api-token.errors.js';
export { calendarRefusals } from './src/domain/calendar.errors.js';
export { groupRefusals } from './src/domain/group.errors.js';
export { importRefusals } from './src/domain/import.errors.js';
export { organisationRefusals } from './src/domain/organisation.errors.js';
export { placeRefusals } from './src/domain/place.errors.js';
export { regionRefusals } from './src/domain/region.errors.js';
export { schoolCalendarRefusals } from './src/domain/school-calendar.errors.js';
