import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { Peers, ProblemFilter, ServiceReads, ServiceTokens } from '#libs/runtime';
import { Actors } from './forward/actors.js';
import { HealthController } from './health/health.controller.js';
import { ParkedListController } from './parked/parked-list.controller.js';
import { PEERS } from './tokens.js';

@Module({})
export class GatewayModule {
  static of(parts: {
    peers: Peers;
    tokens: ServiceTokens;
    reads: ServiceReads;
    actors: Actors;
    failed: (error: unknown) => void;
  }): DynamicModule {
    return {
      module: GatewayModule,
      controllers: [HealthController, ParkedListController],
      providers: [
        { provide: PEERS, useValue: parts.peers },
        { provide: ServiceTokens, useValue: parts.tokens },
        { provide: ServiceReads, useValue: parts.reads },
        { provide: Actors, useValue: parts.actors },
        { provide: APP_FILTER, useValue: new ProblemFilter(parts.failed) },
      ],
    };
  }
}
