import { refusals } from '#libs/contracts';

export const roundRefusals = {
  'rounds.dates': {
    kind: 'invalid',
    says: 'The dates of a round follow each other and it closes today or later.',
  },
  'rounds.region-unknown': {
    kind: 'not-yet',
    says: 'This region is not known here (yet). If it was made just now, try again in a second.',
  },
  'rounds.planning': { kind: 'conflict', says: 'A plan is being made. Wait for it or cancel it.' },
  'rounds.not-planning': { kind: 'conflict', says: 'No plan is being made; there is nothing to cancel.' },
  'rounds.not-planned': { kind: 'conflict', says: 'There is no plan yet.' },
} as const;

export const refuse = refusals(roundRefusals);
