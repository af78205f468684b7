import type { Collection, StoredDocument } from '#libs/ports/document-store/port';
import type { Session } from '../domain/session.js';

export interface Challenge {
  readonly text: string;
  /** Epoch ms */
  readonly until: number;
}

/** Gone at `nextAt`. */
export interface StoredSession extends StoredDocument, Session {
  /** sha256 of what the browser holds. */
  readonly hash: string;
  /** What the browser's authenticator is to sign next, once. */
  readonly challenge?: Challenge;
}

export const sessions: Collection<StoredSession> = {
  name: 'directory.sessions',
  indexes: {
    byHash: { by: ({ hash }) => hash },
    byPerson: { by: ({ personId }) => personId, sort: ({ createdAt }) => new Date(createdAt).toISOString() },
  },
};
