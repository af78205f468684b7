import { refusals } from '#libs/contracts';

export const auditRefusals = {
  'audit.period-invalid': { kind: 'invalid', says: 'A period runs from a day to the same or a later day.' },
  'audit.too-many': {
    kind: 'invalid',
    says: 'There are more than 10,000 entries: ask for a shorter period, one object or one person.',
  },
} as const;

export const refuse = refusals(auditRefusals);
