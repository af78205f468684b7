/** Where the services listen. */
export const PEERS = Symbol('peers');
