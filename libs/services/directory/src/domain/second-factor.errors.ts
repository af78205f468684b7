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
  'second-factor.own': {
    kind: 'forbidden',
    says: 'Your own passkeys you remove one by one; when you have lost them all, somebody else takes them away for you.',
  },
} as const;

export const refuse = refusals(secondFactorRefusals);
