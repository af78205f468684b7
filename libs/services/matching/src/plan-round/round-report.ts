import {
  fairness,
  scoreUnits,
  shownPrice,
  type Fairness as EngineFairness,
  type PlannedRequests,
  type RoundOutcome,
} from '#libs/matching-engine';
import type { Fairness, PlanResult, Worth } from '../domain/round.js';
import type { RoundLine } from '../matching.collection.js';

/** What a round's numbers stand for: who asks, and which slot is which. */
export interface RoundNames {
  /** In the order of the plan's requests. */
  readonly requests: readonly {
    readonly id: string;
    readonly schoolLocationId: string;
    readonly sector: string;
    readonly groups: number;
  }[];
  /** In the order of the plan's slots. */
  readonly slotIds: readonly string[];
  /** Groups that a school's matches served in the school years that it asks for, by school. */
  readonly servedBefore: Readonly<Record<string, number>>;
  /** Slots with a place to give. */
  readonly openSlots: number;
}

export interface RoundReport {
  readonly lines: readonly RoundLine[];
  /** Of the slots that others would want, in [0, 1]. */
  readonly prices: Readonly<Record<string, number>>;
  readonly result: Omit<PlanResult, 'pages' | 'milliseconds'>;
}

/** A plan in the words and ids of the round: lines, prices, what it is worth beside others, and who got what. */
export function reportOf(outcome: RoundOutcome, names: RoundNames): RoundReport {
  const schools = [...new Set(names.requests.map(({ schoolLocationId }) => schoolLocationId))];
  const sectors = [...new Set(names.requests.map(({ sector }) => sector))].sort();
  const fair = (slots?: Int32Array) => fairnessOf(names, schools, sectors, slots);
  const after = fair(outcome.slots);
  const [score, plainScore] = [rawScore(outcome), rawScore(outcome.withoutBonus)];
  return {
    lines: linesOf(outcome, names),
    prices: pricesOf(outcome, names),
    result: {
      requests: names.requests.length,
      slots: names.openSlots,
      ...worthOf(outcome),
      bound: outcome.bound / scoreUnits,
      gapPercent: outcome.value === 0 ? 0 : (outcome.bound / outcome.value - 1) * 100,
      firstComeFirstServed: worthOf(outcome.firstCome),
      greedy: worthOf(outcome.greedy),
      fairness: { before: shown(fair(), sectors), after: shown(after, sectors) },
      fairnessCostPercent: plainScore === 0 ? 0 : Math.max(0, (1 - score / plainScore) * 100),
      schoolsWithNothing: after.withNothing.map((at) => schools[at] as string),
    },
  };
}

const worthOf = ({ served, value }: PlannedRequests): Worth => ({ served, score: value / scoreUnits });

function linesOf({ slots, scores, prices }: RoundOutcome, { requests, slotIds }: RoundNames): RoundLine[] {
  const lines = requests.map(({ id }, at) => {
    const slot = slots[at] as number;
    return {
      requestId: id,
      slotId: slot < 0 ? null : (slotIds[slot] as string),
      score: (scores[at] as number) / scoreUnits,
      price: slot < 0 ? 0 : shownPrice(prices[slot] as number, scoreUnits),
    };
  });
  const nothing = (line: RoundLine) => (line.slotId === null ? 1 : 0);
  return lines.sort((one, other) => nothing(one) - nothing(other) || other.score - one.score);
}

function pricesOf({ prices }: RoundOutcome, { slotIds }: RoundNames): Record<string, number> {
  const shownPrices = slotIds.map(
    (id, slot) => [id, shownPrice(prices[slot] as number, scoreUnits)] as const,
  );
  return Object.fromEntries(shownPrices.filter(([, price]) => price > 0));
}

/** What people see as the score of a proposal, summed: without equity. */
function rawScore({ scores }: PlannedRequests): number {
  return scores.reduce((sum, score) => sum + score, 0);
}

/**
 * In groups, over what the schools were given before and what they ask now; `slots` of each request, or before there is
 * a plan.
 */
function fairnessOf(
  { requests, servedBefore }: RoundNames,
  schools: readonly string[],
  sectors: readonly string[],
  slots?: Int32Array,
): EngineFairness {
  const schoolNumbers = new Map(schools.map((id, school) => [id, school]));
  const rows: { school: number; sector: number; slot: number }[] = [];
  const sectorOf = new Map<string, number>();
  requests.forEach(({ schoolLocationId, sector, groups }, at) => {
    const row = {
      school: schoolNumbers.get(schoolLocationId) as number,
      sector: sectors.indexOf(sector),
      slot: slots ? (slots[at] as number) : -1,
    };
    sectorOf.set(schoolLocationId, row.sector);
    for (let group = 0; group < groups; group += 1) rows.push(row);
  });
  schools.forEach((id, school) => {
    const row = { school, sector: sectorOf.get(id) ?? 0, slot: 0 };
    for (let before = servedBefore[id] ?? 0; before > 0; before -= 1) rows.push(row);
  });
  return fairness(
    Int32Array.from(rows, ({ slot }) => slot),
    {
      schools: Int32Array.from(rows, ({ school }) => school),
      schoolCount: schools.length,
      groups: Int32Array.from(rows, ({ sector }) => sector),
      groupCount: sectors.length,
    },
  );
}

function shown({ worstServedShare, gini, groups }: EngineFairness, sectors: readonly string[]): Fairness {
  return {
    worstServedShare,
    gini,
    bySector: groups.map((served, at) => ({ sector: sectors[at] as string, ...served })),
  };
}
