import { refusals } from '#libs/contracts';

export const requestRefusals = {
  'requests.school-location-unknown': {
    kind: 'not-yet',
    says: 'This school location is not known here (yet). If it was added just now, try again in a second.',
  },
  'requests.region-unknown': {
    kind: 'not-yet',
    says: 'This region is not known here (yet). If it was added just now, try again in a second.',
  },
  'requests.group-unknown': { kind: 'not-yet', says: 'This group is not known here (yet).' },
  'requests.region-needed': {
    kind: 'invalid',
    says: 'This school location takes part in several regions: say which one with regionId.',
  },
  'requests.region-wrong': {
    kind: 'invalid',
    says: 'This school location does not take part in that region.',
  },
  'requests.window-in-past': { kind: 'invalid', says: 'The wished period lies in the past.' },
  'requests.window-backwards': { kind: 'invalid', says: 'The wished period ends before it starts.' },
  'requests.window-in-holiday': {
    kind: 'invalid',
    says: 'The school is closed in the whole of the wished period.',
  },
  'requests.window-too-long': { kind: 'invalid', says: 'A wished period spans two years at most.' },
  'requests.theme-unknown': { kind: 'invalid', says: 'This theme is not in the taxonomy.' },
  'requests.goal-unknown': { kind: 'invalid', says: 'This goal is not in the taxonomy.' },
  'requests.grade-unknown': { kind: 'invalid', says: 'This grade does not exist in that sector.' },
  'requests.level-unknown': { kind: 'invalid', says: 'This level does not exist in that sector.' },
  'requests.sector-not-here': { kind: 'invalid', says: 'This school location has no such sector.' },
  'requests.group-incomplete': {
    kind: 'invalid',
    says: 'Describe the group with sector and pupils, or name a known one with groupId alone.',
  },
  'requests.group-twice': { kind: 'invalid', says: 'Name each group once.' },
  'requests.preferred-incomplete': {
    kind: 'invalid',
    says: 'Name an offer or an organisation: one of offerId and organisationId.',
  },
  'requests.expired': {
    kind: 'conflict',
    says: 'The last period of this request has passed: name a new one with windows.',
  },
  'requests.not-open': {
    kind: 'conflict',
    says: 'There is an appointment for this request, or it has ended.',
  },
  'requests.withdrawn': { kind: 'conflict', says: 'This request was withdrawn.' },
  'requests.confirmed': {
    kind: 'conflict',
    says: 'There is a confirmed appointment for this request. Cancel the appointment instead.',
  },
} as const;

export const refuse = refusals(requestRefusals);
