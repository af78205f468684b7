import type { ServerAddresses } from './servers.js';

/** For suites: where the servers of this run are. */
export function addressOf(variable: keyof ServerAddresses): string {
  const address = process.env[variable];
  if (!address)
    throw new Error(`${variable} is not set: start this suite with "npm run test:cluster", which finds one.`);
  return address;
}
