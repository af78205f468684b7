import type { Cause } from '#libs/runtime';
import type { ImportCounts, RowNote } from '../domain/import-report.js';

/** What a file would change, by comparison with what is stored now. */
export interface ImportPlan {
  readonly counts: ImportCounts;
  readonly refusals: readonly RowNote[];
  readonly remarks: readonly RowNote[];
  /** How many locations could vanish. */
  readonly known: number;
  readonly writes: readonly ((cause: Cause) => Promise<unknown>)[];
}
