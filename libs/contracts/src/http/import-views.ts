import { importKinds, type ImportKind } from './directory.js';
import { date, many, moment, one, oneOf, optional, text, whole, yesNo } from './shown.js';

/** Of a list of partners: what the three counts are made of. */
export class ImportPartView {
  @oneOf(['organisations', 'contacts', 'activities', 'groups']) what: string;
  @whole added: number;
  @whole changed: number;
  @whole unchanged: number;
}

/** Rows of the file; the next three count school locations, postcode areas, or what is in a list of partners. */
export class ImportCountsView {
  @whole rows: number;
  @whole added: number;
  @whole changed: number;
  @whole unchanged: number;
  /** Known locations that the file lacks. */
  @whole vanished: number;
  @whole refused: number;
  @optional @many(() => ImportPartView) parts?: ImportPartView[];
}

export class ImportProgressView {
  @whole done: number;
  @whole total: number;
}

/** Something about one line of the file; a value is shown only where it can be nobody's name or address. */
export class RowNoteView {
  @whole row: number;
  @optional @text column?: string;
  @optional @text value?: string;
  @text code: string;
  @text message: string;
}

export class ImportView {
  @text id: string;
  @oneOf(importKinds) kind: ImportKind;
  @optional @text regionId?: string;
  @text filename: string;
  @date asOf: string;
  @yesNo dryRun: boolean;
  @oneOf(['running', 'finished']) state: 'running' | 'finished';
  @one(() => ImportCountsView) counts: ImportCountsView;
  @one(() => ImportProgressView) progress: ImportProgressView;
  /** The first 1,000 rows that were not taken. */
  @many(() => RowNoteView) refusals: RowNoteView[];
  /** The first 1,000 rows that were taken with a doubt. */
  @many(() => RowNoteView) remarks: RowNoteView[];
  @moment startedAt: string;
  @optional @moment finishedAt?: string;
}
