import { refusals } from '#libs/contracts';

export const impactRefusals = {
  'reports.region-needed': {
    kind: 'invalid',
    says: 'Say which region: your role reaches none or several, and a report is about one.',
  },
  'reports.region-not-yours': {
    kind: 'forbidden',
    says: 'Your role gives you no reports of this region.',
  },
  'reports.region-unknown': {
    kind: 'not-yet',
    says: 'This region is not known here yet. If it was made a moment ago, ask again.',
  },
  'reports.period-invalid': {
    kind: 'invalid',
    says: 'A period runs from a day to the same or a later day, and is at most five years.',
  },
} as const;

export const refuse = refusals(impactRefusals);
