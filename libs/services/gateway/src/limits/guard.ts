import type { FastifyInstance } from 'fastify';
import { sendProblem } from '#libs/runtime';
import type { Cookies } from '../sessions/cookies.js';
import { refusedAsForeign } from '../sessions/same-origin.js';
import type { Rates } from './rate-limits.js';

interface Guarded {
  readonly cookies: Cookies;
  readonly publicUrl: () => string;
  /** Undefined while nothing is limited. */
  readonly rates: () => Rates | undefined;
}

/** A year, as the lists of browsers that never try http ask. */
const hsts = 'max-age=31536000; includeSubDomains';

/** What holds for every request before anybody looks at it: how many there are, and which page sent it. */
export function guard(fastify: FastifyInstance, { cookies, publicUrl, rates }: Guarded): void {
  fastify.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/api')) return;
    const refused =
      (await rates()?.refused(request)) ??
      refusedAsForeign({
        method: request.method,
        byToken: request.headers.authorization !== undefined,
        hasSession: cookies.session(request) !== undefined,
        secFetchSite: request.headers['sec-fetch-site'],
        origin: request.headers.origin,
        host: request.headers.host,
        publicUrl: publicUrl(),
      });
    if (!refused) return;
    sendProblem(reply, refused);
    return reply;
  });
  fastify.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api')) void reply.header('cache-control', 'no-store');
    if (cookies.secure()) void reply.header('strict-transport-security', hsts);
  });
}
