import { Inject, Module, type DynamicModule, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { TerminusModule } from '@nestjs/terminus';
import type { FastifyRequest } from 'fastify';
import { Clock } from '#libs/ports/clock/port';
import { DocumentStore } from '#libs/ports/document-store/port';
import { EventBus } from '#libs/ports/event-bus/port';
import { FollowUpQueue } from '#libs/ports/follow-up-queue/port';
import { Ids } from '#libs/ports/ids/port';
import { Mailer } from '#libs/ports/mailer/port';
import { AccessGuard, type WithActor } from '../access/access.guard.js';
import { KnownContacts } from '../access/known-contacts.js';
import { ServiceTokens } from '../access/service-tokens.js';
import type { AggregateDeclaration } from '../aggregates/aggregate.js';
import { Aggregates, type Written } from '../aggregates/aggregates.js';
import { DueRunner } from '../aggregates/due-runner.js';
import { Relay } from '../aggregates/relay.js';
import { Copies, type Copy } from '../copies/copies.js';
import { AnswerInterceptor } from '../http/answer.js';
import { ProblemFilter } from '../http/problem.js';
import { validationPipe } from '../http/validation.js';
import type { Collection } from '#libs/ports/document-store/port';
import { PersonalDataController } from '../personal-data/personal-data.controller.js';
import { HealthController } from './health.controller.js';
import { Metrics } from './metrics.js';
import { PARKING, ParkedController, type Parking } from './parked.controller.js';
import { PolicyCheck } from './policy-check.js';
import { ServiceReads } from './service-reads.js';

/** What a process gives each of its services. */
export interface Ports {
  readonly store: DocumentStore;
  readonly bus: EventBus;
  readonly queue: FollowUpQueue;
  readonly mailer: Mailer;
  readonly clock: Clock;
  readonly ids: Ids;
}

export interface RuntimeParts {
  readonly service: string;
  readonly ports: Ports;
  readonly tokens: ServiceTokens;
  readonly reads: ServiceReads;
  readonly relay: Relay;
  readonly due: DueRunner;
  readonly metrics: Metrics;
  readonly parking: Parking;
  readonly failed: (where: string, error: unknown) => void;
  readonly refused: (what: { code: string; route: string; actor?: string; object?: string }) => void;
  readonly aggregates: readonly AggregateDeclaration<unknown>[];
  readonly copies: readonly Collection<Copy<unknown>>[];
}

const aggregatesToken = (name: string) => `aggregates of ${name}`;
const copiesToken = (name: string) => `copies of ${name}`;

/** Injects the `Aggregates` of a declaration that the service lists. */
export const InjectAggregates = (declaration: { name: string }): ParameterDecorator =>
  Inject(aggregatesToken(declaration.name));

/** Injects the `Copies` of a collection that the service lists. */
export const InjectCopies = (collection: { name: string }): ParameterDecorator =>
  Inject(copiesToken(collection.name));

@Module({})
export class RuntimeModule {
  static of(parts: RuntimeParts): DynamicModule {
    const { ports, relay, due } = parts;
    const written: Written = {
      notify: (declaration, document) => {
        relay.notify(declaration, document);
        due.notify(declaration, document);
      },
    };
    const given: Provider[] = [
      { provide: DocumentStore, useValue: ports.store },
      { provide: EventBus, useValue: ports.bus },
      { provide: Clock, useValue: ports.clock },
      { provide: Ids, useValue: ports.ids },
      { provide: Mailer, useValue: ports.mailer },
      { provide: ServiceTokens, useValue: parts.tokens },
      { provide: ServiceReads, useValue: parts.reads },
      { provide: KnownContacts, useValue: new KnownContacts(parts.reads) },
      { provide: DueRunner, useValue: due },
      { provide: Relay, useValue: relay },
      { provide: Metrics, useValue: parts.metrics },
      { provide: PARKING, useValue: parts.parking },
      ...parts.aggregates.map((declaration) => ({
        provide: aggregatesToken(declaration.name),
        useValue: new Aggregates(declaration, ports.store, ports.clock, ports.ids, written),
      })),
      ...parts.copies.map((collection) => ({
        provide: copiesToken(collection.name),
        useValue: new Copies(collection, ports.store),
      })),
    ];
    return {
      module: RuntimeModule,
      global: true,
      imports: [DiscoveryModule, TerminusModule.forRoot({ logger: false })],
      controllers: [HealthController, ParkedController, PersonalDataController],
      providers: [
        ...given,
        PolicyCheck,
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_PIPE, useFactory: validationPipe },
        { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
        {
          provide: APP_FILTER,
          useValue: new ProblemFilter(
            (error, request) => parts.failed(routeOf(request), error),
            (code, request) => parts.refused({ code, route: routeOf(request), ...idsOf(request) }),
          ),
        },
      ],
      exports: given,
    };
  }
}

function routeOf({ method, routeOptions }: FastifyRequest): string {
  return `${method} ${routeOptions?.url ?? ''}`;
}

/** Ids alone: what was sent may hold a name or an address. */
function idsOf(request: FastifyRequest): { actor?: string; object?: string } {
  const { actor, params } = request as Partial<WithActor>;
  const id = (params as { id?: string } | undefined)?.id;
  return {
    ...(actor ? { actor: actor.id } : {}),
    ...(id && /^[\w.:|-]{1,120}$/.test(id) ? { object: id } : {}),
  };
}
