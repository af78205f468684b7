import type { Owners } from '#libs/contracts';
import { declareAggregate, ownerKeys } from '#libs/runtime';
import type { Invitation } from './domain/invitation.js';

export const invitations = declareAggregate<Invitation>({
  name: 'directory.invitations',
  indexes: {
    byOwner: {
      by: ({ owners }) => ['*', ...new Set(owners.flatMap(ownerKeys))],
      sort: ({ expiresAt }) => expiresAt,
    },
    byPerson: { by: ({ personId }) => personId },
  },
  owners: ({ owners: [first] }): Owners => first ?? { regions: [] },
  nextAt: ({ sendAt }) => sendAt,
  visible: ({ role, state, expiresAt, timesSent }) => ({ role, state, expiresAt, timesSent }),
  seen: 'few-sources',
});
