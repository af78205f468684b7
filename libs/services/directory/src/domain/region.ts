import {
  event,
  RegionChanged,
  type Participation,
  type RegionSettings,
  type ScorePart,
} from '#libs/contracts';
import type { RegionStamp } from './school-location.js';

/** A partnership: the municipalities and the single school locations that take part. Regions may overlap. */
export interface Region {
  readonly id: string;
  readonly name: string;
  /** CBS codes of four digits. */
  readonly municipalityCodes: readonly string[];
  readonly schoolLocationIds: readonly string[];
  readonly settings: RegionSettings;
  /** Where the region reads its mail; in no event. */
  readonly contactEmail?: string;
  /** When locations take part, by their id, as the coordinator entered it. */
  readonly participating?: Readonly<Record<string, Omit<Participation, 'regionId'>>>;
  /** Epoch ms from which its school locations must be stamped anew; null: they are. */
  readonly restampAt: number | null;
}

/** What a region starts with until its steering group decides otherwise; the engine's own default. */
const startingWeights: Readonly<Record<ScorePart, number>> = {
  theme: 0.3,
  distance: 0.18,
  preferred: 0.15,
  time: 0.12,
  equity: 0.08,
  load: 0.07,
  priority: 0.05,
  rating: 0.03,
  repeat: 0.02,
};

export function regionSettings(given: Partial<RegionSettings> = {}): RegionSettings {
  return {
    themePriorities: {},
    sectorPriorities: {},
    regionSharePercent: 0,
    answerWorkingDays: 10,
    nudgeWorkingDays: 3,
    attentionWorkingDays: 5,
    questionWorkingDays: 7,
    optionWorkingDays: 5,
    ...given,
    weights: { ...startingWeights, ...given.weights },
  };
}

/**
 * Which regions a school location belongs to: those that name its municipality or itself, with the dates they entered.
 * Sorted, so that equal is equal.
 */
export function regionStampOf(
  location: { readonly id: string; readonly municipalityCode?: string },
  regions: readonly Region[],
): RegionStamp {
  const own = regions.filter((region) => belongs(location, region)).sort((a, b) => (a.id < b.id ? -1 : 1));
  const participation = own.flatMap((region) => {
    const dates = region.participating?.[location.id];
    return dates ? [{ regionId: region.id, ...dates }] : [];
  });
  return {
    regionIds: own.map(({ id }) => id),
    ...(participation.length > 0 ? { participation } : {}),
  };
}

export function belongs(
  { id, municipalityCode }: { readonly id: string; readonly municipalityCode?: string },
  region: Pick<Region, 'schoolLocationIds' | 'municipalityCodes'>,
): boolean {
  return (
    region.schoolLocationIds.includes(id) ||
    (municipalityCode !== undefined && region.municipalityCodes.includes(municipalityCode))
  );
}

export function regionChanged({ name, settings }: Region): RegionChanged {
  return event(RegionChanged, { name, settings: regionSettings(settings) });
}
