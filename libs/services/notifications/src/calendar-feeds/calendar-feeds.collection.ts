import { declareAggregate } from '#libs/runtime';
import type { CalendarFeed } from './calendar-feed.js';

export const calendarFeeds = declareAggregate<CalendarFeed>({
  name: 'notifications.calendar-feeds',
  owners: () => ({ regions: [] }),
  // Hears from nobody.
  seen: 'inserts-only',
  indexes: { byToken: { by: ({ tokenHash }) => tokenHash } },
});
