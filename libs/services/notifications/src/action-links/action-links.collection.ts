import { declareAggregate } from '#libs/runtime';
import type { ActionLink } from './action-link.js';

export const actionLinks = declareAggregate<ActionLink>({
  name: 'notifications.action-links',
  owners: () => ({ regions: [] }),
  seen: 'few-sources',
  indexes: {
    byMatch: { by: ({ subject }) => subject.matchId },
    byRecipient: { by: ({ recipient }) => recipient },
  },
});
