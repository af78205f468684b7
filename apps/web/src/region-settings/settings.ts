import type { Region, RegionPatch } from '../api/region-settings.js';

/** The parts of the score, as the engine names them. */
export const parts = [
  'theme',
  'preferred',
  'distance',
  'time',
  'equity',
  'load',
  'priority',
  'rating',
  'repeat',
] as const;
type Part = (typeof parts)[number];

const days = [
  'answerWorkingDays',
  'nudgeWorkingDays',
  'attentionWorkingDays',
  'questionWorkingDays',
  'optionWorkingDays',
] as const;

export interface SettingsValues {
  readonly name: string;
  readonly contactEmail: string;
  /** In whole percents. */
  readonly weights: Readonly<Record<Part, number>>;
  readonly answerWorkingDays: number;
  readonly nudgeWorkingDays: number;
  readonly attentionWorkingDays: number;
  readonly questionWorkingDays: number;
  readonly optionWorkingDays: number;
  readonly regionSharePercent: number;
  readonly bookingsPerSchoolYear: number | '';
}

export function valuesOf({ name, contactEmail = '', settings }: Region): SettingsValues {
  const weights = (settings?.weights ?? {}) as Partial<Record<Part, number>>;
  return {
    name,
    contactEmail,
    weights: Object.fromEntries(
      parts.map((part) => [part, Math.round((weights[part] ?? 0) * 100)]),
    ) as Record<Part, number>,
    answerWorkingDays: settings?.answerWorkingDays ?? 10,
    nudgeWorkingDays: settings?.nudgeWorkingDays ?? 3,
    attentionWorkingDays: settings?.attentionWorkingDays ?? 5,
    questionWorkingDays: settings?.questionWorkingDays ?? 7,
    optionWorkingDays: settings?.optionWorkingDays ?? 5,
    regionSharePercent: settings?.regionSharePercent ?? 0,
    bookingsPerSchoolYear: settings?.bookingsPerSchoolYear ?? '',
  };
}

/** What was changed, and nothing else: who changes another thing at the same time is not overruled. */
export function patchOf(values: SettingsValues, before: SettingsValues): RegionPatch {
  const weights = Object.fromEntries(
    parts
      .filter((part) => values.weights[part] !== before.weights[part])
      .map((part) => [part, values.weights[part] / 100]),
  );
  const settings = {
    ...(Object.keys(weights).length > 0 ? { weights: weights as Record<string, never> } : {}),
    ...Object.fromEntries(
      [...days, 'regionSharePercent' as const]
        .filter((field) => values[field] !== before[field])
        .map((field) => [field, values[field]]),
    ),
    ...(values.bookingsPerSchoolYear === before.bookingsPerSchoolYear
      ? {}
      : { bookingsPerSchoolYear: values.bookingsPerSchoolYear === '' ? null : values.bookingsPerSchoolYear }),
  };
  return {
    ...(values.name === before.name ? {} : { name: values.name }),
    ...(values.contactEmail === before.contactEmail ? {} : { contactEmail: values.contactEmail || null }),
    ...(Object.keys(settings).length > 0 ? { settings } : {}),
  };
}
