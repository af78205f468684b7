import type {
  OfferAudience,
  OfferSlot,
  RequestGroup,
  RequestNeed,
  Suitability,
  SuitabilityAnswer,
} from './model.js';

const suitabilities: readonly Suitability[] = [
  'wheelchair',
  'newcomers',
  'low-stimulus',
  'english',
  'sbo',
  'so',
  'vso',
  'pro',
];

/** sbo and so also count as po, vso also as vo; the other way round a special offer stays special. */
function sectorFits(audience: OfferAudience, group: RequestGroup): boolean {
  if (audience.sector === group.sector) return true;
  if (audience.sector === 'po') return group.sector === 'sbo' || group.sector === 'so';
  return audience.sector === 'vo' && group.sector === 'vso';
}

/** A combination group fits when one of its grades does; nothing named on either side is any. */
function overlaps(one: readonly string[], other: readonly string[]): boolean {
  return one.length === 0 || other.length === 0 || one.some((value) => other.includes(value));
}

function covers(audience: OfferAudience, group: RequestGroup): boolean {
  return (
    sectorFits(audience, group) &&
    overlaps(audience.grades, group.grades) &&
    overlaps(audience.levels, group.levels)
  );
}

/** The entries of the audience that a group fits. */
export function coveringAudience(slot: Pick<OfferSlot, 'audience'>, group: RequestGroup): OfferAudience[] {
  return slot.audience.filter((audience) => covers(audience, group));
}

/** Whether every group fits an entry of the audience. Allocates nothing. */
export function isForAll(request: RequestNeed, slot: OfferSlot): boolean {
  if (slot.audience.length === 0) return true;
  for (const group of request.groups) {
    let covered = false;
    for (const audience of slot.audience) covered ||= covers(audience, group);
    if (!covered) return false;
  }
  return true;
}

/** Of a group that fits: the grades, or the levels, that the offer is not for. */
export function outside(
  slot: Pick<OfferSlot, 'audience'>,
  group: RequestGroup,
  what: 'grades' | 'levels',
): string[] {
  const covering = coveringAudience(slot, group);
  // No entry at all: not for this group, or for everyone; either way there are no *other* grades to name.
  if (covering.length === 0 || covering.some((audience) => audience[what].length === 0)) return [];
  return group[what].filter((value) => !covering.some((audience) => audience[what].includes(value)));
}

type Asked = Pick<RequestNeed, 'groups' | 'suitability'>;
type Answering = Pick<OfferSlot, 'audience' | 'suitability'>;

function isAsked(request: Asked, code: Suitability): boolean {
  if (request.suitability.includes(code)) return true;
  for (const group of request.groups) {
    if (group.sector === code || (code === 'pro' && group.levels.includes('pro'))) return true;
  }
  return false;
}

/** An audience that names a special sector, or pro, says yes to it; else what is not stated is in consultation. */
function answer(slot: Answering, code: Suitability): SuitabilityAnswer {
  const stated = slot.suitability[code];
  if (stated) return stated;
  for (const audience of slot.audience) {
    if (audience.sector === code || (code === 'pro' && audience.levels.includes('pro'))) return 'yes';
  }
  return 'in-consultation';
}

/** Whether anything asked got this answer. Allocates nothing. */
export function hasSuitability(request: RequestNeed, slot: OfferSlot, wanted: SuitabilityAnswer): boolean {
  for (const code of suitabilities) if (isAsked(request, code) && answer(slot, code) === wanted) return true;
  return false;
}

/** What the request asks, and its groups' sectors and levels imply, that got this answer. */
export function suitabilityAnswered(
  request: Asked,
  slot: Answering,
  wanted: SuitabilityAnswer,
): Suitability[] {
  return suitabilities.filter((code) => isAsked(request, code) && answer(slot, code) === wanted);
}
