import type { ServiceDefinition } from '#libs/runtime';
import {
  considerationsAggregate,
  holdCopies,
  locationCopies,
  matchesAggregate,
  offerCopies,
  organisationCopies,
  regionCopies,
  rejectionsAggregate,
  requestCopies,
} from './src/matching.collection.js';
import { MatchingModule } from './src/matching.module.js';

export { matchRefusals } from './src/domain/match.errors.js';

/** Which offer answers which request; proposals, and the life of a match. */
export const matchingService: ServiceDefinition = {
  name: 'matching',
  module: MatchingModule,
  aggregates: [matchesAggregate, rejectionsAggregate, considerationsAggregate],
  copies: [locationCopies, organisationCopies, regionCopies, offerCopies, requestCopies, holdCopies],
};
