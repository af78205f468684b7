import type { PersonConfirmed, RegionChanged, RequestedGroup, RoundOpened } from '#libs/contracts';
import { declareAggregate, declareCopies, ownerKeys } from '#libs/runtime';
import { dueAt, needsCoordinator } from './domain/request-clock.js';
import { ownersOf, type Request } from './domain/request.js';
import type { SchoolLocation } from './domain/school-location.js';

const keysOf = (request: Request): string[] =>
  [...ownerKeys(ownersOf(request)), `made:${request.madeBy}`].flatMap((key) => [
    key,
    `${key}|${request.state}`,
  ]);

export const requestsAggregate = declareAggregate<Request>({
  name: 'requests.requests',
  owners: ownersOf,
  nextAt: dueAt,
  unfinished: ({ state }) => ['open', 'partly-met', 'needs-info', 'unmet'].includes(state),
  // Hears from its own matches only, a handful over its life.
  seen: 'few-sources',
  indexes: {
    byOwner: {
      by: keysOf,
      sort: (request) => new Date(request.postedAt).toISOString(),
    },
    /** What a coordinator must look at, longest waiting first. */
    forInbox: {
      by: (request) => (needsCoordinator(request) ? keysOf(request) : null),
      sort: (request) => new Date(request.postedAt).toISOString(),
    },
  },
});

export const locationCopies = declareCopies<SchoolLocation>('requests.school-locations');
export const regionCopies = declareCopies<RegionChanged>('requests.regions');
/** Groups as the directory knows them, and those that requests described just now. */
export const groupCopies = declareCopies<RequestedGroup & { schoolLocationId: string }>('requests.groups');
/** Teachers of whom somebody said that they teach there; by `confirmedId`. */
export const confirmedCopies = declareCopies<PersonConfirmed>('requests.confirmed-people');
export const roundCopies = declareCopies<RoundOpened>('requests.rounds', {
  byRegion: { by: ({ data }) => data.regionId, sort: ({ data }) => data.closesOn },
});
