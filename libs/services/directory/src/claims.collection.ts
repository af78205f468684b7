import type { Owners } from '#libs/contracts';
import { declareAggregate, ownerKeys } from '#libs/runtime';
import type { Claim } from './domain/claim.js';

export const claimOwners = ({ regionIds, schoolLocationId }: Claim): Owners => ({
  regions: [...regionIds],
  school: schoolLocationId,
});

export const claims = declareAggregate<Claim>({
  name: 'directory.claims',
  indexes: {
    /** Those somebody may decide on. */
    byOwner: {
      by: (claim) => (claim.state === 'said' ? null : ownerKeys(claimOwners(claim))),
      sort: ({ claimedAt }) => claimedAt,
    },
    byPerson: { by: ({ personId }) => personId },
  },
  owners: claimOwners,
  visible: ({ state, reason }) => ({ state, reason }),
  seen: 'few-sources',
});
