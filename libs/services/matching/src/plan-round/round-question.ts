import { isUnserved, type RequestSnapshot } from '#libs/contracts';
import { schoolYearAskedFor } from '#libs/facts';
import { ceilingTable, placeCosts, type RoundTask } from '#libs/matching-engine';
import type { Market } from '../market/market.js';
import type { RoundNames } from './round-report.js';

/** What a round of this region is planned from: requests that still need something, the oldest first. */
export function roundQuestion(
  market: Market,
  regionId: string,
  now: number,
): { readonly task: RoundTask; readonly names: RoundNames } {
  const asking = market
    .requestsOf([regionId])
    .filter(({ id, request }) => stillNeeds(market, id, request))
    .reverse();
  const { market: flat, ids } = market.flatRound(
    asking.map(({ id }) => id),
    now,
  );
  const slots = ids.slotIds.map((id) => market.slot(id));
  const years = new Map<string, Set<string>>();
  for (const { request } of asking) {
    const { schoolLocationId, windows } = request;
    years.set(schoolLocationId, (years.get(schoolLocationId) ?? new Set()).add(schoolYearAskedFor(windows)));
  }
  const served = (school: string, asked: Iterable<string>) =>
    [...asked].reduce((sum, year) => sum + market.servedOf(school, year), 0);
  const { weights } = market.contextOf(regionId, now);
  return {
    task: { market: flat, ceilings: ceilingTable(slots), placeCosts: placeCosts(slots, weights) },
    names: {
      requests: asking.map(({ id, request: { schoolLocationId, groups } }) => ({
        id,
        schoolLocationId,
        sector: groups[0]?.sector ?? '',
        // Those that have an appointment count in what their school was given before.
        groups: market.openGroupsOf(id).length,
      })),
      slotIds: ids.slotIds,
      servedBefore: Object.fromEntries([...years].map(([school, asked]) => [school, served(school, asked)])),
      openSlots: slots.filter((slot) => slot && !slot.closed && slot.takenGroups < slot.capacityGroups)
        .length,
    },
  };
}

function stillNeeds(market: Market, id: string, { state, unconfirmed }: RequestSnapshot): boolean {
  const open = isUnserved(state) && !unconfirmed;
  return open && market.openGroupsOf(id).length > 0 && market.needOf(id) !== undefined;
}
