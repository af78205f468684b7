import { declareAggregate } from '#libs/runtime';
import { roleKeys, type Person } from './domain/person.js';

export const people = declareAggregate<Person>({
  name: 'directory.people',
  indexes: {
    byRole: { by: (state) => roleKeys(state) },
    byEmail: { by: ({ email }) => email.toLowerCase() },
  },
  owners: () => ({ regions: [] }),
  seen: 'few-sources',
});
