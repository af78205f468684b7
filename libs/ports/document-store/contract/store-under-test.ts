import type { DocumentStore } from '#libs/ports/document-store/port';

/** An empty store, made for one case. */
export interface StoreUnderTest {
  readonly store: DocumentStore;
  /** Closes `store` and opens another over the same documents. */
  reopen(): Promise<DocumentStore>;
  end(): Promise<void>;
}

export interface DocumentStoreCase {
  readonly name: string;
  run(test: StoreUnderTest): Promise<void>;
}
