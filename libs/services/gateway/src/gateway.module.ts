import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { EventBus } from '#libs/ports/event-bus/port';
import { Peers, ProblemFilter, ServiceReads, ServiceTokens } from '#libs/runtime';
import { ActionsController } from './actions/actions.controller.js';
import { ExecuteAction } from './actions/execute-action.js';
import { Actors } from './forward/actors.js';
import { refusedOf, type Refused } from './limits/refused.js';
import { GatewayMetrics } from './health/gateway-metrics.js';
import { HealthController, type LastBackup } from './health/health.controller.js';
import { LiveEvents } from './live/live-events.js';
import { LiveEventsController } from './live/live-events.controller.js';
import { DemoTime } from './move-clock/demo-time.js';
import { MoveClockController } from './move-clock/move-clock.controller.js';
import { MyDataController } from './my-data/my-data.controller.js';
import { ParkedListController } from './parked/parked-list.controller.js';
import { SecondFactorController } from './second-factor/second-factor.controller.js';
import { Cookies } from './sessions/cookies.js';
import { EdgeCalls } from './sessions/edge-calls.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { OidcController } from './sign-in/oidc.controller.js';
import { WaysInController } from './sign-in/ways-in.controller.js';
import { WaysIn } from './sign-in/ways-in.js';
import { OpenSession } from './sign-in/open-session.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { LAST_BACKUP, NOW, PEERS, PUBLIC_URL } from './tokens.js';

@Module({})
export class GatewayModule {
  static of(parts: {
    peers: Peers;
    tokens: ServiceTokens;
    reads: ServiceReads;
    actors: Actors;
    calls: EdgeCalls;
    cookies: Cookies;
    metrics: GatewayMetrics;
    waysIn: WaysIn;
    demoTime: DemoTime;
    bus: EventBus;
    now: () => number;
    publicUrl: () => string;
    lastBackup: LastBackup | undefined;
    failed: (error: unknown) => void;
    refused: (what: Refused) => void;
  }): DynamicModule {
    return {
      module: GatewayModule,
      controllers: [
        HealthController,
        ParkedListController,
        MoveClockController,
        ActionsController,
        WaysInController,
        SignInController,
        OidcController,
        SessionsController,
        SecondFactorController,
        MyDataController,
        LiveEventsController,
      ],
      providers: [
        { provide: PEERS, useValue: parts.peers },
        { provide: NOW, useValue: parts.now },
        { provide: PUBLIC_URL, useValue: parts.publicUrl },
        { provide: LAST_BACKUP, useValue: parts.lastBackup },
        { provide: ServiceTokens, useValue: parts.tokens },
        { provide: ServiceReads, useValue: parts.reads },
        { provide: Actors, useValue: parts.actors },
        { provide: EdgeCalls, useValue: parts.calls },
        { provide: GatewayMetrics, useValue: parts.metrics },
        { provide: WaysIn, useValue: parts.waysIn },
        { provide: Cookies, useValue: parts.cookies },
        { provide: EventBus, useValue: parts.bus },
        LiveEvents,
        OpenSession,
        ExecuteAction,
        { provide: DemoTime, useValue: parts.demoTime },
        {
          provide: APP_FILTER,
          useValue: new ProblemFilter(parts.failed, (code, request) =>
            parts.refused(refusedOf(code, request)),
          ),
        },
      ],
    };
  }
}
