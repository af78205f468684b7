import type { RowNote } from '../import-report.js';
import { isFormula } from './cells.js';
import type { Column, Field } from './columns.js';

/** Cells whose value may be somebody's name, address or number: reports name the column only. */
const personal: readonly Field[] = ['contact', 'email', 'phone', 'street', 'role'];

/** The cells of one row by what they hold, and what is to be said about them. */
export class RowCells {
  readonly remarks: RowNote[] = [];
  private refused: RowNote | undefined;

  constructor(
    private readonly row: number,
    private readonly cells: readonly string[],
    private readonly columns: readonly Column[],
  ) {}

  /** The first thing for which what stands in this row, or its activity, cannot be taken. */
  get refusal(): RowNote | undefined {
    return this.refused;
  }

  /** One line without control characters; empty when there is none, or a formula, which is remarked on. */
  text(field: Field, most = 200): string {
    const raw = this.raw(field);
    if (isFormula(raw)) {
      this.remark(field, 'formula', 'hier staat een formule of een fout; sla het blad op met alleen waarden');
      return '';
    }
    if (raw.length <= most) return raw;
    this.remark(field, 'too-long', `meer dan ${most} tekens; de rest is weggelaten`);
    return raw.slice(0, most).trim();
  }

  /** What `read` makes of the cell; undefined when it is empty, and with a remark when `read` makes nothing of it. */
  optional<T>(field: Field, read: (text: string) => T | null | undefined, wanted: string): T | undefined {
    const text = this.text(field);
    if (text === '') return undefined;
    const value = read(text);
    if (value == null) this.remark(field, 'not-understood', `${wanted}; deze cel is weggelaten`);
    return value ?? undefined;
  }

  /** As `optional`, but without it the row, or its activity, is refused. */
  needed<T>(field: Field, read: (text: string) => T | null | undefined, wanted: string): T | undefined {
    const raw = this.raw(field);
    if (raw === '') this.refuse(field, 'required', `ontbreekt: ${wanted}`);
    else if (isFormula(raw))
      this.refuse(field, 'formula', 'hier staat een formule of een fout; sla het blad op met alleen waarden');
    else {
      const value = read(raw);
      if (value != null) return value;
      this.refuse(field, 'not-understood', wanted);
    }
    return undefined;
  }

  isEmpty(...fields: Field[]): boolean {
    return fields.every((field) => this.raw(field) === '');
  }

  remark(field: Field, code: string, message: string): void {
    this.remarks.push(this.note(field, code, message));
  }

  refuse(field: Field, code: string, message: string): void {
    this.refused ??= this.note(field, code, message);
  }

  private raw(field: Field): string {
    const column = this.columns.find((each) => each.field === field);
    const cell = column ? (this.cells[column.at] ?? '') : '';
    return cell.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  }

  private note(field: Field, code: string, message: string): RowNote {
    const title = this.columns.find((each) => each.field === field)?.title ?? field;
    const value = this.raw(field);
    return { row: this.row, column: title, ...shown(field, value), code, message };
  }
}

/** An address or number may stand in the wrong column too. */
function shown(field: Field, value: string): { value?: string } {
  const looksPersonal = value.includes('@') || value.replace(/\D/g, '').length > 8;
  return value === '' || personal.includes(field) || looksPersonal ? {} : { value: value.slice(0, 60) };
}
