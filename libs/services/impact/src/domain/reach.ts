import type { ActivityRowView, ActivityStatus, NumbersView, ReachLineView, ReachView } from '#libs/contracts';

/** What of a row stands under one key. */
interface Part {
  readonly key: string;
  readonly groups: number;
  readonly pupils: number;
}

const columns: Partial<Record<ActivityStatus, keyof ReachView>> = {
  counted: 'counted',
  'to-be-counted': 'toBeCounted',
  planned: 'planned',
};

export function isHeld({ status }: { readonly status: ActivityStatus }): boolean {
  return status === 'counted' || status === 'to-be-counted';
}

export function noNumbers(): NumbersView {
  return { activities: 0, groups: 0, pupils: 0 };
}

export function addTo(numbers: NumbersView, { groups, pupils }: Omit<Part, 'key'>): void {
  numbers.activities += 1;
  numbers.groups += groups;
  numbers.pupils += pupils;
}

export function reachOf(rows: readonly ActivityRowView[]): ReachView {
  const reach = noReach();
  for (const row of rows) addRow(reach, row.status, row);
  return reach;
}

/** One line per key: those of `always` first and in that order, with zeros where there is nothing; then by key. */
export function reachLines(
  rows: readonly ActivityRowView[],
  partsOf: (row: ActivityRowView) => readonly Part[],
  always: readonly string[] = [],
): ReachLineView[] {
  const first = new Map(always.map((key) => [key, { key, ...noReach() }]));
  const others = new Map<string, ReachLineView>();
  for (const row of rows.filter(({ status }) => columns[status])) {
    for (const part of partsOf(row)) {
      const line = first.get(part.key) ?? others.get(part.key) ?? { key: part.key, ...noReach() };
      if (!first.has(part.key)) others.set(part.key, line);
      addRow(line, row.status, part);
    }
  }
  return [...first.values(), ...[...others.values()].sort((a, b) => (a.key < b.key ? -1 : 1))];
}

/** The whole row under each of these keys. */
export function under(keysOf: (row: ActivityRowView) => readonly string[]) {
  return (row: ActivityRowView): Part[] => {
    const { groups, pupils } = row;
    return [...new Set(keysOf(row))].map((key) => ({ key, groups, pupils }));
  };
}

function noReach(): ReachView {
  return { counted: noNumbers(), toBeCounted: noNumbers(), planned: noNumbers() };
}

function addRow(reach: ReachView, status: ActivityStatus, part: Omit<Part, 'key'>): void {
  const column = columns[status];
  if (column) addTo(reach[column], part);
}
