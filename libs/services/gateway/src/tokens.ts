/** Where the services listen. */
export const PEERS = Symbol('peers');
/** The wall clock, epoch ms. */
export const NOW = Symbol('now');
