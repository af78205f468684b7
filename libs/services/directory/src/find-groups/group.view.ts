import type { Aggregate } from '#libs/runtime';
import type { Group } from '../domain/group.js';

export function groupView({ rev, state }: Pick<Aggregate<Group>, 'rev' | 'state'>) {
  const { regionIds: _, raiseAt: _at, ...shown } = state;
  return { ...shown, rev };
}
