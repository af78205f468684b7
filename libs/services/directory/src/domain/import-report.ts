import type { ImportKind } from '#libs/contracts';

export interface ImportCounts {
  /** Lines with data in the file. */
  readonly rows: number;
  /** These three count school locations or postcode areas, as they were found before the first was written. */
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Known locations that the file lacks. */
  readonly vanished: number;
  readonly refused: number;
}

/** Something about one line, said without the values in it. */
export interface RowNote {
  /** The line of the file; the header is line 1. */
  readonly row: number;
  readonly column?: string;
  readonly code: string;
  readonly message: string;
}

export interface ImportReport {
  readonly id: string;
  readonly kind: ImportKind;
  readonly filename: string;
  readonly asOf: string;
  readonly dryRun: boolean;
  /** `finished` is said only when the register equals the file, refused rows apart. */
  readonly state: 'running' | 'finished';
  readonly counts: ImportCounts;
  readonly progress: { readonly done: number; readonly total: number };
  /** The first 1,000 rows that were not taken. */
  readonly refusals: readonly RowNote[];
  /** The first 1,000 rows that were taken with a doubt. */
  readonly remarks: readonly RowNote[];
  readonly startedAt: string;
  readonly finishedAt?: string;
}

const notesKept = 1000;

export function firstNotes(notes: readonly RowNote[]): RowNote[] {
  return [...notes].sort((a, b) => a.row - b.row).slice(0, notesKept);
}

/** More than a tenth of what is known would be gone: more likely the wrong file than the truth. */
export function vanishesTooMuch(vanished: number, known: number): boolean {
  return vanished > known * 0.1;
}
