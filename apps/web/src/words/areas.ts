/** Each has a file per language, `<area>.nl.json` and `<area>.en.json`, with flat keys. */
export const areas = [
  'common',
  'problems',
  'catalogue',
  'sign-in',
  'appointments',
  'teacher',
  'partner',
  'coordinator',
  'reader',
  'operator',
  'tour',
] as const;

export type Area = (typeof areas)[number];
