export { Unavailable } from './src/unavailable.js';
export { Refusal, refusals, atField } from './src/refusal.js';
export type { RefusalKind, FieldError, RefusalMeaning } from './src/refusal.js';
export { LocalDateText, Text, IdText } from './src/rules.js';
export {
  sectors,
  organisationKinds,
  holidayRegions,
  roles,
  requestStates,
  offerStates,
  matchStates,
} from './src/words.js';
export type {
  Sector,
  ActivityPlace,
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
export { PostRoundBody, ApprovalItem, ApproveManyBody } from './src/http/rounds.js';
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
export type { EventClass } from './src/events/event.js';
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
  MatchSession,
  MatchCosts,
  MatchSnapshot,
  MatchApproved,
  MatchRefused,
  MatchAsked,
  MatchAccepted,
  MatchConfirmed,
  MatchEnded,
  HoldAnswered,
  RequestConsidered,
  ProposalRejected,
  RoundPlanned,
} from './src/events/matching.js';
export type { Ending } from './src/events/matching.js';
