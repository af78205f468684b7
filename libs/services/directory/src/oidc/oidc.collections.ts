import type { Collection, StoredDocument } from '#libs/ports/document-store/port';

/** A browser that was sent to the issuer and is awaited until `nextAt`. The id is the hash of its `state`. */
export interface OidcStart extends StoredDocument {
  readonly browser: string;
  readonly verifier: string;
  readonly nonce: string;
}

export const oidcStarts: Collection<OidcStart> = { name: 'directory.oidc-starts', indexes: {} };

/** An issuer's subject that is one of our people. The id is the hash of both. */
export interface Identity extends StoredDocument {
  readonly issuer: string;
  readonly personId: string;
}

export const identities: Collection<Identity> = {
  name: 'directory.identities',
  indexes: { byPerson: { by: ({ personId }) => personId } },
};
