import { refusals } from '#libs/contracts';

export const demoRefusals = {
  'demo.none': { kind: 'missing', says: 'No demo runs here: time is the real one.' },
  'demo.not-forward': {
    kind: 'invalid',
    says: 'Say how far time moves forward as an ISO 8601 duration: PT3H is three hours, P1D a day, P1W a week.',
  },
  'demo.too-far': { kind: 'invalid', says: 'Time moves forward by a year at most; go on from there.' },
} as const;

export const refuse = refusals(demoRefusals);
