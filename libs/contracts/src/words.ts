/** The closed lists of `domain.md` that bodies and events share. */
export const activityKinds = [
  'guest-lesson',
  'company-visit',
  'museum-visit',
  'workshop',
  'mentoring',
  'loan',
  'teacher-training',
] as const;
export type ActivityKind = (typeof activityKinds)[number];

export const sectors = ['po', 'sbo', 'so', 'vso', 'vo', 'mbo'] as const;
export type Sector = (typeof sectors)[number];

export const levels = ['pro', 'vmbo-bb', 'vmbo-kb', 'vmbo-gl', 'vmbo-tl', 'havo', 'vwo'] as const;
export type Level = (typeof levels)[number];

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

export const dayparts = ['morning', 'afternoon', 'whole-day', 'after-school', 'evening'] as const;
export type Daypart = (typeof dayparts)[number];

export const places = ['at-school', 'at-partner', 'online'] as const;
export type ActivityPlace = (typeof places)[number];

export const askedSuitabilities = ['wheelchair', 'newcomers', 'low-stimulus', 'english'] as const;
export const suitabilities = [...askedSuitabilities, 'sbo', 'so', 'vso', 'pro'] as const;
export type Suitability = (typeof suitabilities)[number];

export const suitabilityAnswers = ['yes', 'in-consultation', 'no'] as const;
export type SuitabilityAnswer = (typeof suitabilityAnswers)[number];

export const vogPolicies = ['none', 'when-unsupervised', 'always'] as const;
export type VogPolicy = (typeof vogPolicies)[number];

export const organisationKinds = [
  'school',
  'company',
  'museum',
  'library',
  'science-centre',
  'tech-lab',
  'mbo',
  'hbo',
  'university',
  'municipality',
  'childcare',
  'makerspace',
  'community',
  'hobby-club',
  'scouting',
  'other',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

export const holidayRegions = ['noord', 'midden', 'zuid'] as const;
export type HolidayRegion = (typeof holidayRegions)[number];

export const roles = [
  'teacher',
  'school-admin',
  'partner',
  'partner-admin',
  'coordinator',
  'reader',
  'operator',
] as const;
export type Role = (typeof roles)[number];

export const requestStates = [
  'open',
  'needs-info',
  'partly-met',
  'met',
  'unmet',
  'withdrawn',
  'expired',
] as const;
export type RequestState = (typeof requestStates)[number];

/** Of a request that still looks for somebody. */
export const unservedStates: readonly RequestState[] = ['open', 'partly-met', 'unmet'];
export const isUnserved = (state: RequestState): boolean => unservedStates.includes(state);

export const offerStates = ['draft', 'published', 'withdrawn'] as const;
export type OfferState = (typeof offerStates)[number];

export const matchStates = [
  'holding',
  'refused',
  'option',
  'asked',
  'confirmed',
  'held',
  'counted',
  'evaluated',
  'closed',
  'declined',
  'released',
  'cancelled',
  'no-show',
] as const;
export type MatchState = (typeof matchStates)[number];

/** Whether a side would do it again. */
export const againAnswers = ['yes', 'maybe', 'no'] as const;
export type AgainAnswer = (typeof againAnswers)[number];

/** By which entrance a match came in. */
export const origins = ['proposed', 'booked', 'arranged', 'repeated'] as const;
export type Origin = (typeof origins)[number];

/** The subsidy an activity counts for. */
export const programmes = ['Techkwadraat', 'STO', 'other'] as const;
export type Programme = (typeof programmes)[number];

export const scoreParts = [
  'theme',
  'preferred',
  'distance',
  'time',
  'equity',
  'priority',
  'load',
  'rating',
  'repeat',
] as const;
export type ScorePart = (typeof scoreParts)[number];

/** When mails that can wait go to a person: as they come (in the morning), or gathered each working day or each Friday. */
export const mailRhythms = ['each', 'daily', 'weekly'] as const;
export type MailRhythm = (typeof mailRhythms)[number];
