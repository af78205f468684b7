import { declareAggregate } from '#libs/runtime';
import type { Message } from './message.js';

export const messagesAggregate = declareAggregate<Message>({
  name: 'notifications.messages',
  owners: ({ regionId, schoolLocationId, organisationId }) => ({
    regions: [regionId],
    school: schoolLocationId,
    organisation: organisationId,
  }),
  nextAt: ({ nextAt }) => nextAt,
  visible: ({ text }) => text,
  // Hears from nobody.
  seen: 'inserts-only',
  indexes: {
    byMatch: { by: ({ matchId }) => matchId, sort: ({ at }) => at },
    byAuthor: { by: ({ author }) => author, sort: ({ at }) => at },
  },
});
