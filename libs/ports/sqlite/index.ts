export { backUp, restore } from './backup.js';
export { BackupRefused } from './backup-file.js';
export { lastBackup } from './last-backup.js';
export type { LastBackup } from './last-backup.js';
export type { Manifest } from './backup-file.js';
export { SqliteFile, StoreNewer } from './sqlite-file.js';
export { SqliteSnapshot } from './sqlite-snapshot.js';
export type { Statements } from './sqlite-file.js';
export { FolderInUse } from './folder-lock.js';
