export { declareAggregate, ownerKeys } from './src/aggregates/aggregate.js';
export type { Aggregate, AggregateDeclaration } from './src/aggregates/aggregate.js';
export { Aggregates } from './src/aggregates/aggregates.js';
export type { Decision, Outcome } from './src/aggregates/aggregates.js';
export type { Cause, CommandCause, DueCause, EventCause } from './src/aggregates/cause.js';
export { changeRefusals, refuse as refuseChange } from './src/aggregates/change.errors.js';
export { DueRunner } from './src/aggregates/due-runner.js';
export { PeopleFirst } from './src/aggregates/people-first.js';
export { Relay, isOutage } from './src/aggregates/relay.js';
export { OnEvent } from './src/events/on-event.js';
export { parkedCollection, parkedEvents } from './src/events/parked-events.js';
export type { ParkedEvent } from './src/events/parked-events.js';
export { ConsumerBoundary } from './src/events/consumer-boundary.js';
export { checksOfAggregates } from './src/audit/checks.js';
export type { Books, Check, Checked, Violation } from './src/audit/check.js';
export { Copies, declareCopies, walked } from './src/copies/copies.js';
export type { Copy } from './src/copies/copies.js';
export { Policy, StepUp } from './src/access/access.guard.js';
export { accessRefusals, refuseAccess } from './src/access/access.errors.js';
export { KnownContacts } from './src/access/known-contacts.js';
export { needsStepUp, visitor } from './src/access/actor.js';
export type { Actor, GrantedRole, Resource } from './src/access/actor.js';
export { can, listScope, mayTry, policy, scopeOf } from './src/access/policy.js';
export type { Action } from './src/access/policy.js';
export { ServiceTokens } from './src/access/service-tokens.js';
export {
  SigningKeyMissing,
  TooManyKeys,
  generateSigningKeys,
  importSigningKeys,
} from './src/access/signing-keys.js';
export type { PartyKeys, SigningKeys } from './src/access/signing-keys.js';
export { Answer, LongPageQuery, PageQuery, cursorInvalid, offsetOf, pageOf } from './src/http/answer.js';
export { Answers, AnswersPage, AnswersText, Unkeyed } from './src/http/answers.js';
export {
  Command,
  CurrentActor,
  headerRefusals,
  idFrom,
  refuse as refuseHeader,
  sha256,
} from './src/http/command.js';
export {
  NotSignedIn,
  ProblemFilter,
  httpProblem,
  httpProblems,
  problem,
  problemOf,
  sendProblem,
  statusOf,
} from './src/http/problem.js';
export type { Problem } from './src/http/problem.js';
export { csvOf } from './src/http/csv.js';
export { NothingPersonal, PersonalData } from './src/personal-data/personal-data.js';
export type { Keep, Kept } from './src/personal-data/personal-data.js';
export { everyAggregate } from './src/personal-data/every-aggregate.js';
export { Described, describeApi } from './src/http/described.js';
export { bodyRefusals, validationPipe } from './src/http/validation.js';
export { ParkedView, parkedRefusals } from './src/service/parked.controller.js';
export { InjectAggregates, InjectCopies } from './src/service/runtime.module.js';
export type { Ports } from './src/service/runtime.module.js';
export { inParallel } from './src/service/in-parallel.js';
export { Metrics } from './src/service/metrics.js';
export { ServiceReads } from './src/service/service-reads.js';
export type { Peers } from './src/service/service-reads.js';
export { closeApplication } from './src/service/close-application.js';
export { startService } from './src/service/start-service.js';
export type { ProcessSurroundings, RunningService, ServiceDefinition } from './src/service/start-service.js';
export { nestLogger } from './src/service/nest-logger.js';
