import { atField, type GroupBody, type RequestedGroup } from '#libs/contracts';
import { checkGroup, describeGroup, type GroupFault } from '#libs/facts';
import type { SchoolLocation } from './school-location.js';
import { refuse } from './request.errors.js';

export interface InlineGroupOf {
  readonly schoolLocationId: string;
  readonly requestId: string;
  readonly schoolYear: string;
  /** Makes an id of a text: the same text, the same id. */
  readonly idOf: (text: string) => string;
}

const refusedBy = {
  required: 'requests.group-incomplete',
  sector: 'requests.sector-not-here',
  grade: 'requests.grade-unknown',
  level: 'requests.level-unknown',
} as const satisfies Record<GroupFault['code'], string>;

/** A group described in the request: complete, of this school, with an identity that its next request finds again. */
export function inlineGroup(
  body: GroupBody,
  index: number,
  location: SchoolLocation,
  of: InlineGroupOf,
): RequestedGroup {
  const fault = checkGroup(body, location.sectors);
  if (fault)
    throw refuse(refusedBy[fault.code], atField(`groups[${index}].${fault.path}`, fault.code, fault.message));
  const { schoolLocationId, schoolYear, requestId, idOf } = of;
  return describeGroup(body, { schoolLocationId, schoolYear, unnamed: `${requestId} ${index}`, hash: idOf });
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

/** Those of the groups that were not known before. */
export function described(
  bodies: readonly GroupBody[],
  groups: readonly RequestedGroup[],
): readonly RequestedGroup[] {
  return groups.filter((_, i) => bodies[i]?.groupId == null);
}

/** @throws requests.group-twice */
export function mustDiffer(groups: readonly RequestedGroup[]): void {
  const ids = groups.map(({ groupId }) => groupId);
  const again = ids.findIndex((id, i) => ids.indexOf(id) < i);
  if (again >= 0)
    throw refuse('requests.group-twice', atField(`groups[${again}]`, 'twice', 'is named before'));
}
