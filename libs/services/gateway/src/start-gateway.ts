import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import helmet from '@fastify/helmet';
import serveStatic from '@fastify/static';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { Logger } from 'pino';
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
import { GatewayModule } from './gateway.module.js';
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
  /** The merged API document, made when it is first asked for. */
  readonly openApi: (gateway: INestApplication) => OpenAPIObject;
  /** The folder with the web's files. */
  readonly webRoot: string;
}

export interface RunningGateway {
  readonly url: string;
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
  const actors = new Actors(reads, Date.now);
  const failed = (error: unknown) => log.error({ err: error }, 'failed');

  const app = await NestFactory.create<NestFastifyApplication>(
    GatewayModule.of({ peers, tokens, reads, actors, demoTime: options.demoTime, failed }),
    new FastifyAdapter({ bodyLimit: 64 * 1024, genReqId: () => randomUUID() }),
    { logger: nestLogger(log), abortOnError: false },
  );
  const fastify = app.getHttpAdapter().getInstance();
  await fastify.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        styleSrc: ["'self'", "'unsafe-inline'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
  });
  let document: OpenAPIObject | undefined;
  SwaggerModule.setup('api/docs', app, () => (document ??= options.openApi(app)), {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
  });
  await fastify.register(serveStatic, {
    root: options.webRoot,
    prefix: '/',
    wildcard: false,
    index: 'index.html',
  });
  fastify.addHook('onRequest', (_request, _reply, done) => {
    options.people.served();
    done();
  });
  await forward(fastify, { actors, tokens, peers });
  await app.listen(options.port, host);
  const { port } = app.getHttpServer().address() as AddressInfo;
  return {
    url: `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`,
    close: () => closeApplication(app).then(() => reads.close()),
  };
}
