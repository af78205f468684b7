import { declareCopies } from '#libs/runtime';
import { mayBeReported, serves, type Activity, type EndedMatch } from './domain/activity.js';
import type { Partner } from './domain/activity-row.js';
import { isUnanswered, type Consideration, type Wish } from './domain/demand.js';
import { regionsOf, type SchoolLocation } from './domain/school-location.js';

/** Id = match id. */
export const activityCopies = declareCopies<Activity>('impact.activities', {
  byRegion: {
    by: ({ data }) => (mayBeReported(data) ? data.regionId : null),
    // Dutch local time with its offset: a day sorts before every moment of it.
    sort: ({ data }) => data.start,
  },
  byRequest: { by: ({ data }) => (serves(data) ? (data.requestId ?? null) : null) },
});

/** Id = match id. */
export const endedCopies = declareCopies<EndedMatch>('impact.ended-matches');

export const locationCopies = declareCopies<SchoolLocation>('impact.school-locations', {
  byRegion: { by: ({ data }) => regionsOf(data) },
});

export const partnerCopies = declareCopies<Partner>('impact.organisations');
export const regionCopies = declareCopies<{ readonly name: string }>('impact.regions');

/** Id = request id; under its region until it is answered or withdrawn. */
export const wishCopies = declareCopies<Wish>('impact.requests', {
  byRegion: { by: ({ data }) => (isUnanswered(data) ? data.regionId : null) },
});

/** Id = request id. */
export const considerationCopies = declareCopies<Consideration>('impact.considerations');
