import { refusals } from '#libs/contracts';

export const claimRefusals = {
  'claims.school-location-unknown': {
    kind: 'invalid',
    says: 'There is no such school location. Look it up in the list of schools.',
  },
  'claims.decided': { kind: 'conflict', says: 'Somebody decided on this claim already.' },
} as const;

export const refuse = refusals(claimRefusals);
