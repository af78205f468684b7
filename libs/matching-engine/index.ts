export { costs } from './src/scoring/costs.js';
export { fits } from './src/scoring/fits.js';
export { groupsNeeded } from './src/scoring/groups.js';
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
export { countFittingOffers, propose } from './src/scoring/propose.js';
export { explain, score } from './src/scoring/score.js';
export { appointmentWindow, timeFits } from './src/scoring/time.js';
export { warnings } from './src/scoring/warnings.js';
export { checkWeights, defaultWeights, WeightsInvalid } from './src/scoring/weights.js';
