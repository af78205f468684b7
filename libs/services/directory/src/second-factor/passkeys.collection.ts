import type { Collection, StoredDocument } from '#libs/ports/document-store/port';

/** The id is the credential's. */
export interface Passkey extends StoredDocument {
  readonly personId: string;
  /** COSE, base64url. */
  readonly publicKey: string;
  /** How often it signed, by its own count; 0 of those that do not count. */
  readonly counter: number;
  readonly label: string;
  /** Epoch ms */
  readonly createdAt: number;
  readonly lastUsedAt: number | null;
}

export const passkeys: Collection<Passkey> = {
  name: 'directory.passkeys',
  indexes: { byPerson: { by: ({ personId }) => personId } },
};
