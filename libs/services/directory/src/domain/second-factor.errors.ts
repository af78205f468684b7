import { refusals } from '#libs/contracts';

export const secondFactorRefusals = {
  'second-factor.none': {
    kind: 'conflict',
    says: 'You have no passkey yet. Make one, which also confirms that it is you.',
  },
  'second-factor.refused': {
    kind: 'invalid',
    says: 'This passkey did not confirm that it is you. Try again.',
  },
} as const;

export const refuse = refusals(secondFactorRefusals);
