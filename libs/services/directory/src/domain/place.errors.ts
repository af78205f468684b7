import { refusals } from '#libs/contracts';

export const placeRefusals = {
  'places.unknown': {
    kind: 'invalid',
    says: 'We do not know where this is. Give the name of the place, if needed with its municipality or province.',
  },
  'places.half': { kind: 'invalid', says: 'Coordinates are a latitude and a longitude.' },
} as const;

export const refuse = refusals(placeRefusals);
