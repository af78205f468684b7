import { refusals } from '#libs/contracts';

export const callRefusals = {
  'calls.organisation-unknown': { kind: 'not-yet', says: 'This organisation is not known here (yet).' },
  'calls.request-not-open': { kind: 'conflict', says: 'This request is not open any more.' },
  'calls.answered': { kind: 'conflict', says: 'Another partner was first.' },
  'calls.closed': { kind: 'gone', says: 'This call is over.' },
  'calls.time': { kind: 'invalid', says: 'Say when you can: a start in the future, and an end after it.' },
  'calls.offer-not-yours': { kind: 'invalid', says: 'This is no published offer of your organisation.' },
} as const;

export const refuse = refusals(callRefusals);
