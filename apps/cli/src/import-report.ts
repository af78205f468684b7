/** What `GET /api/imports/:id` answers, as far as it is printed. */
export interface ImportReport {
  readonly id: string;
  readonly kind: 'schools' | 'postcodes' | 'partners';
  readonly filename: string;
  readonly asOf: string;
  readonly dryRun: boolean;
  readonly state: 'running' | 'finished';
  readonly counts: Counts & { readonly parts?: readonly Part[] };
  readonly progress: { readonly done: number; readonly total: number };
  readonly refusals: readonly RowNote[];
  readonly remarks: readonly RowNote[];
}

type Counts = Readonly<Record<'rows' | 'added' | 'changed' | 'unchanged' | 'vanished' | 'refused', number>>;

interface Part {
  readonly what: keyof typeof partNouns;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

interface RowNote {
  readonly row: number;
  readonly column?: string;
  readonly value?: string;
  readonly code: string;
  readonly message: string;
}

const nouns = { schools: 'school locations', postcodes: 'postcodes' };

const partNouns = {
  organisations: 'organisaties',
  contacts: 'contactpersonen',
  activities: 'activiteiten',
  groups: 'groepen',
};

export function reportLines(report: ImportReport): string[] {
  return report.kind === 'partners' ? partnerLines(report) : registerLines(report.kind, report);
}

/** For coordinators, in the language of their list. */
function partnerLines({ filename, dryRun, counts, refusals, remarks }: ImportReport): string[] {
  const { rows, refused, parts = [] } = counts;
  return [
    `${filename}: ${rows} regels${dryRun ? ' (proef: er is niets opgeslagen)' : ''}`,
    ...parts.map(
      ({ what, added, changed, unchanged }) =>
        `${partNouns[what]}: ${added} nieuw, ${changed} gewijzigd, ${unchanged} ongewijzigd`,
    ),
    ...(refused > 0 ? [`${refused} regels niet (helemaal) opgenomen:`, ...refusals.map(dutchLine)] : []),
    ...(remarks.length > 0 ? [`${remarks.length} opmerkingen:`, ...remarks.map(dutchLine)] : []),
  ];
}

function dutchLine({ row, column, value, message }: RowNote): string {
  const where = [`regel ${row}`, ...(column ? [column] : []), ...(value ? [`“${value}”`] : [])];
  return `  ${where.join(', ')}: ${message}`;
}

function registerLines(
  kind: keyof typeof nouns,
  { filename, asOf, dryRun, counts, refusals, remarks }: ImportReport,
): string[] {
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
