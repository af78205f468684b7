import { Unavailable } from '#libs/contracts';
import type { ServiceTokens } from '../access/service-tokens.js';

/** Where the other services listen: base URLs by service name. Filled while a process starts. */
export type Peers = Map<string, string>;

const patience = 5_000;

/**
 * Reads from other services, signed as this one. The answer is used, not stored. An outage delays the caller and never
 * parks an event; nothing is ever changed this way.
 */
export class ServiceReads {
  constructor(
    private readonly tokens: ServiceTokens,
    private readonly peers: Peers,
  ) {}

  /** The body, or undefined when the owner has nothing there. @throws Unavailable */
  async get<T>(service: string, path: string): Promise<T | undefined> {
    const base = this.peers.get(service);
    if (!base) throw new Unavailable(service);
    let response: Response;
    try {
      response = await fetch(`${base}${path}`, {
        headers: { authorization: `Bearer ${await this.tokens.signAsService(service)}` },
        signal: AbortSignal.timeout(patience),
      });
    } catch (cause) {
      throw new Unavailable(service, { cause });
    }
    if (response.status === 404) {
      await response.body?.cancel();
      return undefined;
    }
    if (!response.ok) {
      await response.body?.cancel();
      if (response.status >= 500) throw new Unavailable(service);
      throw new Error(`${service} answered ${response.status} to a read of ours`);
    }
    return (await response.json()) as T;
  }
}
