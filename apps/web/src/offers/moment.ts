/** A slot with what came of it. */
export interface Moment {
  readonly id: string;
  readonly start: string;
  readonly end: string;
  readonly groups: number;
  readonly free: number;
  /** The appointments in it. */
  readonly matchIds: readonly string[];
}
