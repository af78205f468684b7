import type { Collection, StoredDocument } from '#libs/ports/document-store/port';

/**
 * The coordinators of one region, or the operators. Who they are stands with the people; here stands who is about to
 * leave, so that of two who would leave nobody behind the second finds it written.
 */
export interface Circle extends StoredDocument {
  /** By person the version of theirs upon which the leaving is written; any other version says that it was not. */
  readonly leaving: Readonly<Record<string, number>>;
}

export const circles: Collection<Circle> = { name: 'directory.circles', indexes: {} };
