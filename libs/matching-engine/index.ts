export { costs } from './src/scoring/costs.js';
export { fits, meetsAll } from './src/scoring/fits.js';
export { groupsNeeded } from './src/scoring/groups.js';
export { tooDear } from './src/scoring/room-fits.js';
export type {
  ConditionCode,
  Costs,
  EquityView,
  ExplainedPart,
  Explanation,
  Facts,
  Failure,
  Proposals,
  RankedSlot,
  Warning,
  WarningCode,
  WhyNone,
} from './src/scoring/answers.js';
export type {
  ActivityKind,
  Ceiling,
  CeilingCode,
  ClosedHours,
  DayRange,
  Location,
  MatchingContext,
  MinuteRange,
  OfferAudience,
  OfferSlot,
  Place,
  Priorities,
  RequestGroup,
  RequestNeed,
  ScorePart,
  Sector,
  Sentence,
  Suitability,
  SuitabilityAnswer,
  Themes,
  Weights,
  WishedWindow,
  Words,
} from './src/scoring/model.js';
export { conditionCodes } from './src/scoring/answers.js';
export { scoreParts } from './src/scoring/model.js';
export { countFittingOffers, propose, ranked } from './src/scoring/propose.js';
export { whyNone } from './src/scoring/why-none.js';
export { explain, score } from './src/scoring/score.js';
export { appointmentWindow, timeFits } from './src/scoring/time.js';
export { bringAdults, warnings } from './src/scoring/warnings.js';
export { checkWeights, defaultWeights, WeightsInvalid } from './src/scoring/weights.js';
export type { Round, RoundIds, RoundQuestion } from './src/market/build-round.js';
export { DomainCandidates } from './src/market/domain-candidates.js';
export { DomainMarket } from './src/market/domain-market.js';
export { MarketIndex, type FoundSlot, type MarketQuestion } from './src/market/market-index.js';
export { MarketInvalid } from './src/market/market-invalid.js';
export type { RegionPolicy } from './src/market/policy-table.js';
export type { RoundMarket } from './src/market/round-market.js';
export { scoreUnits } from './src/search/flat-market.js';
export { NoPerfectAssignment, type AssignmentProblem } from './src/or-library/assignment-problem.js';
export {
  AssignmentFileInvalid,
  parseAssignment,
  type AssignmentFormat,
} from './src/or-library/parse-assignment.js';
export { proveAssignment } from './src/or-library/prove-assignment.js';
export { solveAssignment, type AssignmentSolution } from './src/or-library/solve-assignment.js';
export {
  assignmentValue,
  equalisingBonus,
  fairness,
  type Askers,
  type Fairness,
} from './src/plan/fairness.js';
export { firstComeFirstServed, greedy, type Baseline } from './src/plan/baselines.js';
export { infinitePrice } from './src/plan/bid-book.js';
export { type Certificate } from './src/plan/certificate.js';
export { checkPlan } from './src/plan/check-plan.js';
export {
  finishedPlan,
  plan,
  PlanCancelled,
  preparePlanning,
  type Plan,
  type PlanWatch,
} from './src/plan/plan.js';
export {
  checkPlanOptions,
  PlanOptionsInvalid,
  type PlaceCosts,
  type PlanOptions,
} from './src/plan/plan-options.js';
export { planSteps, stepWorker, type PlanStep } from './src/plan/plan-steps.js';
export { type Planning } from './src/plan/planning.js';
export { equityBonus } from './src/round/equity-bonus.js';
export { ceilingTable } from './src/round/ceilings.js';
export { placeCosts } from './src/round/place-costs.js';
export { PlanFaulty, planRound, shownPrice } from './src/round/plan-round.js';
export type { PlannedRequests, RoundOutcome, RoundTask } from './src/round/plan-round.js';
export { FlatMarket } from './src/search/flat-market.js';
export { type CandidateRows, type CandidateSource, type Question } from './src/search/candidate-source.js';
export { buildLayout } from './src/search/build-layout.js';
export { FullScan } from './src/search/full-scan.js';
export type { IndexLayout } from './src/search/index-layout.js';
export { SlotIndex } from './src/search/slot-index.js';
export { generateWorkload } from './src/workload/generate.js';
export {
  WorkloadInvalid,
  workloadArrays,
  workloadFrom,
  workloadNames,
} from './src/workload/workload-arrays.js';
export {
  appendRequests,
  appendSlots,
  workloadLayout,
  type WorkloadLayout,
} from './src/workload/workload-layout.js';
export { WorkloadMarket } from './src/workload/workload-market.js';
export { arrayTypes, workloadPart, type Workload } from './src/workload/workload.js';
export { Assignment } from './src/live/assignment.js';
export {
  SnapshotInvalid,
  type AssignmentSnapshot,
  type LiveOptions,
} from './src/live/assignment-snapshot.js';
export { ChangeRefused, type RefusedChange } from './src/live/change-refused.js';
