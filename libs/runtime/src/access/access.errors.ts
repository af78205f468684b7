import { refusals } from '#libs/contracts';

export const accessRefusals = {
  'access.not-allowed': { kind: 'forbidden', says: 'Your role does not allow this.' },
  'access.not-yours': {
    kind: 'forbidden',
    says: 'You may not act for this school or organisation.',
  },
} as const;

export const refuseAccess = refusals(accessRefusals);
