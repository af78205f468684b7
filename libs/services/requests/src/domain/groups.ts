import { atField, type GroupBody, type RequestedGroup } from '#libs/contracts';
import { isGrade, isLevel, sayGroups } from '#libs/facts';
import type { SchoolLocation } from './school-location.js';
import { refuse } from './request.errors.js';

export interface InlineGroupOf {
  readonly schoolLocationId: string;
  readonly requestId: string;
  readonly schoolYear: string;
  /** Makes an id of a text: the same text, the same id. */
  readonly idOf: (text: string) => string;
}

/** A group described in the request: complete, of this school, with an identity that its next request finds again. */
export function inlineGroup(
  body: GroupBody,
  index: number,
  location: SchoolLocation,
  of: InlineGroupOf,
): RequestedGroup {
  const at = `groups[${index}]`;
  const { sector, pupils } = body;
  if (sector == null || pupils == null) {
    const missing = sector == null ? 'sector' : 'pupils';
    throw refuse(
      'requests.group-incomplete',
      atField(`${at}.${missing}`, 'required', `${missing} is required`),
    );
  }
  if (location.sectors.length > 0 && !location.sectors.includes(sector)) {
    throw refuse(
      'requests.sector-not-here',
      atField(`${at}.sector`, 'sector', `this school location has ${location.sectors.join(', ')}`),
    );
  }
  const grades = body.grades ?? [];
  const levels = body.levels ?? [];
  for (const grade of grades) {
    if (!isGrade(sector, grade)) {
      throw refuse(
        'requests.grade-unknown',
        atField(`${at}.grades`, 'grade', `${sector} has no grade ${grade}`),
      );
    }
  }
  for (const level of levels) {
    if (!isLevel(sector, level)) {
      throw refuse(
        'requests.level-unknown',
        atField(`${at}.levels`, 'level', `${sector} has no level ${level}`),
      );
    }
  }
  const identity = body.name ?? `${of.requestId} ${index}`;
  return {
    groupId: of.idOf(`${of.schoolLocationId} ${of.schoolYear} ${identity}`),
    sector,
    grades,
    levels,
    pupils,
    name: body.name ?? sayGroups([{ sector, grades, levels }], 'nl').slice(0, 60),
  };
}

/** A known group must be named by its id alone. */
export function isKnownGroup(body: GroupBody, index: number): boolean {
  if (body.groupId == null) return false;
  const { groupId: _, ...rest } = body;
  if (Object.values(rest).some((value) => value != null)) {
    throw refuse(
      'requests.group-incomplete',
      atField(`groups[${index}]`, 'group-id-alone', 'names groupId and describes a group as well'),
    );
  }
  return true;
}
