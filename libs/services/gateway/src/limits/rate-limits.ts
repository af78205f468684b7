import type { FastifyRequest } from 'fastify';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { httpProblem, type Problem } from '#libs/runtime';
import { networkOf } from './network.js';

/** Requests per second. */
export interface RateLimits {
  /** Of one person, over all their sessions and API tokens. */
  readonly perPerson: number;
  /** Of one network: a whole school may be one. */
  readonly perNetwork: number;
}

/** How fast anybody may ask this gateway, counted in its memory second by second. */
export class Rates {
  private readonly persons: RateLimiterMemory;
  private readonly networks: RateLimiterMemory;

  constructor(
    { perPerson, perNetwork }: RateLimits,
    /** As far as is known without asking anybody. */
    private readonly whoAsks: (request: FastifyRequest) => string | undefined,
  ) {
    this.persons = new RateLimiterMemory({ points: perPerson, duration: 1 });
    this.networks = new RateLimiterMemory({ points: perNetwork, duration: 1 });
  }

  /** Undefined while there is room. */
  async refused(request: FastifyRequest): Promise<Problem | undefined> {
    const person = this.whoAsks(request);
    try {
      if (person) await this.persons.consume(person);
      await this.networks.consume(networkOf(request.ip));
      return undefined;
    } catch (full) {
      if (!(full instanceof RateLimiterRes)) throw full;
      return { ...httpProblem(429), retryAfterSeconds: Math.max(1, Math.ceil(full.msBeforeNext / 1000)) };
    }
  }
}
