export { describeDocumentStore, documentStoreCases } from './document-store-cases.js';
export type { DocumentStoreCase, StoreUnderTest } from './store-under-test.js';
export { things } from './thing.js';
