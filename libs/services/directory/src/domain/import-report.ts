import type { ImportKind } from '#libs/contracts';

export interface ImportCounts {
  /** Lines with data in the file. */
  readonly rows: number;
  /** These three count what the file is about, as it was found before the first was written. */
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Known locations that the file lacks. */
  readonly vanished: number;
  readonly refused: number;
  /** Of a list of partners: what the three are made of. */
  readonly parts?: readonly ImportPart[];
}

export interface ImportPart {
  readonly what: 'organisations' | 'contacts' | 'activities' | 'groups';
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** Something about one line; never with a value that may be somebody's name or address. */
export interface RowNote {
  /** The line of the file; the header is line 1. */
  readonly row: number;
  readonly column?: string;
  readonly value?: string;
  readonly code: string;
  readonly message: string;
}

export interface ImportReport {
  readonly id: string;
  readonly kind: ImportKind;
  /** Of a list of partners: the region they take part in. */
  readonly regionId?: string;
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
