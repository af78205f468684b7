import type { OrganisationKind, ResolvedLocation } from '#libs/contracts';
import type { DescribedGroup } from '#libs/facts';
import type { Group } from '../group.js';
import type { ImportCounts, ImportPart, RowNote } from '../import-report.js';
import type { Organisation } from '../organisation.js';
import type { Person } from '../person.js';
import type { SchoolLocation } from '../school-location.js';
import type { ListedPartner, ListedRow, ReadRows } from './listed.js';
import { planActivity, together, type ImportedActivity, type PlannedActivity } from './plan-activities.js';
import { ContactsOfList, listedPerson, type PlannedContact } from './plan-contacts.js';
import { OrganisationsOfList, listedOrganisation, type PlannedOrganisation } from './plan-partners.js';
import { schoolFinder } from './schools.js';

export interface KnownThings {
  readonly regionId: string;
  readonly organisations: readonly Organisation[];
  readonly schools: readonly SchoolLocation[];
  /** By e-mail. */
  readonly people: ReadonlyMap<string, Person>;
  readonly groups: ReadonlyMap<string, Group>;
  readonly activities: ReadonlyMap<string, ImportedActivity>;
  readonly locate: (partner: ListedPartner) => ResolvedLocation | undefined;
  /** An id for something new: the same within one import. */
  readonly idOf: (text: string) => string;
  /** sha256 in hexadecimal. */
  readonly hash: (text: string) => string;
}

interface NewGroup {
  readonly group: DescribedGroup;
  readonly date: string;
  readonly school: SchoolLocation;
}

/** What a list changes; nothing differs: four empty lists. */
export interface ListPlan {
  readonly contacts: readonly PlannedContact[];
  readonly organisations: readonly (PlannedOrganisation & { readonly contactId: string | undefined })[];
  readonly groups: readonly NewGroup[];
  readonly activities: readonly PlannedActivity[];
  readonly counts: ImportCounts;
  readonly refusals: readonly RowNote[];
  readonly remarks: readonly RowNote[];
}

export function planList(read: ReadRows, known: KnownThings): ListPlan {
  const partners = new OrganisationsOfList({ ...known, known: known.organisations });
  const contacts = new ContactsOfList({ known: known.people, idOf: known.idOf });
  const done = new ActivitiesOfList(known);
  const remarks = [...read.remarks];
  for (const row of read.listed) {
    const { id, before, listed } = partners.of(row.organisation);
    if (row.organisation.place && !listed.location) remarks.push(placeUnknown(row.row));
    if (row.contact) contacts.add(row.contact, id);
    if (row.activity) done.add(row, { id, kind: listed.kind ?? before?.kind ?? 'other' });
  }
  const organisations = partners
    .all()
    .map((planned) => ({ ...planned, contactId: contacts.firstOf.get(planned.id) }));
  const parts = [
    part('organisations', organisations, (each) => {
      return [each.before, listedOrganisation(each, each.before, { ...each, regionId: known.regionId })];
    }),
    part('contacts', contacts.all(), (each) => [each.before, listedPerson(each, each.before)]),
    part('activities', done.all(), ({ id, state }) => [known.activities.get(id), state]),
    part('groups', done.groups(), ({ group }) => [known.groups.get(group.groupId) && group, group]),
  ] as const;
  const [{ differing: a }, { differing: b }, { differing: c }, { differing: d }] = parts;
  const refusals = [...read.refusals, ...done.refusals];
  return {
    organisations: a,
    contacts: b,
    activities: c,
    groups: d,
    counts: countsOf(
      read.rows,
      refusals,
      parts.map(({ counts }) => counts),
    ),
    refusals,
    remarks,
  };
}

class ActivitiesOfList {
  readonly refusals: RowNote[] = [];
  private readonly planned = new Map<string, ImportedActivity>();
  private readonly named = new Map<string, NewGroup>();
  private readonly find: ReturnType<typeof schoolFinder>;

  constructor(private readonly known: KnownThings) {
    this.find = schoolFinder(known.schools);
  }

  add(
    { row, activity }: ListedRow,
    organisation: { readonly id: string; readonly kind: OrganisationKind },
  ): void {
    if (!activity) return;
    const found = this.find(activity.school);
    if (!('school' in found))
      return void this.refusals.push({
        row,
        column: 'school',
        value: activity.school.slice(0, 60),
        ...found,
      });
    const { school } = found;
    const { regionId, hash } = this.known;
    const pupilsOf = (groupId: string) => this.known.groups.get(groupId)?.pupils;
    const planned = planActivity(activity, { row, regionId, school, organisation, hash, pupilsOf });
    if ('row' in planned) return void this.refusals.push(planned);
    const earlier = this.planned.get(planned.id);
    const state = earlier ? together(earlier, planned.state) : planned.state;
    if (!state) return void this.refusals.push(twice(row));
    this.planned.set(planned.id, state);
    for (const group of planned.state.groups)
      if (!this.named.has(group.groupId))
        this.named.set(group.groupId, { group, date: activity.date, school });
  }

  all(): PlannedActivity[] {
    return [...this.planned].map(([id, state]) => ({ id, state }));
  }

  groups(): NewGroup[] {
    return [...this.named.values()];
  }
}

function part<T>(
  what: ImportPart['what'],
  all: readonly T[],
  compare: (each: T) => readonly [unknown, unknown],
) {
  const compared = all.map((each) => {
    const [before, after] = compare(each);
    const same = JSON.stringify(before) === JSON.stringify(after);
    return { each, fate: before === undefined ? 'added' : same ? 'unchanged' : 'changed' };
  });
  const count = (fate: string) => compared.filter((one) => one.fate === fate).length;
  return {
    differing: compared.filter(({ fate }) => fate !== 'unchanged').map(({ each }) => each),
    counts: { what, added: count('added'), changed: count('changed'), unchanged: count('unchanged') },
  };
}

function countsOf(rows: number, refusals: readonly RowNote[], parts: readonly ImportPart[]): ImportCounts {
  const sum = (field: 'added' | 'changed' | 'unchanged') =>
    parts.reduce((total, each) => total + each[field], 0);
  return {
    rows,
    added: sum('added'),
    changed: sum('changed'),
    unchanged: sum('unchanged'),
    vanished: 0,
    refused: new Set(refusals.map(({ row }) => row)).size,
    parts,
  };
}

function placeUnknown(row: number): RowNote {
  return {
    row,
    column: 'plaats',
    code: 'place-unknown',
    message: 'deze plaats kennen we niet; zonder ligging opgenomen',
  };
}

function twice(row: number): RowNote {
  return {
    row,
    column: 'activiteit',
    code: 'named-twice',
    message: 'een eerdere regel heeft deze activiteit al',
  };
}
