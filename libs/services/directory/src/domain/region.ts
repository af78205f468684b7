import { event, RegionChanged, type RegionSettings, type ScorePart } from '#libs/contracts';

/** A partnership: the municipalities and the single school locations that take part. Regions may overlap. */
export interface Region {
  readonly id: string;
  readonly name: string;
  /** CBS codes of four digits. */
  readonly municipalityCodes: readonly string[];
  readonly schoolLocationIds: readonly string[];
  readonly settings: RegionSettings;
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
    questionWorkingDays: 7,
    ...given,
    weights: { ...startingWeights, ...given.weights },
  };
}

/** Which regions a school location belongs to: those that name its municipality or itself. Sorted, so that equal is equal. */
export function regionIdsOf(
  location: { readonly id: string; readonly municipalityCode?: string },
  regions: readonly Region[],
): string[] {
  const { id, municipalityCode } = location;
  return regions
    .filter(
      (region) =>
        region.schoolLocationIds.includes(id) ||
        (municipalityCode !== undefined && region.municipalityCodes.includes(municipalityCode)),
    )
    .map((region) => region.id)
    .sort();
}

export function regionChanged({ name, settings }: Region): RegionChanged {
  return event(RegionChanged, { name, settings });
}
