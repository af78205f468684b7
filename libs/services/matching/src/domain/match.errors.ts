import { refusals } from '#libs/contracts';

export const matchRefusals = {
  'matches.request-unknown': {
    kind: 'not-yet',
    says: 'This request is not known here (yet). If it was posted just now, try again in a second.',
  },
  'matches.slot-unknown': {
    kind: 'not-yet',
    says: 'This slot is not known here (yet). If the offer was published just now, try again in a second.',
  },
  'matches.one-slot': {
    kind: 'invalid',
    says: 'Name one slot: either slotId, or slotIds with a single one.',
  },
  'matches.slot-or-offer': {
    kind: 'invalid',
    says: 'Name the slot or the offer to reject: one of slotId and offerId.',
  },
  'matches.request-not-open': { kind: 'conflict', says: 'This request is not open any more.' },
  'matches.already-matched': {
    kind: 'conflict',
    says: 'There is a live appointment for this request already.',
  },
  'matches.excluded': {
    kind: 'conflict',
    says: 'This slot or offer was rejected, declined or released for this request before.',
  },
  'matches.does-not-fit': { kind: 'conflict', says: 'The slot does not fit the request (any more).' },
  'matches.refused': { kind: 'conflict', says: 'This place was given away a moment ago.' },
  'matches.not-asked': { kind: 'conflict', says: 'The place is being secured; nobody has been asked yet.' },
  'matches.ended': { kind: 'gone', says: 'This appointment has ended; there is nothing left to answer.' },
  'matches.confirmed': { kind: 'conflict', says: 'Both sides have said yes already. Cancel it instead.' },
  'matches.over': { kind: 'conflict', says: 'This appointment lies in the past.' },
  'matches.time-needed': {
    kind: 'invalid',
    says: 'Say when it starts: no appointment without an exact time.',
  },
  'matches.time-outside': { kind: 'invalid', says: 'This time lies outside what slot and wish allow.' },
  'matches.time-differs': {
    kind: 'conflict',
    says: 'The other side said yes to another time. Accept that time, or propose yours as a counter.',
  },
  'matches.counter-same': {
    kind: 'conflict',
    says: 'This is the time that was asked already: accept it instead.',
  },
  'matches.counter-time-only': {
    kind: 'invalid',
    says: 'A counter proposes another time within the same slot: send start.',
  },
  'matches.side-needed': {
    kind: 'invalid',
    says: 'Say for whom you answer: onBehalfOf school or partner.',
  },
  'matches.how-needed': {
    kind: 'invalid',
    says: 'Say how they told you, e.g. "by phone": how is required with onBehalfOf.',
  },
} as const;

export const refuse = refusals(matchRefusals);
