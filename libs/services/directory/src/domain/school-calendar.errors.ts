import { refusals } from '#libs/contracts';

export const schoolCalendarRefusals = {
  'school-locations.period-ends-before-it-starts': {
    kind: 'invalid',
    says: 'A period ends on or after the day it starts.',
  },
  'school-locations.hours-end-before-they-start': {
    kind: 'invalid',
    says: 'Hours end after they start.',
  },
  'school-locations.named-twice': {
    kind: 'invalid',
    says: 'Each weekday and each part of the day can be given once.',
  },
} as const;

export const refuse = refusals(schoolCalendarRefusals);
