import { refusals } from '#libs/contracts';

export const offerRefusals = {
  'offers.organisation-unknown': {
    kind: 'not-yet',
    says: 'This organisation is not known here (yet). If it was added just now, try again in a second.',
  },
  'offers.location-needed': {
    kind: 'invalid',
    says: 'Say where: a postcode, the name of a place, or coordinates.',
  },
  'offers.place-unknown': {
    kind: 'invalid',
    says: 'This place is not known. Give the name of a place in the Netherlands, or coordinates.',
  },
  'offers.theme-unknown': { kind: 'invalid', says: 'This theme is not in the taxonomy.' },
  'offers.goal-unknown': { kind: 'invalid', says: 'This goal is not in the taxonomy.' },
  'offers.grade-unknown': { kind: 'invalid', says: 'This grade does not exist in that sector.' },
  'offers.level-unknown': { kind: 'invalid', says: 'This level does not exist in that sector.' },
  'offers.pupils-backwards': { kind: 'invalid', says: 'The smallest group is larger than the largest.' },
  'offers.slot-backwards': { kind: 'invalid', says: 'The slot ends before it starts.' },
  'offers.slot-in-past': { kind: 'invalid', says: 'The slot lies in the past.' },
  'offers.slot-too-short': { kind: 'invalid', says: 'The slot is shorter than the activity.' },
  'offers.slot-too-long': { kind: 'invalid', says: 'A slot lasts a day at most: name the days apart.' },
  'offers.slot-twice': { kind: 'invalid', says: 'Two slots of one offer start at the same moment.' },
  'offers.too-many-slots': { kind: 'invalid', says: 'An offer holds 1,500 slots at most.' },
  'offers.pattern-backwards': { kind: 'invalid', says: 'The period of the pattern ends before it starts.' },
  'offers.book-url-needed': {
    kind: 'invalid',
    says: 'Booking on your own site needs its address (bookUrl).',
  },
  'offers.withdrawn': { kind: 'conflict', says: 'This offer was withdrawn.' },
  'offers.nothing-to-book': {
    kind: 'conflict',
    says: 'An offer needs at least one slot ahead before it is published.',
  },
  'offers.slot-taken': {
    kind: 'conflict',
    says: 'There is an appointment in this slot. Cancel the appointment first.',
  },
  'offers.slot-not-free': {
    kind: 'conflict',
    says: 'Fewer places of this slot are free than you want to block; the others are promised to schools.',
  },
  'offers.slot-missing': { kind: 'missing', says: 'This offer has no such slot.' },
} as const;

export const refuse = refusals(offerRefusals);
