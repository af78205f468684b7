import type { FastifyRequest } from 'fastify';

/** What is logged of a refusal: never anything that was sent, which may hold a name, an address or a token. */
export interface Refused {
  readonly code: string;
  readonly route: string;
  /** The number that is sent on to the services with everything else of this request. */
  readonly request: string;
}

export function refusedOf(code: string, { method, routeOptions, id }: FastifyRequest): Refused {
  return { code, route: `${method} ${routeOptions?.url ?? ''}`, request: String(id) };
}
