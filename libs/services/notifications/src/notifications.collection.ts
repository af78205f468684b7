import { declareAggregate } from '#libs/runtime';
import type { Notification } from './domain/notification.js';

export const notificationsAggregate = declareAggregate<Notification>({
  name: 'notifications.notifications',
  // It tells nobody anything on the bus, so nobody's scope is matched against it.
  owners: () => ({ regions: [] }),
  nextAt: ({ nextAt }) => nextAt,
  seen: 'inserts-only',
  indexes: {
    byMatch: { by: ({ subject }) => ('matchId' in subject ? subject.matchId : null) },
    byRequest: { by: ({ subject }) => ('requestId' in subject ? subject.requestId : null) },
  },
});
