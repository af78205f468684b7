import {
  atField,
  event,
  GroupChanged,
  type PatchGroupBody,
  type RequestedGroup,
  type Sector,
} from '#libs/contracts';
import {
  checkGroup,
  describeGroup,
  groupAYearLater,
  schoolYearAfter,
  startOfSchoolYear,
  type GroupDescription,
} from '#libs/facts';
import { refuse } from './group.errors.js';

/** A class of a school location in one school year. It has the same id wherever it is described by its name. */
export interface Group {
  readonly id: string;
  readonly schoolLocationId: string;
  readonly regionIds: readonly string[];
  /** `2026-2027` */
  readonly schoolYear: string;
  readonly sector: Sector;
  readonly grades: readonly string[];
  readonly levels: readonly string[];
  readonly pupils: number;
  readonly name: string;
  readonly teachers: readonly string[];
  readonly state: 'known' | 'proposed' | 'left';
  /** Epoch ms at which it is proposed for the next year, a grade higher; null: it was, or that year has passed. */
  readonly raiseAt: number | null;
}

interface GroupPlace {
  readonly schoolLocationId: string;
  readonly regionIds: readonly string[];
  readonly schoolYear: string;
  readonly now: number;
}

export function knownGroup(group: RequestedGroup, at: GroupPlace): Group {
  const { groupId, sector, grades, levels, pupils, name } = group;
  const { schoolLocationId, regionIds, schoolYear, now } = at;
  return {
    id: groupId,
    schoolLocationId,
    regionIds: [...regionIds],
    schoolYear,
    sector,
    grades: [...grades],
    levels: [...levels],
    pupils,
    name,
    teachers: [],
    state: 'known',
    raiseAt: raiseAt(schoolYear, now),
  };
}

/** Next year's group, to be said yes to by the school; null when it leaves. Whoever teaches it is not known. */
export function nextYearsGroup(group: Group, hash: (text: string) => string, now: number): Group | null {
  const later = groupAYearLater(group);
  if (!later) return null;
  const { schoolLocationId, regionIds, sector, pupils } = group;
  const schoolYear = schoolYearAfter(group.schoolYear);
  const unnamed = group.id;
  const described = describeGroup(
    { ...later, sector, pupils },
    { schoolLocationId, schoolYear, unnamed, hash },
  );
  return {
    ...knownGroup(described, { schoolLocationId, regionIds, schoolYear, now }),
    state: 'proposed',
  };
}

/**
 * The group with what the school says of it; null when that is nothing new.
 * @throws Refusal `groups.grade-unknown`, `groups.level-unknown`
 */
export function changeGroup(group: Group, body: PatchGroupBody): Group | null {
  checkDescription({ ...group, ...defined(body) }, []);
  const state: Group = { ...group, ...defined(body) };
  return JSON.stringify(state) === JSON.stringify(group) ? null : state;
}

/** @throws Refusal `groups.sector-not-here`, `groups.grade-unknown`, `groups.level-unknown` */
export function checkDescription(group: GroupDescription, schoolSectors: readonly Sector[]): void {
  const fault = checkGroup(group, schoolSectors);
  if (!fault) return;
  const code = fault.code === 'grade' || fault.code === 'level' ? fault.code : 'sector';
  const refusal = { grade: 'grade-unknown', level: 'level-unknown', sector: 'sector-not-here' } as const;
  throw refuse(`groups.${refusal[code]}`, atField(fault.path, fault.code, fault.message));
}

export function groupChanged(state: Group): GroupChanged {
  const { schoolLocationId, schoolYear, sector, grades, levels, pupils, name } = state;
  return event(GroupChanged, {
    schoolLocationId,
    schoolYear,
    sector,
    grades: [...grades],
    levels: [...levels],
    pupils,
    name,
    state: state.state,
  });
}

/** The first moment of the next school year; of a year that is over altogether nothing is proposed any more. */
function raiseAt(schoolYear: string, now: number): number | null {
  const next = schoolYearAfter(schoolYear);
  return startOfSchoolYear(schoolYearAfter(next)) > now ? startOfSchoolYear(next) : null;
}

function defined<B extends object>(body: B): B {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value != null)) as B;
}
