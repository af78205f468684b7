export { describeDocumentStore, documentStoreCases } from './document-store-cases.js';
export { things } from './thing.js';
