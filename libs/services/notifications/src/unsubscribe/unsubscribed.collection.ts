import { declareAggregate } from '#libs/runtime';
import type { UnsubscribedPerson } from './unsubscribed.js';

export const unsubscribedAggregate = declareAggregate<UnsubscribedPerson>({
  name: 'notifications.unsubscribed-people',
  owners: () => ({ regions: [] }),
  // Hears from nobody.
  seen: 'inserts-only',
  indexes: {},
});
