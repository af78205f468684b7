import type { Group } from '../domain/group.js';

export function groupView({ regionIds: _, raiseAt: _at, ...shown }: Group) {
  return shown;
}
