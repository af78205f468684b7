import { refusals } from '#libs/contracts';

export const oidcRefusals = {
  'oidc.off': { kind: 'missing', says: 'Here people sign in by a code only.' },
  'oidc.failed': {
    kind: 'invalid',
    says: 'The account that you signed in with could not be checked. Start again, in this browser.',
  },
  'oidc.nobody': {
    kind: 'forbidden',
    says: 'Nobody here has the confirmed address of this account. Sign in by a code, or ask your coordinator to invite you.',
  },
} as const;

export const refuse = refusals(oidcRefusals);
