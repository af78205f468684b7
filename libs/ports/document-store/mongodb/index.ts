export { DatabaseNotEmpty, fillCollections } from './fill-collections.js';
export { MongoDocumentStore } from './mongo-document-store.js';
export { MongoUrlWrong } from './mongo-connection.js';
export type { MongoOptions } from './mongo-connection.js';
export { openReadAll } from './open-read-all.js';
export { IndexesMissing, checkIndexes, syncIndexes } from './indexes.js';
