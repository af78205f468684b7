import type { Owners } from '#libs/contracts';
import { declareAggregate, ownerKeys } from '#libs/runtime';
import type { Organisation } from './domain/organisation.js';
import { plain } from './search.js';

export const organisationOwners = ({ id, regionIds }: Organisation): Owners => ({
  regions: [...regionIds],
  organisation: id,
});

export const organisationSort = ({ name }: Organisation) => plain(name);

export const organisations = declareAggregate<Organisation>({
  name: 'directory.organisations',
  indexes: { byOwner: { by: (state) => ownerKeys(organisationOwners(state)), sort: organisationSort } },
  owners: organisationOwners,
  visible: ({ listed: _, ...shown }) => shown,
  seen: 'few-sources',
});
