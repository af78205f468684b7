/** Where the services listen. */
export const PEERS = Symbol('peers');
/** What people reach the installation by. */
export const PUBLIC_URL = Symbol('public url');
/** When the last backup was made; undefined where backups are others' work. */
export const LAST_BACKUP = Symbol('last backup');
/** The wall clock, epoch ms. */
export const NOW = Symbol('now');
