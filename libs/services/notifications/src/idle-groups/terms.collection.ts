import { declareAggregate } from '#libs/runtime';
import type { Term } from './term.js';

export const termsAggregate = declareAggregate<Term>({
  name: 'notifications.terms',
  owners: ({ regionId }) => ({ regions: [regionId] }),
  nextAt: ({ nextAt }) => nextAt,
  seen: 'inserts-only',
  indexes: {},
});
