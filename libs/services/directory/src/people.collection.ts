import type { Owners } from '#libs/contracts';
import { declareAggregate } from '#libs/runtime';
import { placeKeys, roleKeys, type Person } from './domain/person.js';
import { plain } from './search.js';

export const people = declareAggregate<Person>({
  name: 'directory.people',
  indexes: {
    byRole: { by: (state) => roleKeys(state) },
    byPlace: { by: (state) => placeKeys(state), sort: ({ name }) => plain(name) },
    byEmail: { by: ({ email }) => (email ? email.toLowerCase() : null) },
  },
  owners: ownersOf,
  visible: ({ listed: _, ...shown }) => shown,
  seen: 'few-sources',
});

/** As far as a person's roles say it themselves; a school's regions are the school's to tell. */
function ownersOf({ roles }: Person): Owners {
  const school = roles.find(({ schoolLocationId }) => schoolLocationId)?.schoolLocationId;
  const organisation = roles.find(({ organisationId }) => organisationId)?.organisationId;
  return {
    regions: [...new Set(roles.flatMap(({ regionIds = [] }) => regionIds))],
    ...(school ? { school } : {}),
    ...(organisation ? { organisation } : {}),
  };
}
