import type { AddressInfo } from 'node:net';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { ServiceTokens } from '../access/service-tokens.js';
import { SigningKeyMissing, type SigningKeys } from '../access/signing-keys.js';
import type { AggregateDeclaration } from '../aggregates/aggregate.js';
import { DueRunner } from '../aggregates/due-runner.js';
import type { PeopleFirst } from '../aggregates/people-first.js';
import { Relay, isOutage } from '../aggregates/relay.js';
import type { Check } from '../audit/check.js';
import type { Copy } from '../copies/copies.js';
import type { Collection, StoredDocument } from '#libs/ports/document-store/port';
import { BusStrategy } from '../events/bus-strategy.js';
import type { BoundaryObserver } from '../events/consumer-boundary.js';
import { parkedEvents } from '../events/parked-events.js';
import { Nightly } from '../personal-data/nightly.js';
import { PersonalData, type Keep } from '../personal-data/personal-data.js';
import { rememberRules } from '../http/remember-rules.js';
import { closeApplication } from './close-application.js';
import { Turns } from '../events/turns.js';
import { nestLogger } from './nest-logger.js';
import { Metrics } from './metrics.js';
import { RuntimeModule, type Ports } from './runtime.module.js';
import { ServiceReads, type Peers } from './service-reads.js';

export interface ServiceDefinition {
  readonly name: string;
  readonly module: Type;
  readonly aggregates: readonly AggregateDeclaration<unknown>[];
  readonly copies: readonly Collection<Copy<unknown>>[];
  /** What else it keeps: whoever prepares a database must know of every collection. */
  readonly collections?: readonly Collection<StoredDocument>[];
  /** What must hold of its documents. */
  readonly checks?: readonly Check[];
  /** Nobody waits for what it makes of events: they rest while people are served. */
  readonly givesWay?: true;
}

export interface ProcessSurroundings {
  readonly ports: Ports;
  readonly keys: ReadonlyMap<string, SigningKeys>;
  readonly peers: Peers;
  readonly log: Logger;
  /** What the gateway of this process tells of the people it serves. */
  readonly people: PeopleFirst;
  /** Default: a free port that only this machine reaches. */
  readonly listen?: { readonly host: string; readonly port: number };
  /** How long things are kept; default: as `keepAsLong`. */
  readonly keep?: Partial<Keep>;
}

const keepAsLong: Keep = { mailDays: 90, parkedDays: 180, auditYears: 5 };
const dayMs = 86_400_000;
const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

export interface RunningService {
  readonly name: string;
  readonly url: string;
  readonly app: NestFastifyApplication;
  readonly relay: Relay;
  readonly due: DueRunner;
  /** Removes each night what was kept long enough. */
  readonly nightly: Nightly;
  close(): Promise<void>;
}

/** A service may raise it for one route of its own, by an `onRoute` hook. */
const bodyLimit = 64 * 1024;

/** One service as a Nest application of its own on a loopback port, with its consumer, relay and due runner. */
export async function startService(
  definition: ServiceDefinition,
  around: ProcessSurroundings,
): Promise<RunningService> {
  rememberRules();
  const { name } = definition;
  const { ports, peers } = around;
  const log = around.log.child({ service: name });
  const keys = around.keys.get(name);
  if (!keys) throw new SigningKeyMissing(name);
  const tokens = new ServiceTokens(name, keys, Date.now);
  const reads = new ServiceReads(tokens, peers);
  const metrics = new Metrics(name);
  const parked = parkedEvents(name, ports.store, ports.clock);
  const failed = (where: string, error: unknown) => {
    metrics.failures.inc({ where });
    log[isOutage(error) ? 'warn' : 'error']({ err: error, where }, 'failed');
  };

  const observer: BoundaryObserver = {
    handled: (type, milliseconds) => metrics.eventsHandled.observe({ type }, milliseconds / 1000),
    parked: ({ id, why, topic, key, eventId, reason }) => {
      metrics.eventsParked.inc({ why });
      log.error({ parked: id, why, topic, key, eventId, reason }, 'event parked');
    },
    waiting: (what, error) => {
      metrics.waits.inc({ what });
      log.warn({ err: error, what }, 'waiting for a dependency');
    },
  };
  const turns = definition.givesWay && new Turns(around.people, pause);
  const strategy = new BusStrategy(name, ports.bus, parked, observer, turns);
  const relay = new Relay(ports.store, ports.bus, ports.clock, (error) => failed('relay', error));
  const due = new DueRunner(
    name,
    ports.store,
    ports.queue,
    ports.clock,
    async (declaration, document, error) => {
      const message = { topic: declaration.name, key: document.id, id: `due-${document.ver}`, value: null };
      observer.parked(await parked.park(message, 'due-failed', (error as Error).name));
    },
    (error) => failed('due', error),
    around.people,
  );
  for (const declaration of definition.aggregates) relay.carry(declaration);

  const root = {
    module: definition.module,
    imports: [
      RuntimeModule.of({
        service: name,
        ports,
        tokens,
        reads,
        relay,
        due,
        metrics,
        failed,
        refused: (what) => log.warn(what, 'refused'),
        aggregates: definition.aggregates,
        copies: definition.copies,
        parking: {
          service: name,
          events: parked,
          replay: async (event) => {
            if (event.why !== 'due-failed') return strategy.parking.replay(event);
            await due.retry(event.topic, event.key);
            await parked.replayed(event);
          },
          drop: (event, reason) => strategy.parking.drop(event, reason),
          lag: () => ports.bus.lag({ group: name, topics: strategy.topics }),
        },
      }),
    ],
  };
  const app = await NestFactory.create<NestFastifyApplication>(
    root,
    new FastifyAdapter({ bodyLimit, trustProxy: 'loopback' }),
    { logger: nestLogger(log), abortOnError: false, bodyParser: false },
  );
  app.connectMicroservice({ strategy });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeContentTypeParser('text/plain');
  fastify.addHook('onResponse', (request, reply, done) => {
    metrics.requests.observe(
      { method: request.method, status: String(reply.statusCode) },
      reply.elapsedTime / 1000,
    );
    done();
  });
  const keep = { ...keepAsLong, ...around.keep };
  const nightly = new Nightly(
    ports.clock,
    async (now) => {
      await parked.removeBefore(now - keep.parkedDays * dayMs);
      await app.get(PersonalData, { strict: false }).removeOld(now, keep);
    },
    (error) => failed('nightly', error),
  );
  await app.init();
  await app.startAllMicroservices();
  relay.start();
  await due.start();
  nightly.start();
  const { host, port: wanted } = around.listen ?? { host: '127.0.0.1', port: 0 };
  await app.listen(wanted, host);
  const { port } = app.getHttpServer().address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  peers.set(name, url);

  return {
    name,
    url,
    app,
    relay,
    due,
    nightly,
    /** Consumers and requests first, then what they wrote: the relay. Store and bus belong to the process. */
    async close() {
      await closeApplication(app);
      await nightly.close();
      await due.close();
      await relay.close();
      await reads.close();
    },
  };
}
