import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sendProblem } from '#libs/runtime';
import type { Cookies } from '../sessions/cookies.js';
import { refusedAsForeign } from '../sessions/same-origin.js';
import type { Rates } from './rate-limits.js';
import { refusedOf, type Refused } from './refused.js';

interface Guarded {
  readonly cookies: Cookies;
  readonly publicUrl: () => string;
  readonly refused: (what: Refused) => void;
  /** Undefined while nothing is limited. */
  readonly rates: () => Rates | undefined;
}

/** Posted by mail programs; what it may do stands in the address and not in a session, so it is the same from anywhere. */
const fromAnywhere = /^\/api\/unsubscribe\//;

/** A year, as the lists of browsers that never try http ask. */
const hsts = 'max-age=31536000; includeSubDomains';

/** What holds for every request before anybody looks at it: how many there are, and which page sent it. */
export function guard(fastify: FastifyInstance, { cookies, publicUrl, rates, refused: note }: Guarded): void {
  const foreign = (request: FastifyRequest) =>
    fromAnywhere.test(request.url)
      ? undefined
      : refusedAsForeign({
          method: request.method,
          byToken: request.headers.authorization !== undefined,
          hasSession: cookies.session(request) !== undefined,
          secFetchSite: request.headers['sec-fetch-site'],
          origin: request.headers.origin,
          host: request.headers.host,
          publicUrl: publicUrl(),
        });
  fastify.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/api')) return;
    const refused = (await rates()?.refused(request)) ?? foreign(request);
    if (!refused) return;
    // Not those that come too fast: the log would be what they slow down.
    if (refused.status === 403) note(refusedOf(refused.code, request));
    sendProblem(reply, refused);
    return reply;
  });
  fastify.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api')) void reply.header('cache-control', 'no-store');
    if (cookies.secure()) void reply.header('strict-transport-security', hsts);
  });
}
