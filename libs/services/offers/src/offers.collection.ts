import type { OrganisationChanged, RegionChanged } from '#libs/contracts';
import type { Collection, StoredDocument } from '#libs/ports/document-store/port';
import { declareAggregate, declareCopies, ownerKeys } from '#libs/runtime';
import type { CalendarDay, Entry } from './domain/calendar.js';
import type { CountEntry } from './domain/counter.js';
import type { DayEntry } from './domain/day.js';
import { isUnfinished, nextAtOf, type Hold } from './domain/hold.js';
import { ownersOf, type Offer } from './domain/offer.js';

export const offersAggregate = declareAggregate<Offer>({
  name: 'offers.offers',
  owners: ownersOf,
  // Beside commands only the calls to partners that it answers, a few in its life.
  seen: 'few-sources',
  indexes: {
    byOwner: {
      by: (offer) => ownerKeys(ownersOf(offer)).flatMap((key) => [key, `${key}|${offer.state}`]),
      sort: (offer) => offer.title.toLowerCase(),
    },
    published: { by: (offer) => (offer.state === 'published' ? '*' : null), sort: (_offer, id) => id },
  },
});

/** One per match, id = match id. */
export const holdsAggregate = declareAggregate<Hold>({
  name: 'offers.holds',
  owners: (hold) => hold.owners,
  nextAt: nextAtOf,
  unfinished: isUnfinished,
  // Hears from its own match only.
  seen: 'few-sources',
  indexes: { byPhase: { by: (hold) => hold.sets.map(({ phase }) => phase) } },
});

/** Has no outbox and no seen-marks: taking and giving back are idempotent by match and question. */
export interface CalendarDocument extends StoredDocument, CalendarDay {}

/** A document per offer and day, id `<offer>|<date in UTC>`. */
export const calendars: Collection<CalendarDocument> = {
  name: 'offers.calendars',
  indexes: { all: { by: () => '*' } },
};

export interface DemandDocument extends StoredDocument {
  readonly entries: readonly Entry[];
}

/** A document per request and group, id `<request>|<group>`: one match at a time. */
export const demands: Collection<DemandDocument> = {
  name: 'offers.demands',
  indexes: { all: { by: () => '*' } },
};

export interface DayDocument extends StoredDocument {
  readonly entries: readonly DayEntry[];
}

/** A document per person or school group and day, id `person:<id>|<local date>`: in one place at a time. */
export const days: Collection<DayDocument> = {
  name: 'offers.days',
  indexes: { all: { by: () => '*' } },
};

export interface CounterDocument extends StoredDocument {
  readonly entries: readonly CountEntry[];
}

/** A document per ceiling and period, id `organisation:<id>|2026-2027`: counted also while nothing limits it. */
export const counters: Collection<CounterDocument> = {
  name: 'offers.counters',
  indexes: { all: { by: () => '*' } },
};

export const organisationCopies = declareCopies<OrganisationChanged>('offers.organisations');
export const regionCopies = declareCopies<RegionChanged>('offers.regions');
