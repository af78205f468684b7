import type {
  ActivityKind,
  ActivityPlace,
  DespiteBody,
  HolidayRegion,
  MailRhythm,
  MatchCosts,
  MatchCount,
  MatchHours,
  MatchSession,
  MatchState,
  Origin,
  RequestState,
  RequestedGroup,
  ResolvedLocation,
  Side,
  WindowBody,
} from '#libs/contracts';
import type { Lang } from '#libs/facts';
import type { TrailStep } from '../domain/trail.js';

export interface Words {
  readonly nl: string;
  readonly en: string;
}

/** What `matching` answers of a match, as far as it is used here. */
export interface MatchView {
  readonly id: string;
  readonly requestId: string | null;
  readonly offerId: string | null;
  readonly regionId: string;
  readonly schoolLocationId: string;
  readonly organisationId: string;
  readonly origin: Origin;
  readonly kind: ActivityKind;
  readonly title: string;
  readonly groups: readonly RequestedGroup[];
  readonly place: ActivityPlace;
  readonly state: MatchState;
  readonly question: number;
  readonly answerBy: string | null;
  readonly sessions: readonly MatchSession[];
  /** These are some of several sessions; absent: all that there are. */
  readonly severally?: boolean;
  readonly exact: boolean;
  /** Of all lessons in a row, and of one of them. */
  readonly minutes: number;
  readonly lessonMinutes: number;
  /** The offer's, as it was when the match was made. */
  readonly promise: 'by-appointment' | 'firm';
  readonly costs: MatchCosts;
  readonly calendarSequence: number;
  readonly warnings: readonly {
    readonly code: string;
    readonly facts: Readonly<Record<string, unknown>>;
    readonly sentence: Words;
  }[];
  readonly despite: readonly DespiteBody[];
  /** Moments until which cancelling is free and the numbers may change. */
  readonly terms: { readonly freeCancelUntil: string; readonly changeNumbersUntil: string };
  /** Ids of people. The last of the school's receives the guest. */
  readonly contacts: { readonly school: readonly string[]; readonly partner?: string };
  readonly note: string;
  readonly acceptedBy: Readonly<Partial<Record<Side, { readonly at: string; readonly how?: string }>>>;
  readonly ended: {
    readonly by: string;
    readonly reason: string;
    readonly reasonCode?: string;
    readonly feeCents: number;
  } | null;
  readonly change: {
    readonly what: 'time' | 'pupils';
    readonly by: Side;
    readonly question: number;
    readonly phase: 'holding' | 'asked';
    readonly sessions: readonly MatchSession[];
    /** Absent: as they are. */
    readonly costs?: MatchCosts;
    readonly answerBy?: string;
    readonly reason: string;
  } | null;
  readonly count: MatchCount | null;
  readonly hours: MatchHours | null;
  readonly evaluation: Readonly<Partial<Record<Side, EvaluationView>>> | null;
  readonly tally: MatchTally | null;
  readonly prefilled: {
    readonly count: Omit<MatchCount, 'unusual'>;
    readonly hours: Omit<MatchHours, 'unusual'>;
  };
}

interface EvaluationView {
  readonly fit: number;
  readonly again: 'yes' | 'maybe' | 'no';
  readonly words?: string;
}

interface MatchTally {
  readonly present: number;
  readonly fun: number;
  readonly learned: number;
  readonly wantMore: number;
}

export type MatchStep = TrailStep;

/** What `requests` answers of a request, as far as it is used here. */
export interface RequestView {
  readonly id: string;
  readonly regionId: string;
  readonly schoolLocationId: string;
  readonly kind: ActivityKind;
  readonly title: string;
  readonly state: RequestState;
  readonly groups: readonly RequestedGroup[];
  readonly windows: readonly WindowBody[];
  readonly answerBy: string;
  /** Nobody confirmed yet that who asked teaches there. */
  readonly unconfirmed?: boolean;
  /** In the words of whoever withdrew it. */
  readonly withdrawnBecause?: string | null;
  /** Matches that live for it. */
  readonly matchIds: readonly string[];
  /** What the school must say first, while the state is `needs-info`. */
  readonly question: string | null;
}

/** What `matching` answers of what there is for a request now. */
export interface FitView {
  /** How many offers fit; when none does, the conditions that keep them out. */
  readonly fitting: number;
  readonly obstacles: readonly string[];
}

/** What `offers` answers of an offer, as far as it is used here. */
export interface OfferView {
  readonly id: string;
  readonly location?: ResolvedLocation;
  readonly reachKm?: number;
  readonly leadTimeDays: number;
  readonly pupils?: { readonly min: number; readonly max: number };
  readonly contactId: string;
  /** Ids of the people who give it. */
  readonly givenBy: readonly string[];
  readonly visit: Readonly<Partial<Record<'arrival' | 'parking' | 'host' | 'safety', string>>>;
}

/** A school location or an organisation, as the directory answers it. */
export interface ShoreView {
  readonly id: string;
  readonly name: string;
  readonly street?: string;
  readonly location?: ResolvedLocation;
  readonly municipality?: { readonly name?: string };
  readonly firstContactId?: string;
  /** Of a school location. */
  readonly regionIds?: readonly string[];
  /** Of a school location: when it is closed, as far as it said so itself. */
  readonly holidayRegion?: HolidayRegion;
  readonly calendar?: {
    readonly holidays: readonly { readonly from: string; readonly to: string }[];
    readonly studyDays: readonly string[];
  };
  /** Of an organisation: when it receives and visits nobody. */
  readonly closed?: readonly { readonly from: string; readonly to: string }[];
}

/** What the directory answers of a region, as far as it is used here. */
export interface RegionView {
  readonly id: string;
  readonly name: string;
  /** Where the region reads its mail. */
  readonly contactEmail?: string;
}

export interface PersonView {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phone?: string;
  readonly language: Lang;
  /** Who answers when this person does not. */
  readonly deputyId?: string;
  /** How they want what can wait; absent: as it comes. */
  readonly preferences?: { readonly mail: MailRhythm; readonly reminders: boolean };
  readonly roles?: readonly {
    readonly role: string;
    readonly regionIds?: readonly string[];
    readonly schoolLocationId?: string;
    readonly organisationId?: string;
  }[];
}

/** A match with everything that people need to know of it, read from its owners just now. */
export interface Appointment {
  readonly match: MatchView;
  /** None when two sides arranged something that is no offer. */
  readonly offer?: OfferView;
  readonly school: ShoreView;
  readonly partner: ShoreView;
  readonly contacts: Readonly<Partial<Record<Side, PersonView>>>;
  readonly coordinator?: PersonView;
  readonly region?: RegionView;
  /** The trail, for what a side wrote with another time or why a change was dropped. */
  readonly history: readonly MatchStep[];
}
