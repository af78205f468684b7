import { Agent, request } from 'undici';
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
  private readonly agent = new Agent({
    connections: 16,
    pipelining: 1,
    headersTimeout: patience,
    bodyTimeout: patience,
    keepAliveTimeout: 4_000,
  });

  constructor(
    private readonly tokens: ServiceTokens,
    private readonly peers: Peers,
  ) {}

  /** The body, or undefined when the owner has nothing there. @throws Unavailable */
  async get<T>(service: string, path: string): Promise<T | undefined> {
    const base = this.peers.get(service);
    if (!base) throw new Unavailable(service);
    const authorization = `Bearer ${await this.tokens.signAsService(service)}`;
    const { statusCode, body } = await request(`${base}${path}`, {
      dispatcher: this.agent,
      headers: { authorization },
    }).catch((cause: unknown) => {
      throw new Unavailable(service, { cause });
    });
    if (statusCode === 200) return (await body.json()) as T;
    await body.dump();
    if (statusCode === 404) return undefined;
    // 401: it does not take our own word, so its clock or keys are not what they should be. That passes.
    if (statusCode >= 500 || statusCode === 401) throw new Unavailable(service);
    throw new Error(`${service} answered ${statusCode} to a read of ours`);
  }

  async close(): Promise<void> {
    await this.agent.close();
  }
}
