import type { Readable } from 'node:stream';
import proxy from '@fastify/http-proxy';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Unavailable } from '#libs/contracts';
import { httpProblem, sendProblem, visitor, type Actor, type Peers, type ServiceTokens } from '#libs/runtime';
import type { GatewayMetrics } from '../health/gateway-metrics.js';
import type { DemoTime } from '../move-clock/demo-time.js';
import type { Actors } from './actors.js';
import { serviceOf } from './routes.js';

const bodyLimit = 64 * 1024;
const importLimit = 32 * 1024 * 1024;

/** Headers of the caller that a service may see; everything else, also any identity, ends here. */
const passedOn = [
  'accept',
  'accept-language',
  'content-type',
  'content-length',
  'idempotency-key',
  'if-match',
  'if-none-match',
  'prefer',
] as const;

interface Parts {
  readonly actors: Actors;
  readonly tokens: ServiceTokens;
  readonly peers: Peers;
  readonly metrics: GatewayMetrics;
  readonly demoTime: DemoTime;
}

interface Forwarded extends FastifyRequest {
  service?: string;
  serviceToken?: string;
  isVisitor?: boolean;
}

/**
 * Sends everything under `/api` to the service that owns it, with a 60-second token that says who asks. Bodies are
 * streamed: the service sees the very bytes of the caller.
 */
export async function forward(
  fastify: FastifyInstance,
  { actors, tokens, peers, metrics, demoTime }: Parts,
): Promise<void> {
  await fastify.register(proxy, {
    upstream: '',
    prefix: '/api',
    rewritePrefix: '/api',
    httpMethods: ['GET', 'HEAD', 'POST', 'PATCH', 'DELETE'],
    disableRequestLogging: true,
    preHandler: (request: Forwarded, reply: FastifyReply, done: (error?: Error) => void) => {
      const refused = refusedByLength(request);
      if (refused) return sendProblem(reply, httpProblem(refused));
      admit(request).then((status) => (status ? sendProblem(reply, httpProblem(status)) : done()), done);
    },
    replyOptions: {
      getUpstream: (request) => peers.get((request as Forwarded).service as string) ?? '',
      rewriteRequestHeaders: (request, headers) => {
        const { serviceToken, id } = request as Forwarded;
        const kept = Object.fromEntries(
          passedOn.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])),
        );
        return { ...kept, authorization: `Bearer ${serviceToken ?? ''}`, 'x-correlation-id': String(id) };
      },
      onResponse: (request, reply, upstream) => {
        const { stream } = upstream as unknown as { stream: Readable };
        // We know who it is; it is our own word that the service does not take: their clocks or keys are apart.
        if (reply.statusCode !== 401 || (request as Forwarded).isVisitor) return void reply.send(stream);
        stream.resume();
        sendProblem(reply.removeHeader('content-length') as FastifyReply, httpProblem(503));
      },
      onError: (reply, { error }) => {
        const status = (error as { statusCode?: number }).statusCode;
        const gone =
          /ECONN|UND_ERR|EPIPE/.test(String((error as { code?: string }).code)) ||
          status === undefined ||
          status >= 500;
        sendProblem(reply as unknown as FastifyReply, httpProblem(gone ? 503 : status));
      },
    },
    undici: { keepAliveTimeout: 4_000, connections: 64, pipelining: 1 },
    // Without this a GET answered 503 is repeated ten times within 50 ms.
    retryMethods: [],
    destroyAgent: true,
  });

  async function admit(request: Forwarded): Promise<number | undefined> {
    const service = serviceOf(request.url);
    if (!service) return 404;
    if (!peers.has(service)) return 503;
    const admitted = metrics.admissions.startTimer();
    try {
      const actor = await actors.of(request);
      if (!actor) return 401;
      if (demoMailbox.test(request.url) && demoTime.now() === undefined && !isOperator(actor)) return 404;
      request.service = service;
      request.isVisitor = actor.id === visitor.id;
      request.serviceToken = await tokens.sign(actor, service, slotOf(actor, request.headers.authorization));
      admitted();
      return undefined;
    } catch (error) {
      if (error instanceof Unavailable) return 503;
      throw error;
    }
  }
}

/** Mails hold sign-in codes and links that act: where no demo runs, only those read them who may do anything anyway. */
const demoMailbox = /^\/api\/demo\/mailbox\/?(\?|$)/;

function isOperator({ roles }: Actor): boolean {
  return roles.some(({ role }) => role === 'operator');
}

/** What the same token may be given to again: a fresh second factor makes another actor of the same session. */
function slotOf({ id, session }: Actor, authorization = ''): string {
  return session ? `${id} ${session.id} ${session.stepUpUntil ?? 0}` : `${id} ${authorization}`;
}

/** The plugin streams bodies past any limit of its own, so a length must be declared and be small enough. */
function refusedByLength({ method, url, headers }: FastifyRequest): number | undefined {
  if (headers['transfer-encoding'] !== undefined) return 411;
  if (method === 'POST' && headers['content-length'] === undefined) return 411;
  const limit = /^\/api\/imports\/?(\?|$)/.test(url) ? importLimit : bodyLimit;
  return Number(headers['content-length'] ?? 0) > limit ? 413 : undefined;
}
