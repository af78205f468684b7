import type { ServiceDefinition } from '#libs/runtime';
import {
  callsAggregate,
  considerationsAggregate,
  freedPlacesAggregate,
  groupCopies,
  holdCopies,
  locationCopies,
  matchesAggregate,
  offerCopies,
  organisationCopies,
  priceCopies,
  regionCopies,
  rejectionsAggregate,
  requestCopies,
  roundPages,
  roundsAggregate,
  waitingListsAggregate,
} from './src/matching.collection.js';
import { matchingModule } from './src/matching.module.js';
import type { RoundPlanner } from './src/plan-round/round-planner.js';

export { matchesAggregate } from './src/matching.collection.js';
export { liveStates, pastStates } from './src/domain/match.js';
export { callRefusals } from './src/domain/call.errors.js';
export { matchRefusals } from './src/domain/match.errors.js';
export { PlannerHere } from './src/plan-round/planner-here.js';
export { RoundPlanner } from './src/plan-round/round-planner.js';
export { ThreadedPlanner } from './src/plan-round/threaded-planner.js';
export { roundRefusals } from './src/domain/round.errors.js';

/** Which offer answers which request; proposals, rounds, and the life of a match. */
export function matchingService(planner: RoundPlanner): ServiceDefinition {
  return {
    name: 'matching',
    module: matchingModule(planner),
    aggregates: [
      matchesAggregate,
      rejectionsAggregate,
      considerationsAggregate,
      roundsAggregate,
      waitingListsAggregate,
      freedPlacesAggregate,
      callsAggregate,
    ],
    copies: [
      locationCopies,
      organisationCopies,
      regionCopies,
      offerCopies,
      requestCopies,
      groupCopies,
      holdCopies,
      roundPages,
      priceCopies,
    ],
  };
}
