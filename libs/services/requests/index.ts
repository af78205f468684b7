import type { ServiceDefinition } from '#libs/runtime';
import {
  confirmedCopies,
  groupCopies,
  locationCopies,
  regionCopies,
  requestsAggregate,
  roundCopies,
} from './src/requests.collection.js';
import { RequestsModule } from './src/requests.module.js';

export { requestRefusals } from './src/domain/request.errors.js';

/** Who needs what. */
export const requestsService: ServiceDefinition = {
  name: 'requests',
  module: RequestsModule,
  aggregates: [requestsAggregate],
  copies: [locationCopies, regionCopies, groupCopies, roundCopies, confirmedCopies],
};
