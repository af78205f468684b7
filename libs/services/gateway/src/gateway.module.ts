import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { Peers, ProblemFilter, ServiceReads, ServiceTokens } from '#libs/runtime';
import { Actors } from './forward/actors.js';
import { HealthController } from './health/health.controller.js';
import { DemoTime } from './move-clock/demo-time.js';
import { MoveClockController } from './move-clock/move-clock.controller.js';
import { ParkedListController } from './parked/parked-list.controller.js';
import { PEERS } from './tokens.js';

@Module({})
export class GatewayModule {
  static of(parts: {
    peers: Peers;
    tokens: ServiceTokens;
    reads: ServiceReads;
    actors: Actors;
    demoTime: DemoTime;
    failed: (error: unknown) => void;
  }): DynamicModule {
    return {
      module: GatewayModule,
      controllers: [HealthController, ParkedListController, MoveClockController],
      providers: [
        { provide: PEERS, useValue: parts.peers },
        { provide: ServiceTokens, useValue: parts.tokens },
        { provide: ServiceReads, useValue: parts.reads },
        { provide: Actors, useValue: parts.actors },
        { provide: DemoTime, useValue: parts.demoTime },
        { provide: APP_FILTER, useValue: new ProblemFilter(parts.failed) },
      ],
    };
  }
}
