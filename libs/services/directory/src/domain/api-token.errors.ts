import { refusals } from '#libs/contracts';

export const apiTokenRefusals = {
  'api-tokens.person-unknown': {
    kind: 'invalid',
    says: 'There is no person with this id, or the person is disabled.',
  },
  'api-tokens.action-unknown': {
    kind: 'invalid',
    says: 'There is no such action. Each route of the API document names its own as `x-policy`.',
  },
} as const;

export const refuse = refusals(apiTokenRefusals);
