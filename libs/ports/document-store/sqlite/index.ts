export { SqliteDocumentStore } from './sqlite-document-store.js';
export { readAllOf } from './read-all.js';
