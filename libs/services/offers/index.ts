import type { ServiceDefinition } from '#libs/runtime';
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

export { offerRefusals } from './src/domain/offer.errors.js';

/** Who gives what, and the only authority on what is still free. */
export const offersService: ServiceDefinition = {
  name: 'offers',
  module: OffersModule,
  aggregates: [offersAggregate, holdsAggregate],
  copies: [organisationCopies, regionCopies],
  collections: [calendars, demands, days, counters],
};
