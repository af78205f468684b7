import type { EventCause } from '../aggregates/cause.js';

/** How long things are kept. */
export interface Keep {
  readonly mailDays: number;
  readonly parkedDays: number;
  readonly auditYears: number;
}

/** What a service keeps of one person. Free text that the person wrote stands under `wrote`, wherever it is. */
export type Kept = Readonly<Record<string, unknown>>;

/** A service's part in the rights of the people it knows something of. Every service has one. */
export abstract class PersonalData {
  /** Everything about this person, and nothing about others. */
  abstract exportOf(personId: string): Promise<Kept>;

  /** Blanks names, addresses and what the person wrote; what was counted and agreed stays. May run more than once. */
  abstract erase(personId: string, cause: EventCause): Promise<void>;

  /** Removes what was kept long enough. `now` in epoch ms. */
  abstract removeOld(now: number, keep: Keep): Promise<void>;
}

/** Of a service that knows nobody. */
export class NothingPersonal extends PersonalData {
  override async exportOf(): Promise<Kept> {
    return {};
  }

  override async erase(): Promise<void> {}

  override async removeOld(): Promise<void> {}
}
