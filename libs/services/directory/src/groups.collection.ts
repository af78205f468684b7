import type { Owners } from '#libs/contracts';
import { declareAggregate } from '#libs/runtime';
import type { Group } from './domain/group.js';
import { plain } from './search.js';

const groupOwners = ({ schoolLocationId, regionIds }: Group): Owners => ({
  regions: [...regionIds],
  school: schoolLocationId,
});

export const groups = declareAggregate<Group>({
  name: 'directory.groups',
  indexes: {
    bySchool: { by: ({ schoolLocationId }) => schoolLocationId },
    byYear: {
      by: ({ schoolLocationId, schoolYear }) => `${schoolLocationId} ${schoolYear}`,
      sort: ({ name }) => plain(name),
    },
  },
  owners: groupOwners,
  nextAt: ({ state, raiseAt }) => (state === 'known' ? raiseAt : null),
  visible: ({ raiseAt: _, regionIds: _regions, ...shown }) => shown,
  // Hears from what made it known, and from what said yes to it while it was proposed.
  seen: 'few-sources',
});
