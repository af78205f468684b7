import type { Me, Role } from '../api/me.js';

/** Where a role is held. */
export type Where = 'school' | 'organisation' | 'region';

export const whereOf: Readonly<Record<Role, Where | undefined>> = {
  teacher: 'school',
  'school-admin': 'school',
  partner: 'organisation',
  'partner-admin': 'organisation',
  reader: 'region',
  coordinator: 'region',
  operator: undefined,
};

/** The roles that somebody may give to others. */
export function rolesToGive(me: Pick<Me, 'roles'> | null | undefined): readonly Role[] {
  const own = new Set((me?.roles ?? []).map(({ role }) => role));
  const given: Role[] = [];
  if (own.has('operator') || own.has('coordinator'))
    given.push('teacher', 'school-admin', 'partner', 'partner-admin', 'reader');
  if (own.has('operator')) given.push('coordinator');
  if (own.has('school-admin')) given.push('teacher', 'school-admin');
  if (own.has('partner-admin')) given.push('partner', 'partner-admin');
  return [...new Set(given)];
}
