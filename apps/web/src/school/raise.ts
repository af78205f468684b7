import type { Group, GroupWords } from '../api/schools.js';

const last: Readonly<Record<string, number>> = { po: 8, sbo: 8, so: 8, vo: 6, vso: 6, mbo: 4 };

/**
 * Next year's classes of these: each a grade higher, also in a name that begins with its grades; whoever is in the last
 * grade leaves; none that is there already.
 */
export function raised(groups: readonly Group[], there: readonly Group[]): GroupWords[] {
  const names = new Set(there.map(({ name }) => name));
  return groups
    .filter(({ state, grades }) => state === 'known' && grades.length > 0)
    .flatMap((group): GroupWords[] => {
      const { sector, pupils } = group;
      const grades = group.grades
        .map((grade) => Number(grade) + 1)
        .filter((grade) => grade <= (last[sector] ?? 8))
        .map(String);
      const name = nameAfter(group.name, group.grades, grades);
      if (grades.length === 0 || names.has(name)) return [];
      names.add(name);
      return [
        { name, sector, grades, levels: [...group.levels] as NonNullable<GroupWords['levels']>, pupils },
      ];
    });
}

/** "7/8B" becomes "8B"; a name that says no grade stays. */
function nameAfter(name: string, before: readonly string[], after: readonly string[]): string {
  const said = before.join('/');
  if (name.startsWith(said)) return after.join('/') + name.slice(said.length);
  const first = before[0] ?? '';
  return name.startsWith(first) ? (after[0] ?? '') + name.slice(first.length) : name;
}
