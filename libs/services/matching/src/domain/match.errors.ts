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
    says: 'Name the slot with slotId, or several of one offer with slotIds; not both.',
  },
  'matches.slot-or-offer': {
    kind: 'invalid',
    says: 'Name the slot or the offer to reject: one of slotId and offerId.',
  },
  'matches.request-not-open': { kind: 'conflict', says: 'This request is not open any more.' },
  'matches.request-unconfirmed': {
    kind: 'conflict',
    says: 'Nobody confirmed yet that who asks teaches at this school. Say so first, in the list of claims.',
  },
  'matches.has-changed': {
    kind: 'conflict',
    says: 'This appointment has changed since the mail was sent. Look at the newest mail.',
  },
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
  'matches.confirmed': { kind: 'conflict', says: 'Both sides have said yes already: move it, or cancel it.' },
  'matches.too-late-to-undo': {
    kind: 'conflict',
    says: 'Somebody has been told of this appointment: cancel it instead, with the reason.',
  },
  'matches.over': { kind: 'conflict', says: 'This appointment lies in the past.' },
  'matches.time-needed': {
    kind: 'invalid',
    says: 'Say when it starts: no appointment without an exact time.',
  },
  'matches.time-outside': { kind: 'invalid', says: 'This time lies outside what slot and wish allow.' },
  'matches.too-long': { kind: 'invalid', says: 'A session lasts a day at most: name the days apart.' },
  'matches.time-differs': {
    kind: 'conflict',
    says: 'The other side said yes to another time. Accept that time, or propose yours as a counter.',
  },
  'matches.counter-same': {
    kind: 'conflict',
    says: 'This is the time that was asked already: accept it instead.',
  },
  'matches.counter-empty': {
    kind: 'invalid',
    says: 'A counter proposes another time or another slot: send start, or slotId.',
  },
  'matches.session-unknown': { kind: 'invalid', says: 'There is no such session in this appointment.' },
  'matches.sessions-overlap': {
    kind: 'invalid',
    says: 'Sessions of one group, and lessons in one slot, follow each other: these would be at the same time.',
  },
  'matches.is-option': {
    kind: 'conflict',
    says: 'This is an option: only the school can take it up, or give it up.',
  },
  'matches.not-confirmed': {
    kind: 'conflict',
    says: 'Nothing is agreed yet: propose another time as a counter instead.',
  },
  'matches.change-waits': {
    kind: 'conflict',
    says: 'A change already waits for a yes. Answer that one, or take it back, first.',
  },
  'matches.move-same': { kind: 'conflict', says: 'The appointment is at this time already.' },
  'matches.numbers-same': { kind: 'conflict', says: 'These are the numbers already.' },
  'matches.numbers-fixed': {
    kind: 'conflict',
    says: 'The partner asks for the final numbers earlier than this. Call each other; the coordinator can help.',
  },
  'matches.group-unknown': { kind: 'not-yet', says: 'This group is not known here (yet).' },
  'matches.group-incomplete': {
    kind: 'invalid',
    says: 'Describe the group with sector and pupils, or name a known one with groupId alone.',
  },
  'matches.group-which': {
    kind: 'invalid',
    says: 'There are several groups: change their numbers once both sides have said yes.',
  },
  'matches.group-twice': { kind: 'invalid', says: 'Name each group once.' },
  'matches.not-yet': { kind: 'conflict', says: 'This appointment is still to come.' },
  'matches.not-held': { kind: 'conflict', says: 'Count and hours come after the activity.' },
  'matches.counted': { kind: 'conflict', says: 'The school has counted already: it did take place.' },
  'matches.evaluated': {
    kind: 'conflict',
    says: 'A colleague has told already what your side thought of it; only who said it can correct it.',
  },
  'matches.tally-over': { kind: 'conflict', says: 'A class is counted within a week of the activity.' },
  'matches.tally-by-school': { kind: 'forbidden', says: 'The school counts the hands of its class.' },
  'matches.tally-impossible': {
    kind: 'invalid',
    says: 'There are no more hands than pupils present, and hardly more pupils than were planned.',
  },
  'matches.closed': { kind: 'conflict', says: 'This activity was closed thirty days after it took place.' },
  'matches.count-empty': {
    kind: 'invalid',
    says: 'The school sends pupils, adults and groups; the partner sends people and hours.',
  },
  'matches.hours-impossible': {
    kind: 'invalid',
    says: 'So many people cannot have spent so many hours on these days.',
  },
  'matches.despite-not-allowed': {
    kind: 'invalid',
    says: 'Capacity, double booking, closures, ceilings and the VOG are never passed.',
  },
  'matches.not-firm': {
    kind: 'conflict',
    says: 'Only a firm slot can be booked. Post a request with this offer as a preference instead.',
  },
  'matches.book-at-own-site': {
    kind: 'conflict',
    says: 'This partner takes bookings on its own site. Record what you booked there as an arranged appointment.',
  },
  'matches.kept-for-round': {
    kind: 'conflict',
    says: 'This place is kept for a round, up to and including its answer date.',
  },
  'matches.slot-free': { kind: 'conflict', says: 'There is room in this slot: book it instead of waiting.' },
  'matches.slot-in-past': { kind: 'conflict', says: 'This slot lies in the past.' },
  'matches.organisation-unknown': { kind: 'not-yet', says: 'This organisation is not known here (yet).' },
  'matches.school-location-unknown': {
    kind: 'not-yet',
    says: 'This school location is not known here (yet).',
  },
  'matches.offer-unknown': { kind: 'not-yet', says: 'This offer is not known here (yet).' },
  'matches.offer-of-another': { kind: 'invalid', says: 'This offer is of another organisation.' },
  'matches.region-needed': {
    kind: 'invalid',
    says: 'This school location takes part in several regions: say which one with regionId.',
  },
  'matches.region-wrong': {
    kind: 'invalid',
    says: 'This school location does not take part in that region.',
  },
  'matches.window-impossible': {
    kind: 'invalid',
    says: 'A wished period ends after it begins, not in the past, and spans two years at most.',
  },
  'matches.theme-unknown': { kind: 'invalid', says: 'This theme is not in the taxonomy.' },
  'matches.split-not-allowed': {
    kind: 'conflict',
    says: 'The school wants its groups together, on one day.',
  },
  'matches.slots-of-one-offer': { kind: 'invalid', says: 'The slots must be of one offer.' },
  'matches.slots-too-many': {
    kind: 'invalid',
    says: 'There are more slots than groups to fill them.',
  },
  'matches.not-repeatable': {
    kind: 'conflict',
    says: 'Only what took place, or was agreed, can be repeated.',
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
