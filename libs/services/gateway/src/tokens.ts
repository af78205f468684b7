/** Where the services listen. */
export const PEERS = Symbol('peers');
/** What people reach the installation by. */
export const PUBLIC_URL = Symbol('public url');
/** The wall clock, epoch ms. */
export const NOW = Symbol('now');
