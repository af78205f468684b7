import { declareAggregate } from '#libs/runtime';
import type { ImportedActivity } from './domain/partner-list/plan-activities.js';

/** Activities of earlier years, from lists of partners, under an id of their day, organisation, school and title. */
export const importedActivities = declareAggregate<ImportedActivity>({
  name: 'directory.imported-activities',
  indexes: { byRegion: { by: ({ regionId }) => regionId, sort: ({ start }) => start } },
  owners: ({ regionId, schoolLocationId, organisationId }) => ({
    regions: [regionId],
    school: schoolLocationId,
    organisation: organisationId,
  }),
  seen: 'few-sources',
});
