import { refusals } from '#libs/contracts';

export const groupRefusals = {
  'groups.school-year-unknown': {
    kind: 'invalid',
    says: 'A school year is two years that follow each other, such as 2026-2027.',
  },
  'groups.sector-not-here': { kind: 'invalid', says: 'This school location has no such sector.' },
  'groups.grade-unknown': { kind: 'invalid', says: 'This grade does not exist in that sector.' },
  'groups.level-unknown': { kind: 'invalid', says: 'This level does not exist in that sector.' },
  'groups.teacher-unknown': { kind: 'invalid', says: 'A teacher of a group is a person of that school.' },
  'groups.exists': {
    kind: 'conflict',
    says: 'This school has a group of that name in that year already. Change that one, or give another name.',
  },
} as const;

export const refuse = refusals(groupRefusals);
