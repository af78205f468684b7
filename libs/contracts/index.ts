export { Unavailable } from './src/unavailable.js';
export { Refusal, refusals, atField } from './src/refusal.js';
export type { RefusalKind, FieldError, RefusalMeaning } from './src/refusal.js';
export { EmailText, Line, LocalDateText, Nested, Text, IdText } from './src/rules.js';
export {
  activityKinds,
  sectors,
  organisationKinds,
  holidayRegions,
  scoreParts,
  roles,
  requestStates,
  offerStates,
  matchStates,
} from './src/words.js';
export type {
  Sector,
  ActivityKind,
  ActivityPlace,
  VogPolicy,
  OrganisationKind,
  HolidayRegion,
  Role,
  RequestState,
  OfferState,
  MatchState,
  Origin,
  Programme,
  ScorePart,
} from './src/words.js';
export {
  GroupBody,
  WindowBody,
  PreferredBody,
  PostRequestBody,
  PatchRequestBody,
  AssignmentBody,
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
  BlockSlotBody,
  StoredSlot,
  Coordinates,
  ResolvedLocation,
} from './src/http/offers.js';
export {
  DespiteBody,
  ApproveBody,
  RejectProposalBody,
  OnBehalfBody,
  AcceptBody,
  EndMatchBody,
  CounterBody,
  BookSlotBody,
  WaitingListBody,
  ArrangedBody,
  RepeatBody,
  MoveBody,
  PupilsChangeBody,
  ContactBody,
  CountBody,
  CallBody,
  AnswerCallBody,
} from './src/http/matches.js';
export { PostRoundBody, ApprovalItem, ApproveManyBody } from './src/http/rounds.js';
export {
  PeriodBody,
  SchoolHoursBody,
  PartHoursBody,
  SchoolCalendarBody,
  PostOrganisationBody,
  PatchOrganisationBody,
  RegionSettingsBody,
  PatchRegionBody,
  PostApiTokenBody,
  PostImportBody,
} from './src/http/directory.js';
export type { ImportKind } from './src/http/directory.js';
export {
  PersonRoleBody,
  PostInvitationBody,
  PatchPersonBody,
  PostRegionBody,
  PostClaimBody,
  ConfirmClaimBody,
  RefuseClaimBody,
  PreviewActionBody,
  ExecuteActionBody,
  linkActions,
} from './src/http/people.js';
export type { LinkAction } from './src/http/people.js';
export {
  ActionDoneView,
  ActionPreviewView,
  ClaimMadeView,
  ClaimView,
  ContactsView,
  InvitationView,
  PersonView,
} from './src/http/people-views.js';
export {
  AskCodeBody,
  CodeAskedView,
  DemoSignInBody,
  FinishOidcBody,
  MakePasskeyBody,
  PasskeyOptionsView,
  PasskeyRemovedView,
  PasskeyView,
  RedirectView,
  SessionEndedView,
  StepUpBody,
  SteppedUpView,
  WaysInView,
  SessionView,
  SignInBody,
  SignedInView,
} from './src/http/sign-in.js';
export { PostGroupBody, PatchGroupBody, GroupView } from './src/http/directory-groups.js';
export { RequestView } from './src/http/request-views.js';
export { CatalogueItemView, OfferView } from './src/http/offer-views.js';
export { ProposalsView, RejectionView, RequestProposalsView } from './src/http/proposal-views.js';
export {
  CallView,
  MatchStepView,
  MatchView,
  PreviewView,
  WaitingListPlaceView,
} from './src/http/match-views.js';
export { ApprovalsView, RoundLineView, RoundView } from './src/http/round-views.js';
export {
  ApiTokenView,
  HolidaysView,
  MeView,
  OrganisationView,
  RegionLineView,
  RegionView,
  SchoolLocationLineView,
  SchoolLocationView,
  TaxonomyView,
} from './src/http/directory-views.js';
export { AuditEntryView } from './src/http/audit-views.js';
export { MyDataView, PersonErasedView } from './src/http/privacy-views.js';
export { DemoClockView, MoveClockBody } from './src/http/demo.js';
export { ImportView } from './src/http/import-views.js';
export { MailView, VisitSheetView } from './src/http/visit-views.js';
export { ActivitiesView, RegionReportView } from './src/http/impact-views.js';
export type {
  ActivityRowView,
  ActivityStatus,
  DemandLineView,
  DemandView,
  HoursView,
  LocationsView,
  NumbersView,
  PayersView,
  ReachLineView,
  ReachView,
} from './src/http/impact-views.js';
export { byName, moment, nullable, object, oneOf, optional, text, viewSchemas } from './src/http/shown.js';
export { Event, eventTypeOf, event, isEvent, Owners, EventEnvelope } from './src/events/event.js';
export type { EventClass } from './src/events/event.js';
export {
  RegionSettings,
  RegionChanged,
  Participation,
  SchoolLocationChanged,
  OrganisationChanged,
  GroupChanged,
  ActivityImported,
  PersonChanged,
  PersonConfirmed,
  PersonErased,
  PersonInvited,
  InvitationEnded,
  SchoolClaimed,
  ClaimRefused,
} from './src/events/directory.js';
export {
  RequestedGroup,
  RequestSnapshot,
  RequestPosted,
  RequestChanged,
  RequestWithdrawn,
  RequestHalfWay,
  RequestUnmet,
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
export type { ObstacleCode } from './src/events/offers.js';
export {
  MatchSession,
  MatchCosts,
  MatchChange,
  MatchCount,
  MatchHours,
  MatchSnapshot,
  MatchApproved,
  HoldWanted,
  MatchRefused,
  MatchOptioned,
  MatchAsked,
  MatchAccepted,
  MatchConfirmed,
  ChangeProposed,
  ChangeDropped,
  MatchEnded,
  MatchHeld,
  MatchCounted,
  HoursEntered,
  MatchClosed,
  HoldAnswered,
  PartnersCalled,
  CallAnswered,
  RoundOpened,
  RequestConsidered,
  ProposalRejected,
  RoundPlanned,
} from './src/events/matching.js';
export type { Ending, Side } from './src/events/matching.js';
