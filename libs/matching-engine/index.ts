export { costs } from './src/costs.js';
export { fits } from './src/fits.js';
export { groupsNeeded } from './src/groups.js';
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
} from './src/answers.js';
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
} from './src/model.js';
export { conditionCodes } from './src/answers.js';
export { scoreParts } from './src/model.js';
export { countFittingOffers, propose } from './src/propose.js';
export { explain, score } from './src/score.js';
export { appointmentWindow, timeFits } from './src/time.js';
export { warnings } from './src/warnings.js';
export { checkWeights, defaultWeights, WeightsInvalid } from './src/weights.js';
