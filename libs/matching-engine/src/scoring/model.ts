/**
 * What the engine knows of a request, of a slot and of a region: flat data, given by the caller. Nothing here is read
 * from a store, a clock or a calendar.
 *
 * Units: a **day** is the number of days since 1970-01-01 in local time; a **minute** counts from local midnight
 * (0–1440) and a range holds its start and not its end; distances are km, money is euro cents, shares lie in [0, 1].
 * An empty list of wishes means "any".
 */
export type ActivityKind =
  'guest-lesson' | 'company-visit' | 'museum-visit' | 'workshop' | 'mentoring' | 'loan' | 'teacher-training';
export type Sector = 'po' | 'sbo' | 'so' | 'vso' | 'vo' | 'mbo';
export type Place = 'at-school' | 'at-partner' | 'online';
export type Suitability =
  'wheelchair' | 'newcomers' | 'low-stimulus' | 'english' | 'sbo' | 'so' | 'vso' | 'pro';
export type SuitabilityAnswer = 'yes' | 'in-consultation' | 'no';

/** One sentence or label in both languages of the screens. */
export interface Sentence {
  readonly nl: string;
  readonly en: string;
}

/** Degrees, WGS 84. */
export interface Location {
  readonly lat: number;
  readonly lon: number;
}

/** Both days included. A range that ends before it starts holds no day. */
export interface DayRange {
  readonly fromDay: number;
  readonly toDay: number;
}

/** `startMinute` included, `endMinute` not. */
export interface MinuteRange {
  readonly startMinute: number;
  readonly endMinute: number;
}

export interface RequestGroup {
  readonly key: string;
  readonly sector: Sector;
  readonly grades: readonly string[];
  readonly levels: readonly string[];
  /** ≥ 1 */
  readonly pupils: number;
}

/** `weekdays`: 1 = Monday … 7 = Sunday. */
export interface WishedWindow extends DayRange {
  readonly weekdays: readonly number[];
  readonly parts: readonly MinuteRange[];
}

export interface ClosedHours extends MinuteRange {
  /** 1 = Monday … 7 = Sunday */
  readonly weekday: number;
}

export interface RequestNeed {
  readonly id: string;
  readonly kind: ActivityKind;
  readonly themes: readonly string[];
  /** All of them take part in one slot. */
  readonly groups: readonly RequestGroup[];
  readonly windows: readonly WishedWindow[];
  /** Of that school: holidays, its own days off and study days. */
  readonly closedDays: readonly DayRange[];
  /** Of that school: hours of the week in which nothing can happen, such as a primary school's Wednesday afternoon. */
  readonly closedHours: readonly ClosedHours[];
  readonly places: readonly Place[];
  readonly location: Location;
  /** How far the school travels; null = no limit. */
  readonly maxDistanceKm: number | null;
  readonly preferred: { readonly offerIds: readonly string[]; readonly organisationIds: readonly string[] };
  /** What the school asked for; sbo, so, vso and pro follow from the groups and need not be named. */
  readonly suitability: readonly Suitability[];
  /** The school's share of the whole activity, without transport; null = no limit. */
  readonly maxCostCents: number | null;
  /** Percent (0–100) of the cost that the region pays for this request. */
  readonly regionSharePercent: number;
  readonly vogPolicy: 'none' | 'when-unsupervised' | 'always';
  /** For choosing a region's market; no condition: who reaches whom is a matter of distance. */
  readonly regionIds: readonly string[];
  /** Percentile within the sector, 1 = served first; null = unknown. */
  readonly equityPriority: number | null;
  /** Activities per group that the school received so far; null = unknown. */
  readonly servedPerGroup: number | null;
  /** Organisations the school worked with before. */
  readonly repeatOrganisationIds: readonly string[];
}

export interface OfferAudience {
  readonly sector: Sector;
  readonly grades: readonly string[];
  readonly levels: readonly string[];
  /** The school brings one adult for each so many pupils; null = nothing stated. */
  readonly pupilsPerAdult: number | null;
}

export type CeilingCode =
  'offer-month' | 'person-month' | 'person-year' | 'organisation-month' | 'organisation-year';

/** How many activities one period may hold and how many it holds: the period in which the slot lies. */
export interface Ceiling {
  readonly code: CeilingCode;
  readonly max: number;
  readonly taken: number;
}

/** One dated piece of an offer's capacity, with everything of the offer and its organisation that matters. */
export interface OfferSlot extends MinuteRange {
  readonly slotId: string;
  readonly offerId: string;
  readonly organisationId: string;
  readonly kind: ActivityKind;
  readonly themes: readonly string[];
  readonly promise: 'firm' | 'by-appointment';
  readonly place: Place;
  /** Null only when online. */
  readonly location: Location | null;
  /** At school: how far the partner travels; null = no limit. */
  readonly reachKm: number | null;
  readonly audience: readonly OfferAudience[];
  /** How many pupils a *class* may have. */
  readonly pupils: { readonly min: number; readonly max: number };
  /** The size of the partner's own groups (one guide each): capacity and cost per group count these. */
  readonly pupilsPerGroup: number;
  readonly durationMinutes: number;
  /** How often in a row on one day, ≥ 1. */
  readonly lessonsPerVisit: number;
  readonly day: number;
  /** In the partner's groups. */
  readonly capacityGroups: number;
  readonly takenGroups: number;
  /** The slot is blocked, or its offer is no longer published. */
  readonly closed: boolean;
  /** Days on which the partner does not receive or travel. */
  readonly partnerClosedDays: readonly DayRange[];
  /** Nobody asks the partner anything before this day; null = not paused. */
  readonly pausedUntil: number | null;
  readonly ceilings: readonly Ceiling[];
  readonly leadTimeDays: number;
  readonly costPerGroupCents: number;
  readonly costPerPupilCents: number;
  /** What is not stated is in consultation. */
  readonly suitability: Readonly<Partial<Record<Suitability, SuitabilityAnswer>>>;
  readonly vog: 'available' | 'none';
  /** For choosing a region's market; no condition. */
  readonly regionIds: readonly string[];
  /** Past evaluations, mean in [0, 1]; null = none. */
  readonly rating: { readonly mean: number; readonly count: number } | null;
  /** How full the partner's agenda is, 1 = full; null = unknown. */
  readonly partnerLoad: number | null;
}

/** In the order in which an explanation lists them. */
export const scoreParts = [
  'theme',
  'preferred',
  'distance',
  'time',
  'equity',
  'priority',
  'load',
  'rating',
  'repeat',
] as const;
export type ScorePart = (typeof scoreParts)[number];

/** Each ≥ 0, at least one above 0; they need not sum to 1. */
export type Weights = Readonly<Record<ScorePart, number>>;

/** What a region wants more of, in [0, 1]. A root's priority counts for each theme under it that has none of its own. */
export interface Priorities {
  readonly themes: Readonly<Record<string, number>>;
  readonly sectors: Readonly<Partial<Record<Sector, number>>>;
}

/** The taxonomy, as two functions over theme ids. */
export interface Themes {
  /** [0, 1], 1 = the same theme. */
  similarity(one: string, other: string): number;
  /** The id of the world or context domain above a theme; of a root the root itself. */
  rootOf(theme: string): string;
}

/** Names for the sentences; asked only for ids that stand in the request or the slot. */
export interface Words {
  theme(id: string): Sentence;
  organisation(id: string): string;
}

/** What holds for every pair of one question. */
export interface MatchingContext {
  /** The day on which the question is asked. */
  readonly today: number;
  readonly themes: Themes;
  readonly weights: Weights;
  readonly priorities: Priorities;
  readonly words: Words;
}
