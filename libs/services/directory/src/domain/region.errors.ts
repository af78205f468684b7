import { refusals } from '#libs/contracts';

export const regionRefusals = {
  'regions.empty': {
    kind: 'invalid',
    says: 'A region is made of municipalities, school locations or both. Name at least one.',
  },
  'regions.location-unknown': { kind: 'invalid', says: 'One of these school locations does not exist.' },
  'regions.not-yours-to-draw': {
    kind: 'forbidden',
    says: 'Which municipalities and school locations a region is made of is decided by an operator.',
  },
  'regions.location-not-here': {
    kind: 'invalid',
    says: 'This school location is not of this region: neither its municipality nor the location itself is part of it.',
  },
  'regions.named-twice': { kind: 'invalid', says: 'Each school location can be named once.' },
  'regions.period-ends-before-it-starts': {
    kind: 'invalid',
    says: 'Taking part ends on or after the day it starts.',
  },
  'regions.setting-unknown': {
    kind: 'invalid',
    says: 'Weights are named after the parts of the score, priorities after themes and sectors that exist.',
  },
  'regions.setting-out-of-range': {
    kind: 'invalid',
    says: 'A weight is a number from 0 up, of which one at least is more than 0; a priority lies between 0 and 1.',
  },
  'regions.stages-out-of-order': {
    kind: 'invalid',
    says: 'A side that does not answer is reminded first, then the coordinator looks, then the question ends: each some working days after the one before.',
  },
} as const;

export const refuse = refusals(regionRefusals);
