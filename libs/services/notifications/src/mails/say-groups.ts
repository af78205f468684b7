import type { MatchSession, RequestedGroup } from '#libs/contracts';
import { sayGroups, type Lang } from '#libs/facts';
import { wordsIn } from './say.js';

/** Sessions with what is known of the groups in them. */
export interface Planned {
  readonly sessions: readonly MatchSession[];
  readonly groups: readonly RequestedGroup[];
}

/** Each group once, with the pupils planned for it, in the order of the sessions. */
export function groupsIn({ sessions, groups }: Planned) {
  const known = new Map(groups.map((group) => [group.groupId, group]));
  const pupilsOf = new Map(
    sessions.flatMap((each) => each.groups.map((g) => [g.groupId, g.pupils] as const)),
  );
  return [...pupilsOf].map(([groupId, pupils]) => {
    const group = known.get(groupId);
    return {
      name: group?.name ?? '',
      sector: group?.sector ?? null,
      grades: group?.grades ?? [],
      levels: group?.levels ?? [],
      pupils,
    };
  });
}

/** "groep 7/8A, 26 leerlingen" */
export function sayPupils(planned: Planned, lang: Lang): string {
  const groups = groupsIn(planned);
  return pupilsWords(
    groups.flatMap(({ sector, ...group }) => (sector ? [{ sector, ...group }] : [])),
    lang,
    groups,
  );
}

/** "groep 7/8A en groep 6B, 50 leerlingen" */
export function pupilsWords(
  spoken: Parameters<typeof sayGroups>[0],
  lang: Lang,
  counted: readonly { readonly pupils: number }[],
): string {
  const pupils = counted.reduce((sum, group) => sum + group.pupils, 0);
  return [sayGroups(spoken, lang), countOf(pupils, lang)].filter(Boolean).join(', ');
}

export function countOf(pupils: number, lang: Lang): string {
  return wordsIn(lang)(
    `${pupils} ${pupils === 1 ? 'leerling' : 'leerlingen'}`,
    `${pupils} ${pupils === 1 ? 'pupil' : 'pupils'}`,
  );
}
