import { refusals } from '#libs/contracts';

export const organisationRefusals = {
  'organisations.region-needed': {
    kind: 'invalid',
    says: 'Name the regions in which this organisation takes part.',
  },
  'organisations.region-unknown': { kind: 'invalid', says: 'One of these regions does not exist.' },
} as const;

export const refuse = refusals(organisationRefusals);
