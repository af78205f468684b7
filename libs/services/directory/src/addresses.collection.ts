import type { Collection, StoredDocument } from '#libs/ports/document-store/port';

/** The id is made of an address: only one document can have it, and so only one person the address. */
export interface TakenAddress extends StoredDocument {
  readonly personId: string;
}

export const addresses: Collection<TakenAddress> = {
  name: 'directory.addresses',
  indexes: { byPerson: { by: ({ personId }) => personId } },
};
