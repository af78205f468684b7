import type { ActivityKind, OrganisationKind } from '#libs/contracts';
import type { LocalDate } from '#libs/facts';
import type { RowNote } from '../import-report.js';

/** One row of a list of partners, each cell read by itself. */
export interface ListedRow {
  readonly row: number;
  readonly organisation: ListedPartner;
  readonly contact?: ListedContact;
  readonly activity?: ListedActivity;
}

export interface ListedPartner {
  readonly name: string;
  readonly kind?: OrganisationKind;
  readonly kvkNumber?: string;
  readonly postcode?: string;
  readonly place?: string;
  readonly maxPerMonth?: number;
}

export interface ListedContact {
  readonly name: string;
  readonly email: string;
  readonly phone?: string;
}

export interface ListedActivity {
  readonly date: LocalDate;
  /** Minutes since midnight. */
  readonly from: number;
  readonly to: number;
  readonly title: string;
  readonly kind?: ActivityKind;
  readonly themes: readonly string[];
  readonly school: string;
  readonly groups: string;
  readonly pupils?: number;
  readonly hours?: number;
}

export interface ReadRows {
  /** Rows with anything in them. */
  readonly rows: number;
  readonly listed: readonly ListedRow[];
  readonly refusals: readonly RowNote[];
  readonly remarks: readonly RowNote[];
}
