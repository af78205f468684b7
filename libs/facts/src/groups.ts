import { isGrade, isLevel, sayGroups, sectorFacts, type Sector } from './sectors.js';

/** A group as somebody describes it: of a request, a booking, a list, or of the school's own groups. */
export interface GroupDescription {
  readonly sector?: Sector | undefined;
  readonly grades?: readonly string[] | undefined;
  readonly levels?: readonly string[] | undefined;
  readonly pupils?: number | undefined;
  readonly name?: string | undefined;
}

/** What is wrong with a description, and where in it. */
export interface GroupFault {
  readonly path: 'sector' | 'pupils' | 'grades' | 'levels';
  readonly code: 'required' | 'sector' | 'grade' | 'level';
  readonly message: string;
}

/** The first thing wrong with a group of a school with these sectors (none given: any), or null. */
export function checkGroup(group: GroupDescription, schoolSectors: readonly Sector[]): GroupFault | null {
  const { sector, grades, levels, pupils } = group;
  if (sector == null) return { path: 'sector', code: 'required', message: 'sector is required' };
  if (pupils == null) return { path: 'pupils', code: 'required', message: 'pupils is required' };
  if (schoolSectors.length > 0 && !schoolSectors.includes(sector))
    return {
      path: 'sector',
      code: 'sector',
      message: `this school location has ${schoolSectors.join(', ')}`,
    };
  const grade = grades?.find((each) => !isGrade(sector, each));
  if (grade !== undefined)
    return { path: 'grades', code: 'grade', message: `${sector} has no grade ${grade}` };
  const level = levels?.find((each) => !isLevel(sector, each));
  if (level !== undefined)
    return { path: 'levels', code: 'level', message: `${sector} has no level ${level}` };
  return null;
}

export interface GroupIdentity {
  readonly schoolLocationId: string;
  /** `2026-2027` */
  readonly schoolYear: string;
  /** What tells a group without a name from others: where it was described, `<request> <index>`. */
  readonly unnamed: string;
  /** sha256 in hexadecimal. */
  readonly hash: (text: string) => string;
}

export interface DescribedGroup {
  readonly groupId: string;
  readonly sector: Sector;
  readonly grades: string[];
  readonly levels: string[];
  readonly pupils: number;
  readonly name: string;
}

const longestName = 60;

/**
 * The group with every field and the id under which it is the same group everywhere: of the same school, year and name.
 * @throws RangeError without sector or pupils, which `checkGroup` finds.
 */
export function describeGroup(group: GroupDescription, of: GroupIdentity): DescribedGroup {
  const { sector, pupils, name } = group;
  if (sector == null || pupils == null) throw new RangeError('a group has a sector and pupils');
  const [grades, levels] = [[...(group.grades ?? [])], [...(group.levels ?? [])]];
  return {
    groupId: of.hash(`${of.schoolLocationId} ${of.schoolYear} ${name ?? of.unnamed}`).slice(0, 32),
    sector,
    grades,
    levels,
    pupils,
    name: name ?? sayGroups([{ sector, grades, levels }], 'nl').slice(0, longestName),
  };
}

/** The last year of each level; of a class without levels it is the sector's. */
const lastGrade: Readonly<Record<string, number>> = {
  pro: 5,
  'vmbo-bb': 4,
  'vmbo-kb': 4,
  'vmbo-gl': 4,
  'vmbo-tl': 4,
  havo: 5,
  vwo: 6,
};

interface YearGroup {
  readonly sector: Sector;
  readonly grades: readonly string[];
  readonly levels: readonly string[];
  readonly name: string;
}

/**
 * The same group a year later: a grade higher in its grades and in its name; those in the last grade have left.
 * Null when all have. A group without grades stays as it is.
 */
export function groupAYearLater(group: YearGroup): Pick<DescribedGroup, 'grades' | 'levels' | 'name'> | null {
  const { sector, name } = group;
  if (group.grades.length === 0) return { grades: [], levels: [...group.levels], name };
  const raised = group.grades.map((grade) => Number(grade) + 1);
  const inReach = (level: string, grade: number) => grade <= (lastGrade[level] ?? 0);
  const grades = raised.filter(
    (grade) =>
      sectorFacts[sector].grades.includes(String(grade)) &&
      (group.levels.length === 0 || group.levels.some((level) => inReach(level, grade))),
  );
  if (grades.length === 0) return null;
  const texts = grades.map(String);
  return {
    grades: texts,
    levels: group.levels.filter((level) => grades.some((grade) => inReach(level, grade))),
    name: raisedName(name, group.grades, texts),
  };
}

/** "7/8B" becomes "8B": the first numbers in the name that are its grades. */
function raisedName(name: string, grades: readonly string[], raised: readonly string[]): string {
  const old = [...grades].sort().join(' ');
  let found = false;
  return name.replace(/\d+(?:\s*[/-]\s*\d+)*/g, (numbers) => {
    if (found || (numbers.match(/\d+/g) ?? []).sort().join(' ') !== old) return numbers;
    found = true;
    return [...raised].sort().join(/\s*[/-]\s*/.exec(numbers)?.[0] ?? '/');
  });
}
