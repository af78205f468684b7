import type { ServiceDefinition } from '#libs/runtime';
import {
  activityCopies,
  considerationCopies,
  endedCopies,
  locationCopies,
  partnerCopies,
  regionCopies,
  wishCopies,
} from './src/impact.collection.js';
import { ImpactModule } from './src/impact.module.js';

export { impactRefusals } from './src/domain/impact.errors.js';

/** What happened: activities, whom they reached, hours and costs. It only projects and never decides. */
export const impactService: ServiceDefinition = {
  name: 'impact',
  givesWay: true,
  module: ImpactModule,
  aggregates: [],
  copies: [
    activityCopies,
    endedCopies,
    locationCopies,
    partnerCopies,
    regionCopies,
    wishCopies,
    considerationCopies,
  ],
};
