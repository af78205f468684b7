import { atField, scoreParts, sectors, type PatchRegionBody, type RegionSettingsBody } from '#libs/contracts';
import { isTheme } from '#libs/facts';
import { refuse } from './region.errors.js';
import { regionSettings, type Region } from './region.js';

/**
 * The region with what was entered; null when nothing is new. Its locations are stamped anew from `now` on when dates
 * changed, or what it is made of.
 * @throws Refusal `regions.…`
 */
export function changeRegion(region: Region, body: PatchRegionBody, now: number): Region | null {
  const participating = { ...region.participating };
  body.participating?.forEach(({ schoolLocationId, from, to }, i) => {
    if (to !== undefined && to < from)
      throw refuse(
        'regions.period-ends-before-it-starts',
        atField(`participating[${i}].to`, 'before-from', `${to} lies before ${from}`),
      );
    participating[schoolLocationId] = { from, ...(to ? { to } : {}) };
  });
  checkOnce(body.participating?.map(({ schoolLocationId }) => schoolLocationId) ?? []);
  const settings = changedSettings(region.settings, body.settings ?? {});
  const dates = Object.keys(participating).length > 0 ? { participating } : {};
  const bounds = boundsOf(region, body);
  const { contactEmail, ...others } = region;
  const email = body.contactEmail === undefined ? contactEmail : body.contactEmail;
  const named = {
    name: body.name ?? region.name,
    settings,
    ...(email == null ? {} : { contactEmail: email }),
  };
  const stampsChanged = !same([participating, bounds], [region.participating ?? {}, boundsOf(region, {})]);
  const before = { name: region.name, settings: region.settings, ...(contactEmail ? { contactEmail } : {}) };
  if (!stampsChanged && same(named, before)) return null;
  return { ...others, ...named, ...bounds, ...dates, restampAt: stampsChanged ? now : region.restampAt };
}

/** @throws Refusal `regions.empty` */
function boundsOf(
  region: Region,
  body: PatchRegionBody,
): Pick<Region, 'municipalityCodes' | 'schoolLocationIds'> {
  const municipalityCodes = body.municipalityCodes ?? region.municipalityCodes;
  const schoolLocationIds = body.schoolLocationIds ?? region.schoolLocationIds;
  const drawn = body.municipalityCodes ?? body.schoolLocationIds;
  if (drawn && municipalityCodes.length + schoolLocationIds.length === 0)
    throw refuse('regions.empty', atField('municipalityCodes', 'required', 'name one, or a school location'));
  return {
    municipalityCodes: [...new Set(municipalityCodes)],
    schoolLocationIds: [...new Set(schoolLocationIds)],
  };
}

function changedSettings(current: Region['settings'], said: RegionSettingsBody): Region['settings'] {
  const { weights, themePriorities, sectorPriorities, bookingsPerSchoolYear, ...numbers } = said;
  checkNumbers('weights', weights, (name) => scoreParts.some((part) => part === name), Infinity);
  checkNumbers('themePriorities', themePriorities, isTheme, 1);
  checkNumbers('sectorPriorities', sectorPriorities, (name) => sectors.some((sector) => sector === name), 1);
  const { bookingsPerSchoolYear: cap, ...before } = regionSettings(current);
  const next = bookingsPerSchoolYear === undefined ? cap : bookingsPerSchoolYear;
  const settings = {
    ...before,
    ...given(numbers),
    ...given({ themePriorities, sectorPriorities }),
    weights: { ...before.weights, ...weights },
    ...(next == null ? {} : { bookingsPerSchoolYear: next }),
  };
  if (!Object.values(settings.weights).some((weight) => weight > 0)) throw outOfRange('settings.weights');
  checkStages(settings, said);
  return settings;
}

function checkStages(settings: Region['settings'], said: RegionSettingsBody): void {
  const stages = ['nudgeWorkingDays', 'attentionWorkingDays', 'questionWorkingDays'] as const;
  if (stages.every((stage) => said[stage] == null)) return;
  stages.forEach((stage, i) => {
    const before = stages[i - 1];
    if (before === undefined || (settings[stage] ?? 0) > (settings[before] ?? 0)) return;
    const path = `settings.${said[stage] == null ? before : stage}`;
    throw refuse('regions.stages-out-of-order', atField(path, 'order', `${stage} is not after ${before}`));
  });
}

function checkNumbers(
  list: string,
  values: Readonly<Record<string, unknown>> | undefined,
  known: (name: string) => boolean,
  most: number,
): void {
  for (const [name, value] of Object.entries(values ?? {})) {
    const path = `settings.${list}.${name}`.slice(0, 120);
    if (!known(name))
      throw refuse('regions.setting-unknown', atField(path, 'unknown', 'there is no such name'));
    if (typeof value !== 'number' || !Number.isFinite(value) || value < 0 || value > most)
      throw outOfRange(path);
  }
}

function outOfRange(path: string) {
  return refuse('regions.setting-out-of-range', atField(path, 'range', 'is out of range'));
}

function checkOnce(ids: readonly string[]): void {
  const twice = ids.findIndex((id, i) => ids.indexOf(id) < i);
  if (twice >= 0)
    throw refuse(
      'regions.named-twice',
      atField(`participating[${twice}].schoolLocationId`, 'twice', 'is there twice'),
    );
}

function given<S extends object>(said: S): { [Field in keyof S]?: NonNullable<S[Field]> } {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value != null)) as {
    [Field in keyof S]?: NonNullable<S[Field]>;
  };
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
