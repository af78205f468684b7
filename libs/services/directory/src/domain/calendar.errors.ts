import { refusals } from '#libs/contracts';

export const calendarRefusals = {
  'calendar.school-year-unknown': {
    kind: 'invalid',
    says: 'The holidays of this school year are not known.',
  },
} as const;

export const refuse = refusals(calendarRefusals);
