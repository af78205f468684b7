import type {
  HeldSlot,
  MatchCosts,
  MatchSession,
  OfferSnapshot,
  Programme,
  RequestedGroup,
} from '#libs/contracts';
import type { Span } from './match.js';
import { costsAt, type Price } from './price.js';

/** A slot that groups are put into. */
export interface SlotRoom extends Span {
  readonly slotId: string;
  readonly offerId: string;
  /** Places that are free, in the partner's own groups. */
  readonly free: number;
}

/** How an offer takes groups in. */
export interface Lessons {
  readonly lessonsPerVisit: number;
  readonly pupilsPerGroup: number;
  readonly maxPupils: number;
}

export interface Laid {
  readonly sessions: MatchSession[];
  readonly needs: HeldSlot[];
  /** Which groups each slot takes, in the order of the slots. */
  readonly groupsOf: readonly (readonly RequestedGroup[])[];
}

/** An offer's terms for groups; a class larger than it says takes no further place. */
export const lessonsOf = ({
  lessonsPerVisit,
  pupilsPerGroup,
  pupils,
}: Pick<OfferSnapshot, 'lessonsPerVisit' | 'pupilsPerGroup' | 'pupils'>): Lessons => ({
  lessonsPerVisit,
  pupilsPerGroup,
  maxPupils: pupils?.max ?? 32,
});

/** Places of the partner's own groups that a class takes; pupils above the most it says take no further place. */
export const placesOf = (
  { pupils }: { readonly pupils: number },
  { maxPupils, pupilsPerGroup }: Omit<Lessons, 'lessonsPerVisit'>,
): number => Math.ceil(Math.min(pupils, maxPupils) / pupilsPerGroup);

/** What the sessions take of each slot they lie in. */
export function needsOf(
  sessions: readonly MatchSession[],
  offerId: string | undefined,
  terms: Omit<Lessons, 'lessonsPerVisit'>,
): HeldSlot[] {
  if (!offerId) return [];
  const places = new Map<string, number>();
  for (const { slotId, groups } of sessions) {
    if (!slotId) continue;
    const taken = groups.reduce((sum, group) => sum + placesOf(group, terms), 0);
    places.set(slotId, (places.get(slotId) ?? 0) + taken);
  }
  return [...places].map(([slotId, groups]) => ({ slotId, offerId, groups }));
}

/** What the sessions cost at that price. */
export function costsOf(
  sessions: readonly MatchSession[],
  price: Price,
  terms: Omit<Lessons, 'lessonsPerVisit'>,
): MatchCosts {
  return costsFor(
    sessions.flatMap(({ groups }) => groups),
    price,
    terms,
  );
}

/** What it costs for these groups, in whatever slots they are. */
export function costsFor(
  groups: readonly { readonly pupils: number }[],
  price: Price,
  terms: Omit<Lessons, 'lessonsPerVisit'>,
): MatchCosts {
  const numbers = { places: 0, pupils: 0 };
  for (const group of groups) {
    numbers.places += placesOf(group, price.groupSize ?? terms);
    numbers.pupils += group.pupils;
  }
  return costsAt(price, numbers);
}

/**
 * Puts the groups into the slots in their order, each slot at least one and as many as it has room for; within a slot one
 * after the other when the offer is given several times in a row. Null when they do not all fit. `id` makes session ids.
 */
export function laySessions(
  id: string,
  groups: readonly RequestedGroup[],
  slots: readonly SlotRoom[],
  lessons: Lessons,
): Laid | null {
  const groupsOf = divide(groups, slots, lessons);
  if (!groupsOf) return null;
  const sessions: MatchSession[] = [];
  slots.forEach(({ slotId, start, end }, i) => {
    for (const row of inRows(groupsOf[i] as RequestedGroup[], lessons.lessonsPerVisit)) {
      const own = row.map(({ groupId, pupils }) => ({ groupId, pupils }));
      sessions.push({ id: `${id}-${sessions.length + 1}`, slotId, start, end, groups: own });
    }
  });
  return { sessions, needs: needsOf(sessions, slots[0]?.offerId, lessons), groupsOf };
}

function divide(
  groups: readonly RequestedGroup[],
  slots: readonly SlotRoom[],
  lessons: Lessons,
): RequestedGroup[][] | null {
  if (slots.length === 1) return [[...groups]];
  const waiting = [...groups];
  const divided = slots.map(({ free }, i) => {
    const taken: RequestedGroup[] = [];
    let room = free;
    const stillToFill = slots.length - 1 - i;
    while (waiting.length > stillToFill) {
      const places = placesOf(waiting[0] as RequestedGroup, lessons);
      if (places > room) break;
      room -= places;
      taken.push(waiting.shift() as RequestedGroup);
    }
    return taken;
  });
  return waiting.length === 0 && divided.every((taken) => taken.length > 0) ? divided : null;
}

/** 7A, then 7B, then 8: as many lessons as the guest gives in a row, the groups spread over them. */
function inRows(groups: readonly RequestedGroup[], lessonsPerVisit: number): RequestedGroup[][] {
  const rows = Math.max(1, Math.min(lessonsPerVisit, groups.length));
  const perRow = Math.ceil(groups.length / rows);
  const laid: RequestedGroup[][] = [];
  for (let i = 0; i < groups.length; i += perRow) laid.push(groups.slice(i, i + perRow));
  return laid;
}

const stoLevels = ['vmbo-bb', 'vmbo-kb', 'vmbo-gl'];
const inScope = ['vmbo-tl', 'havo', 'vwo'];

/**
 * The subsidy an activity counts for unless somebody says otherwise: po, (v)so, vmbo-tl, havo and vwo are Techkwadraat's;
 * vmbo-bb, -kb and -gl are STO's.
 */
export function programmeOf(groups: readonly Pick<RequestedGroup, 'sector' | 'levels'>[]): Programme {
  const levels = groups.flatMap((group) => (group.sector === 'vo' ? group.levels : []));
  const counts = groups.some(
    ({ sector, levels: own }) =>
      ['po', 'sbo', 'so', 'vso'].includes(sector) ||
      (sector === 'vo' && (own.length === 0 || own.some((level) => inScope.includes(level)))),
  );
  if (counts) return 'Techkwadraat';
  return levels.some((level) => stoLevels.includes(level)) ? 'STO' : 'other';
}
