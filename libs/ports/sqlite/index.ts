export { SqliteFile } from './sqlite-file.js';
export type { Statements } from './sqlite-file.js';
export { FolderInUse } from './folder-lock.js';
