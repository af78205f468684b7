import type { ServiceDefinition } from '#libs/runtime';
import { keptAsHeld } from './src/audit/kept-as-held.js';
import { nothingTwice } from './src/audit/nothing-twice.js';
import {
  calendars,
  counters,
  days,
  demands,
  holdsAggregate,
  offersAggregate,
  organisationCopies,
  regionCopies,
} from './src/offers.collection.js';
import { OffersModule } from './src/offers.module.js';

export { holdsAggregate } from './src/offers.collection.js';
export { offerRefusals } from './src/domain/offer.errors.js';

/** Who gives what, and the only authority on what is still free. */
export const offersService: ServiceDefinition = {
  name: 'offers',
  module: OffersModule,
  aggregates: [offersAggregate, holdsAggregate],
  copies: [organisationCopies, regionCopies],
  collections: [calendars, demands, days, counters],
  checks: [nothingTwice, keptAsHeld],
};
