/** What `GET /api/imports/:id` answers, as far as it is printed. */
export interface ImportReport {
  readonly id: string;
  readonly kind: 'schools' | 'postcodes';
  readonly filename: string;
  readonly asOf: string;
  readonly dryRun: boolean;
  readonly state: 'running' | 'finished';
  readonly counts: Readonly<
    Record<'rows' | 'added' | 'changed' | 'unchanged' | 'vanished' | 'refused', number>
  >;
  readonly progress: { readonly done: number; readonly total: number };
  readonly refusals: readonly RowNote[];
  readonly remarks: readonly RowNote[];
}

interface RowNote {
  readonly row: number;
  readonly column?: string;
  readonly code: string;
  readonly message: string;
}

const nouns = { schools: 'school locations', postcodes: 'postcodes' };

export function reportLines({
  kind,
  filename,
  asOf,
  dryRun,
  counts,
  refusals,
  remarks,
}: ImportReport): string[] {
  const { rows, added, changed, unchanged, vanished, refused } = counts;
  return [
    `${filename}: ${rows} rows, as of ${asOf}${dryRun ? ' (dry run, nothing was written)' : ''}`,
    `${nouns[kind]}: ${added} new, ${changed} changed, ${unchanged} unchanged, ${vanished} vanished`,
    ...(refused > 0 ? [`${refused} rows refused:`, ...refusals.map(noteLine)] : []),
    ...(refused > refusals.length ? [`  … and ${refused - refusals.length} more`] : []),
    ...(remarks.length > 0 ? [`${remarks.length} rows taken with a doubt:`, ...remarks.map(noteLine)] : []),
  ];
}

function noteLine({ row, column, code, message }: RowNote): string {
  return `  row ${row}${column ? `, ${column}` : ''}: ${message} (${code})`;
}
