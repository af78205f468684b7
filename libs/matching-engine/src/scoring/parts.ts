import { distanceKm, limitKm } from './distance.js';
import type { MatchingContext, OfferSlot, RequestNeed, ScorePart } from './model.js';
import { windowHolds } from './time.js';

/** The value of one soft part in [0, 1], or null when there are no facts to judge by (it then counts 0.5). */
type PartValue = (request: RequestNeed, slot: OfferSlot, context: MatchingContext) => number | null;

/** A journey without a limit is judged as if this were the limit, km. */
const usualLimitKm = 50;
/** A rating counts as if so many evaluations of 0.5 stood beside it: one bad morning does not sink an offer. */
const ratingPrior = 3;
const onlineValue = 0.5;

const values: Readonly<Record<ScorePart, PartValue>> = {
  theme: (request, slot, context) => nearestThemes(request, slot, context)?.similarity ?? null,
  preferred: preferredValue,
  distance: distanceValue,
  time: timeValue,
  equity: equityValue,
  priority: priorityValue,
  load: (_, slot) => (slot.partnerLoad === null ? null : 1 - slot.partnerLoad),
  rating: ratingValue,
  repeat: repeatValue,
};

/**
 * - `theme`: similarity of the nearest pair of asked and offered theme.
 * - `preferred`: 1 when the request names the offer or its partner, else 0; nobody named: no facts.
 * - `distance`: 1 − km / limit of whoever travels (50 km where there is none); online 0.5.
 * - `time`: 1 − |day − middle| / (half the window + 1 day) in the wished window where that is highest; 0 outside.
 * - `equity`: mean of what is known of `equityPriority` and 1 / (1 + activities received per group).
 * - `priority`: the region's highest priority among the offer's themes (or their roots) and the groups' sectors.
 * - `load`: 1 − the partner's load.
 * - `rating`: (mean × count + 0.5 × 3) / (count + 3).
 * - `repeat`: 1 when school and partner worked together before, else 0; a school without history: no facts.
 */
export function valueOf(
  part: ScorePart,
  request: RequestNeed,
  slot: OfferSlot,
  context: MatchingContext,
): number | null {
  const value = values[part](request, slot, context);
  return value === null ? null : Math.min(1, Math.max(0, value));
}

interface ThemePair {
  readonly asked: string;
  readonly offered: string;
  readonly similarity: number;
}

/** Null when either side names no theme. */
export function nearestThemes(
  request: RequestNeed,
  slot: OfferSlot,
  { themes }: MatchingContext,
): ThemePair | null {
  let nearest: ThemePair | null = null;
  for (const asked of request.themes) {
    for (const offered of slot.themes) {
      const similarity = themes.similarity(asked, offered);
      if (!nearest || similarity > nearest.similarity) nearest = { asked, offered, similarity };
    }
  }
  return nearest;
}

function preferredValue({ preferred }: RequestNeed, slot: OfferSlot): number | null {
  if (preferred.offerIds.length === 0 && preferred.organisationIds.length === 0) return null;
  return preferred.offerIds.includes(slot.offerId) || preferred.organisationIds.includes(slot.organisationId)
    ? 1
    : 0;
}

function distanceValue(request: RequestNeed, slot: OfferSlot): number | null {
  if (slot.place === 'online') return onlineValue;
  const [km, limit] = [distanceKm(request, slot), limitKm(request, slot)];
  if (Number.isNaN(km)) return null;
  // A limit of 0 km fits only next door, and there nothing is nearer.
  if (limit === 0) return km === 0 ? 1 : 0;
  return 1 - km / (limit === Infinity ? usualLimitKm : limit);
}

function timeValue(request: RequestNeed, { day }: OfferSlot): number | null {
  if (request.windows.length === 0) return null;
  let best = 0;
  for (const window of request.windows) {
    if (!windowHolds(window, day)) continue;
    const middle = (window.fromDay + window.toDay) / 2;
    const half = (window.toDay - window.fromDay) / 2;
    best = Math.max(best, 1 - Math.abs(day - middle) / (half + 1));
  }
  return best;
}

/** See `valueOf`. */
export function equityValue({ equityPriority, servedPerGroup }: RequestNeed): number | null {
  const need = servedPerGroup === null ? null : 1 / (1 + servedPerGroup);
  if (equityPriority === null) return need;
  return need === null ? equityPriority : (equityPriority + need) / 2;
}

function priorityValue(request: RequestNeed, slot: OfferSlot, context: MatchingContext): number | null {
  const { themes, sectors } = context.priorities;
  if (isEmpty(themes) && isEmpty(sectors)) return null;
  let highest = 0;
  for (const theme of slot.themes) {
    highest = Math.max(highest, themes[theme] ?? themes[context.themes.rootOf(theme)] ?? 0);
  }
  for (const { sector } of request.groups) highest = Math.max(highest, sectors[sector] ?? 0);
  return highest;
}

function isEmpty(record: object): boolean {
  for (const _ in record) return false;
  return true;
}

function ratingValue(_: RequestNeed, { rating }: OfferSlot): number | null {
  if (!rating || rating.count === 0) return null;
  return (rating.mean * rating.count + 0.5 * ratingPrior) / (rating.count + ratingPrior);
}

function repeatValue({ repeatOrganisationIds }: RequestNeed, slot: OfferSlot): number | null {
  if (repeatOrganisationIds.length === 0) return null;
  return repeatOrganisationIds.includes(slot.organisationId) ? 1 : 0;
}
