export { Unavailable } from './src/unavailable.js';
export { Refusal, refusals, atField } from './src/refusal.js';
export type { RefusalKind, FieldError, RefusalMeaning } from './src/refusal.js';
export { EmailText, FreeText, Line, LocalDateText, Nested, Text, IdText } from './src/rules.js';
export {
  activityKinds,
  sectors,
  organisationKinds,
  holidayRegions,
  scoreParts,
  roles,
  requestStates,
  isUnserved,
  unservedStates,
  offerStates,
  matchStates,
  mailRhythms,
} from './src/words.js';
export type {
  MailRhythm,
  AgainAnswer,
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
  CancelBody,
  CounterBody,
  BookSlotBody,
  WaitingListBody,
  ArrangedBody,
  RepeatBody,
  MoveBody,
  PupilsChangeBody,
  ContactBody,
  CountBody,
  EvaluationBody,
  TallyBody,
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
  PatchPreferencesBody,
  PostRegionBody,
  PostClaimBody,
  ConfirmClaimBody,
  RefuseClaimBody,
  PreviewActionBody,
  ExecuteActionBody,
  linkActions,
} from './src/http/people.js';
export type { LinkAction } from './src/http/people.js';
export type { Answerable } from './src/http/people-views.js';
export {
  ActionDoneView,
  ActionPreviewView,
  ClaimMadeView,
  ClaimView,
  ContactsView,
  InvitationView,
  PersonView,
  PreferencesView,
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
  SecondFactorResetView,
  SessionEndedView,
  StepUpBody,
  SteppedUpView,
  WaysInView,
  SessionView,
  SignInBody,
  SignedInView,
} from './src/http/sign-in.js';
export { PostGroupBody, PatchGroupBody, GroupView } from './src/http/directory-groups.js';
export { CalendarFeedView, MadeCalendarFeedView } from './src/http/calendar-feeds.js';
export { DemandByPlaceView, OpenDemandView } from './src/http/demand.js';
export { MessageView, PostMessageBody, UnsubscribedView } from './src/http/threads.js';
export type { MessageSide } from './src/http/threads.js';
export { InboxView, inboxKinds } from './src/http/inbox.js';
export type { InboxAction, InboxKind, InboxSubjectView } from './src/http/inbox.js';
export { RequestView } from './src/http/request-views.js';
export { CatalogueItemView, CatalogueOfferView, OfferView } from './src/http/offer-views.js';
export { ProposalsView, RejectionView, RequestProposalsView } from './src/http/proposal-views.js';
export { MatchStepView, MatchView, CostsPreviewView } from './src/http/match-views.js';
export { CallView, FreedPlaceView, PreviewView, WaitingListPlaceView } from './src/http/place-views.js';
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
export { ActivitiesView } from './src/http/activity-views.js';
export type { ActivityRowView, ActivityStatus } from './src/http/activity-views.js';
export { DemandRowsView, RegionReportView } from './src/http/report-views.js';
export type {
  DemandCellView,
  DemandRowView,
  DemandLineView,
  DemandView,
  HoursView,
  LocationReachView,
  LocationsView,
  NumbersView,
  OpinionsView,
  PayersView,
  TallyView,
  ReachLineView,
  ReachView,
} from './src/http/report-views.js';
export {
  byName,
  moment,
  nullable,
  object,
  one,
  oneOf,
  optional,
  text,
  viewSchemas,
  whole,
} from './src/http/shown.js';
export {
  Event,
  eventTypeOf,
  inThisVersion,
  event,
  isEvent,
  Owners,
  EventEnvelope,
} from './src/events/event.js';
export type { EventClass } from './src/events/event.js';
export {
  RegionSettings,
  RegionChanged,
  Participation,
  SchoolLocationChanged,
  OrganisationChanged,
  GroupChanged,
  ActivityImported,
  ApiTokenMade,
  ApiTokenRevoked,
  PersonChanged,
  PasskeyAdded,
  PasskeyRemoved,
  PersonConfirmed,
  PersonErased,
  PersonInvited,
  PersonSignedIn,
  InvitationEnded,
  SchoolClaimed,
  SignInRefused,
  ClaimConfirmed,
  ClaimRefused,
} from './src/events/directory.js';
export type { WayIn } from './src/events/directory.js';
export {
  RequestedGroup,
  RequestSnapshot,
  RequestPosted,
  RequestChanged,
  RequestWithdrawn,
  RequestHalfWay,
  RequestQuestioned,
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
  SideEvaluation,
  MatchEvaluation,
  MatchTally,
  MatchSnapshot,
  MatchApproved,
  HoldWanted,
  MatchRefused,
  MatchOptioned,
  MatchAsked,
  AnswerAwaited,
  MatchAccepted,
  MatchConfirmed,
  ChangeProposed,
  ChangeDropped,
  RestCancelled,
  ContactChanged,
  MatchEnded,
  MatchHeld,
  MatchCounted,
  HoursEntered,
  MatchEvaluated,
  TallyCounted,
  MatchClosed,
  HoldAnswered,
} from './src/events/matching.js';
export type { Ending, Side } from './src/events/matching.js';
export {
  RequestConsidered,
  RequestFitsAgain,
  ProposalRejected,
  RoundPlanned,
  PartnersCalled,
  CallAnswered,
  CallFailed,
  RoundOpened,
} from './src/events/proposals.js';
export { QuestionDelivered, QuestionUndeliverable, Unsubscribed } from './src/events/notifications.js';
export type { WhyUndeliverable } from './src/events/notifications.js';
