import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import cookie from '@fastify/cookie';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Logger } from 'pino';
import type { EventBus } from '#libs/ports/event-bus/port';
import {
  ServiceReads,
  closeApplication,
  ServiceTokens,
  SigningKeyMissing,
  nestLogger,
  type PeopleFirst,
  type Peers,
  type SigningKeys,
} from '#libs/runtime';
import { Actors } from './forward/actors.js';
import { forward } from './forward/forward.js';
import { guard } from './limits/guard.js';
import type { Refused } from './limits/refused.js';
import { Rates, type RateLimits } from './limits/rate-limits.js';
import { GatewayMetrics } from './health/gateway-metrics.js';
import type { LastBackup } from './health/health.controller.js';
import { GatewayModule } from './gateway.module.js';
import { serveApiPages } from './pages/api-pages.js';
import { restrictPages, servePages } from './pages/pages.js';
import { WaysIn } from './sign-in/ways-in.js';
import { Cookies } from './sessions/cookies.js';
import { EdgeCalls } from './sessions/edge-calls.js';
import type { DemoTime } from './move-clock/demo-time.js';

export interface GatewayOptions {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly peers: Peers;
  readonly keys: ReadonlyMap<string, SigningKeys>;
  readonly log: Logger;
  readonly people: PeopleFirst;
  readonly demoTime: DemoTime;
  readonly bus: EventBus;
  /** The merged API document; asked for when somebody first wants to see it. */
  readonly openApi: (gateway: INestApplication) => Promise<OpenAPIObject>;
  /** The folder with the web's files. */
  readonly webRoot: string;
  /** The address people reach it by; empty until it listens. */
  readonly publicUrl: () => string;
  /** Left out where backups are others' work. */
  readonly lastBackup?: LastBackup;
  /** Wall clock, epoch ms. */
  readonly now: () => number;
  /** Whether people may sign in by an issuer too. */
  readonly issuer: boolean;
  readonly limits?: RateLimits;
  /** Whose `X-Forwarded-For` counts. */
  readonly trustProxy?: string;
}

export interface RunningGateway {
  readonly url: string;
  /** From now on nobody asks more often than this. */
  limit(limits: RateLimits): void;
  close(): Promise<void>;
}

/** The edge: who asks, what goes where, and the web's files. No business rules. */
export async function startGateway(options: GatewayOptions): Promise<RunningGateway> {
  const { peers, keys, host } = options;
  const log = options.log.child({ service: 'gateway' });
  const own = keys.get('gateway');
  if (!own) throw new SigningKeyMissing('gateway');
  const tokens = new ServiceTokens('gateway', own, Date.now);
  const reads = new ServiceReads(tokens, peers);
  const calls = new EdgeCalls(tokens, peers);
  const cookies = new Cookies(options.publicUrl, options.now);
  const actors = new Actors(reads, calls, cookies, options.now);
  const metrics = new GatewayMetrics();
  const failed = (error: unknown) => log.error({ err: error }, 'failed');
  const refused = (what: Refused) => log.warn(what, 'refused');

  const app = await NestFactory.create<NestFastifyApplication>(
    GatewayModule.of({
      ...{ peers, tokens, reads, actors, calls, cookies, metrics, failed, refused },
      demoTime: options.demoTime,
      bus: options.bus,
      now: options.now,
      publicUrl: options.publicUrl,
      lastBackup: options.lastBackup,
      waysIn: new WaysIn(options.issuer),
    }),
    new FastifyAdapter({
      bodyLimit: 64 * 1024,
      genReqId: () => randomUUID(),
      trustProxy: options.trustProxy ?? false,
    }),
    { logger: nestLogger(log), abortOnError: false },
  );
  const fastify = app.getHttpAdapter().getInstance();
  await fastify.register(cookie);
  await restrictPages(fastify);
  serveApiPages(fastify, () => options.openApi(app));
  await servePages(fastify, options.webRoot);
  fastify.addHook('onRequest', (_request, _reply, done) => {
    options.people.served();
    done();
  });
  let rates: Rates | undefined;
  const limit = (limits: RateLimits) => void (rates = new Rates(limits, (request) => actors.soFar(request)));
  if (options.limits) limit(options.limits);
  guard(fastify, { cookies, publicUrl: options.publicUrl, rates: () => rates, refused });
  await forward(fastify, { actors, tokens, peers, metrics, demoTime: options.demoTime });
  await app.listen(options.port, host);
  const { port } = app.getHttpServer().address() as AddressInfo;
  return {
    url: `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`,
    limit,
    close: () =>
      closeApplication(app).then(async () => {
        await reads.close();
        await calls.close();
      }),
  };
}
