export { Unavailable } from './src/unavailable.js';
export { Refusal, refusals, atField } from './src/refusal.js';
export type { RefusalKind, FieldError, RefusalMeaning, RefusalFacts } from './src/refusal.js';
export {
  Nested,
  OptionalNested,
  NestedList,
  TextList,
  ChoiceList,
  DateList,
  LocalDateText,
  MomentText,
  Text,
  IdText,
} from './src/rules.js';
export {
  activityKinds,
  sectors,
  levels,
  weekdays,
  dayparts,
  places,
  askedSuitabilities,
  suitabilities,
  suitabilityAnswers,
  vogPolicies,
  organisationKinds,
  holidayRegions,
  roles,
  requestStates,
  offerStates,
  matchStates,
  scoreParts,
} from './src/words.js';
export type {
  ActivityKind,
  Sector,
  Level,
  Weekday,
  Daypart,
  ActivityPlace,
  Suitability,
  SuitabilityAnswer,
  VogPolicy,
  OrganisationKind,
  HolidayRegion,
  Role,
  RequestState,
  OfferState,
  MatchState,
  ScorePart,
} from './src/words.js';
export {
  GroupBody,
  WindowBody,
  PreferredBody,
  PostRequestBody,
  PatchRequestBody,
  ReasonBody,
} from './src/http/requests.js';
export {
  AudienceBody,
  PupilsBody,
  LocationBody,
  SuitabilityBody,
  VisitBody,
  SlotBody,
  PatternBody,
  PostOfferBody,
  PatchOfferBody,
  AddSlotsBody,
  StoredSlot,
  Coordinates,
  ResolvedLocation,
} from './src/http/offers.js';
export {
  DespiteBody,
  ApproveBody,
  RejectProposalBody,
  AcceptBody,
  EndMatchBody,
  CounterBody,
} from './src/http/matches.js';
export {
  PeriodBody,
  SchoolHoursBody,
  PartHoursBody,
  SchoolCalendarBody,
  PostOrganisationBody,
  PostApiTokenBody,
  PostImportBody,
} from './src/http/directory.js';
export type { ImportKind } from './src/http/directory.js';
export { Event, eventTypeOf, event, Owners, EventEnvelope } from './src/events/event.js';
export type { EventType, EventClass } from './src/events/event.js';
export {
  RegionSettings,
  RegionChanged,
  SchoolLocationChanged,
  OrganisationChanged,
} from './src/events/directory.js';
export {
  RequestedGroup,
  RequestSnapshot,
  RequestPosted,
  RequestChanged,
  RequestWithdrawn,
} from './src/events/requests.js';
export {
  OfferSnapshot,
  OfferPublished,
  OfferChanged,
  OfferWithdrawn,
  HeldSlot,
  HoldHeld,
  HoldRefused,
  HoldOverdue,
  HoldReleased,
} from './src/events/offers.js';
export {
  SessionGroup,
  MatchSession,
  MatchCosts,
  MatchSnapshot,
  MatchApproved,
  MatchRefused,
  MatchAsked,
  MatchAccepted,
  MatchConfirmed,
  endings,
  MatchEnded,
  HoldAnswered,
  RequestConsidered,
  ProposalRejected,
} from './src/events/matching.js';
export type { Ending } from './src/events/matching.js';
