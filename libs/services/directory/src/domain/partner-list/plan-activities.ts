import type { ActivityImported, ActivityKind, OrganisationKind } from '#libs/contracts';
import {
  activityKinds,
  describeGroup,
  findTheme,
  instantOf,
  schoolYearOf,
  toOffsetIso,
  type DescribedGroup,
} from '#libs/facts';
import type { RowNote } from '../import-report.js';
import type { SchoolLocation } from '../school-location.js';
import type { ListedActivity } from './listed.js';
import { groupsNamed } from './named-groups.js';
import { comparable } from './words.js';

export type ImportedActivity = { readonly [Field in keyof ActivityImported]: ActivityImported[Field] };

export interface PlannedActivity {
  readonly id: string;
  readonly state: ImportedActivity;
}

export interface ActivityPlace {
  readonly row: number;
  readonly regionId: string;
  readonly school: SchoolLocation;
  readonly organisation: { readonly id: string; readonly kind: OrganisationKind };
  readonly hash: (text: string) => string;
  /** Pupils of a group that is known already. */
  readonly pupilsOf: (groupId: string) => number | undefined;
}

const mostGroups = 12;
const mostInGroup = 500;
/** Kinds of organisation that groups go to, unless a list says otherwise. */
const visited: readonly OrganisationKind[] = [
  'museum',
  'library',
  'science-centre',
  'tech-lab',
  'makerspace',
];

/** The activity of one row, under the id of its day, organisation, school and title. */
export function planActivity(listed: ListedActivity, at: ActivityPlace): PlannedActivity | RowNote {
  const { date, themes, pupils, hours } = listed;
  const { regionId, school, organisation, hash } = at;
  const kind = listed.kind ?? (visited.includes(organisation.kind) ? 'museum-visit' : 'guest-lesson');
  const title = listed.title || titleOf(themes, kind);
  const identity = `${date} ${organisation.id} ${school.id} ${comparable(title)}`;
  const groups = groupsOf(listed, at, `${date} ${comparable(title)}`);
  if (!Array.isArray(groups)) return groups;
  return {
    id: hash(`imported activity ${identity}`).slice(0, 32),
    state: {
      regionId,
      schoolLocationId: school.id,
      organisationId: organisation.id,
      title,
      kind,
      themes: [...themes],
      start: toOffsetIso(instantOf(date, listed.from)),
      end: toOffsetIso(instantOf(date, listed.to)),
      groups,
      ...(pupils === undefined ? {} : { pupils }),
      ...(hours === undefined ? {} : { hours }),
    },
  };
}

function groupsOf(listed: ListedActivity, at: ActivityPlace, unnamed: string): DescribedGroup[] | RowNote {
  const { school, hash } = at;
  const named = listed.groups === '' ? [] : groupsNamed(listed.groups, school.sectors);
  if (!named) return note(at, 'groups', 'group-unknown', 'deze groepen passen niet bij deze school');
  if (named.length > mostGroups) return note(at, 'groups', 'too-many', `hooguit ${mostGroups} groepen`);
  const nameless = { sector: school.sectors[0] ?? 'po', grades: [], levels: [], name: undefined };
  const all = named.length > 0 ? named : [nameless];
  const schoolYear = schoolYearOf(listed.date);
  const described = all.map((group, i) => {
    const of = { schoolLocationId: school.id, schoolYear, unnamed: `${unnamed} ${i}`, hash };
    return describeGroup({ ...group, pupils: share(listed.pupils ?? 0, i, all.length) }, of);
  });
  const sized = described.map((group) => ({
    ...group,
    pupils: group.pupils || (at.pupilsOf(group.groupId) ?? 0),
  }));
  if (sized.some(({ pupils }) => pupils === 0))
    return note(at, 'pupils', 'required', 'zonder aantal leerlingen weten we niet hoe groot de groep was');
  if (sized.some(({ pupils }) => pupils > mostInGroup))
    return note(
      at,
      'pupils',
      'too-many',
      `meer dan ${mostInGroup} leerlingen in een groep; noem de groepen apart`,
    );
  return sized;
}

/** The same day, organisation, school and title on several rows is one activity of all their groups; null when nothing is new. */
export function together(a: ImportedActivity, b: ImportedActivity): ImportedActivity | null {
  const fresh = b.groups.filter(({ groupId }) => a.groups.every((group) => group.groupId !== groupId));
  if (fresh.length === 0 || a.groups.length + fresh.length > mostGroups) return null;
  const sum = (field: 'pupils' | 'hours') => {
    const given = [a[field], b[field]].filter((value) => value !== undefined);
    return given.length > 0 ? { [field]: given.reduce((total, value) => total + value, 0) } : {};
  };
  return {
    ...a,
    start: a.start < b.start ? a.start : b.start,
    end: a.end > b.end ? a.end : b.end,
    groups: [...a.groups, ...fresh],
    ...sum('pupils'),
    ...sum('hours'),
  };
}

/** Pupils over groups, as evenly as it goes. */
function share(pupils: number, index: number, groups: number): number {
  return Math.floor(pupils / groups) + (index < pupils % groups ? 1 : 0);
}

function titleOf([theme]: readonly string[], kind: ActivityKind): string {
  const label = theme ? findTheme(theme)?.label.nl : undefined;
  return label ?? activityKinds.find(({ id }) => id === kind)?.label.nl ?? kind;
}

function note(at: ActivityPlace, field: 'groups' | 'pupils', code: string, message: string): RowNote {
  return { row: at.row, column: field === 'groups' ? 'groep' : 'aantal leerlingen', code, message };
}
