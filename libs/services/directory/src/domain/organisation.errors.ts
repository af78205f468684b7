import { refusals } from '#libs/contracts';

export const organisationRefusals = {
  'organisations.no-board': {
    kind: 'invalid',
    says: 'Only a school has a board: school locations of your region that exist.',
  },
  'organisations.region-needed': {
    kind: 'invalid',
    says: 'Name the regions in which this organisation takes part.',
  },
  'organisations.region-unknown': { kind: 'invalid', says: 'One of these regions does not exist.' },
  'organisations.contact-unknown': {
    kind: 'invalid',
    says: 'The first contact is a person of this organisation.',
  },
  'organisations.period-ends-before-it-starts': {
    kind: 'invalid',
    says: 'A period ends on or after the day it starts.',
  },
} as const;

export const refuse = refusals(organisationRefusals);
