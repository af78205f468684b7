import type {
  GroupChanged,
  HeldSlot,
  OfferSnapshot,
  OrganisationChanged,
  RegionChanged,
  RequestSnapshot,
  SchoolLocationChanged,
} from '#libs/contracts';
import { declareAggregate, declareCopies, ownerKeys, walked } from '#libs/runtime';
import { ownersOf as ownersOfCall, type Call } from './domain/call.js';
import type { Consideration } from './domain/consideration.js';
import { isOpen, ownersOf as ownersOfFreedPlace, type FreedPlace } from './domain/freed-place.js';
import { liveStates, ownersOf, pastStates, type Match } from './domain/match.js';
import { ownersOf as ownersOfRound, type Round } from './domain/round.js';
import { ownersOf as ownersOfWaitingList, type WaitingList } from './domain/waiting-list.js';

const keysOf = (match: Match): string[] =>
  ownerKeys(ownersOf(match)).flatMap((key) => [key, `${key}|${match.state}`]);

export const matchesAggregate = declareAggregate<Match>({
  name: 'matching.matches',
  owners: ownersOf,
  nextAt: (match) => match.nextAt,
  unfinished: ({ state }) => liveStates.includes(state) || (pastStates.includes(state) && state !== 'closed'),
  // Hears from its own hold, its request and its offer.
  seen: 'few-sources',
  visible: ({ nextAt: _, ...match }) => match,
  indexes: {
    byOwner: {
      by: keysOf,
      sort: (match) => match.history[0]?.at ?? '',
    },
    /** What a person must look at, longest waiting first. */
    byAttention: {
      by: (match) => (match.attentions?.length ? keysOf(match) : null),
      sort: (match) => match.attentions?.[0]?.since ?? '',
    },
    liveByRequest: { by: (match) => (liveStates.includes(match.state) ? (match.requestId ?? null) : null) },
    liveByOffer: { by: (match) => (liveStates.includes(match.state) ? (match.offerId ?? null) : null) },
  },
});

/** That a slot or offer will not be proposed to a request again. */
export interface Rejection {
  readonly requestId: string;
  readonly regionId: string;
  readonly schoolLocationId: string;
  readonly slotId: string | null;
  readonly offerId: string | null;
  readonly reason: string;
  readonly by: string;
}

export const rejectionsAggregate = declareAggregate<Rejection>({
  name: 'matching.rejections',
  owners: ({ regionId, schoolLocationId }) => ({ regions: [regionId], school: schoolLocationId }),
  seen: 'few-sources',
  indexes: { all: { by: () => '*' }, byRequest: { by: ({ requestId }) => requestId } },
});

export const considerationsAggregate = declareAggregate<Consideration>({
  name: 'matching.considerations',
  owners: ({ regionId, schoolLocationId }) => ({ regions: [regionId], school: schoolLocationId }),
  nextAt: (consideration) => consideration.nextAt,
  unfinished: ({ phase }) => phase === 'waiting',
  seen: 'inserts-only',
  indexes: {},
});

/** Id = slot id. */
export const waitingListsAggregate = declareAggregate<WaitingList>({
  name: 'matching.waiting-lists',
  owners: ownersOfWaitingList,
  // Only commands join; what is offered leaves by a due cause.
  seen: 'inserts-only',
  indexes: {},
});

/** Id = slot id. */
export const freedPlacesAggregate = declareAggregate<FreedPlace>({
  name: 'matching.freed-places',
  owners: ownersOfFreedPlace,
  nextAt: (place) => (isOpen(place) ? Date.parse(place.start) : null),
  unfinished: isOpen,
  // What frees and takes places are matches without end: each reaction is a due cause.
  seen: 'inserts-only',
  indexes: {
    byOwner: {
      by: (place) => (isOpen(place) ? ownerKeys({ regions: ownersOfFreedPlace(place).regions }) : null),
      sort: ({ freedAt }) => freedAt,
    },
  },
});

export const callsAggregate = declareAggregate<Call>({
  name: 'matching.calls',
  owners: ownersOfCall,
  nextAt: ({ nextAt }) => nextAt,
  unfinished: ({ state }) => state === 'open' || state === 'answered',
  seen: 'inserts-only',
  visible: ({ nextAt: _, ...call }) => call,
  indexes: {
    byOwner: {
      by: (call) => [
        ...ownerKeys(ownersOfCall(call)),
        ...call.organisationIds.map((organisation) => `organisation:${organisation}`),
      ],
      sort: ({ answerBy }) => new Date(answerBy).toISOString(),
    },
    /** Also once matched: the place may still be refused. */
    awaitsOffer: { by: ({ answer }) => answer?.offerId ?? null },
  },
});

export const roundsAggregate = declareAggregate<Round>({
  name: 'matching.rounds',
  owners: ownersOfRound,
  nextAt: ({ nextAt }) => nextAt,
  unfinished: ({ plan }) => plan?.phase === 'planning',
  seen: 'inserts-only',
  visible: ({ nextAt: _, ...round }) => round,
  indexes: {
    byOwner: { by: (round) => ownerKeys(ownersOfRound(round)), sort: ({ opensOn }) => opensOn },
  },
});

/** What a plan gives one request: a slot, or nothing. Score and price as they were in the plan, in [0, 1]. */
export interface RoundLine {
  readonly requestId: string;
  readonly slotId: string | null;
  readonly score: number;
  readonly price: number;
}

/** A thousand lines of a plan; id `<round>.<run>.<page>`. */
export const roundPages = declareCopies<readonly RoundLine[]>('matching.round-pages');
/** What each slot is worth to others by one plan, in [0, 1]; id `<round>.<run>`. */
export const priceCopies = declareCopies<Readonly<Record<string, number>>>('matching.prices');

export const locationCopies = declareCopies<SchoolLocationChanged>('matching.school-locations', walked);
export const organisationCopies = declareCopies<OrganisationChanged>('matching.organisations', walked);
export const regionCopies = declareCopies<RegionChanged>('matching.regions', walked);
export const offerCopies = declareCopies<OfferSnapshot>('matching.offers', walked);
export const requestCopies = declareCopies<RequestSnapshot>('matching.requests', walked);
export const groupCopies = declareCopies<GroupChanged>('matching.groups', walked);
/** What each match holds now; id = match id, empty when it holds nothing. */
export const holdCopies = declareCopies<{ slots: readonly HeldSlot[] }>('matching.holds', walked);
