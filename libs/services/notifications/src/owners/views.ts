import type {
  ActivityPlace,
  MatchCosts,
  MatchSession,
  MatchState,
  RequestState,
  RequestedGroup,
  ResolvedLocation,
  WindowBody,
} from '#libs/contracts';
import type { Lang } from '#libs/facts';
import type { Side } from '../domain/notification.js';

export interface Words {
  readonly nl: string;
  readonly en: string;
}

/** What `matching` answers of a match, as far as it is used here. */
export interface MatchView {
  readonly id: string;
  readonly requestId: string;
  readonly offerId: string;
  readonly regionId: string;
  readonly schoolLocationId: string;
  readonly organisationId: string;
  readonly title: string;
  readonly state: MatchState;
  readonly question: number;
  readonly answerBy: string | null;
  readonly sessions: readonly MatchSession[];
  readonly exact: boolean;
  readonly costs: MatchCosts;
  readonly warnings: readonly {
    readonly code: string;
    readonly facts: Readonly<Record<string, unknown>>;
    readonly sentence: Words;
  }[];
  readonly acceptedBy: Readonly<Partial<Record<Side, { readonly at: string }>>>;
  readonly ended: { readonly by: string; readonly reason: string } | null;
  readonly calendarSequence: number;
}

export interface MatchStep {
  readonly what: string;
  readonly side?: Side;
  readonly reason?: string;
}

/** What `requests` answers of a request, as far as it is used here. */
export interface RequestView {
  readonly id: string;
  readonly regionId: string;
  readonly schoolLocationId: string;
  readonly title: string;
  readonly state: RequestState;
  readonly groups: readonly RequestedGroup[];
  readonly windows: readonly WindowBody[];
  readonly answerBy: string;
  readonly contactId: string;
  readonly madeBy: string;
}

/** What `offers` answers of an offer, as far as it is used here. */
export interface OfferView {
  readonly id: string;
  readonly title: string;
  readonly place: ActivityPlace;
  readonly promise: 'by-appointment' | 'firm';
  readonly location?: ResolvedLocation;
  readonly durationMinutes: number;
  readonly lessonsPerVisit: number;
  readonly changeNumbersUntilDays: number;
  readonly freeCancelDays?: number;
  readonly contactId: string;
  readonly visit: Readonly<Partial<Record<'arrival' | 'parking' | 'host' | 'safety', string>>>;
}

/** A school location or an organisation, as the directory answers it. */
export interface ShoreView {
  readonly id: string;
  readonly name: string;
  readonly street?: string;
  readonly location?: ResolvedLocation;
}

export interface PersonView {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phone?: string;
  readonly language: Lang;
}

/** A match with everything that people need to know of it, read from its owners just now. */
export interface Appointment {
  readonly match: MatchView;
  readonly request: RequestView;
  readonly offer: OfferView;
  readonly school: ShoreView;
  readonly partner: ShoreView;
  readonly contacts: Readonly<Partial<Record<Side, PersonView>>>;
  readonly coordinator?: PersonView;
  /** What the side that proposed another time wrote with it. */
  readonly counterNote?: string;
}
