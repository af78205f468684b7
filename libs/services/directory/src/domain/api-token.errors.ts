import { refusals } from '#libs/contracts';

export const apiTokenRefusals = {
  'api-tokens.person-unknown': {
    kind: 'invalid',
    says: 'There is no person with this id, or the person is disabled.',
  },
} as const;

export const refuse = refusals(apiTokenRefusals);
