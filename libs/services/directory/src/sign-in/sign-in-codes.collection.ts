import type { Collection, StoredDocument } from '#libs/ports/document-store/port';
import type { SignInCode } from '../domain/sign-in-code.js';

/** The codes of one browser, in one document so that tries are counted one after the other; gone at `nextAt`. */
export interface CodesOfBrowser extends StoredDocument {
  readonly codes: readonly SignInCode[];
}

/** The id is the browser's hash, or `code:<hmac>` for a code that any browser may bring. */
export const signInCodes: Collection<CodesOfBrowser> = { name: 'directory.sign-in-codes', indexes: {} };

/** How often something was asked for in an hour that ends at `nextAt`. */
export interface Asked extends StoredDocument {
  readonly times: number;
}

export const askedCodes: Collection<Asked> = { name: 'directory.sign-in-asked', indexes: {} };
