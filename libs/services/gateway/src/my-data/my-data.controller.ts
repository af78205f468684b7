import { Controller, Get, Header, Inject, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { MyDataView } from '#libs/contracts';
import { Answers, Policy, ServiceReads, StepUp, needsStepUp, refuseAccess } from '#libs/runtime';
import { Actors } from '../forward/actors.js';
import { services } from '../forward/routes.js';
import { signedIn } from '../forward/signed-in.js';
import { NOW } from '../tokens.js';

/** Everything about a person lies with the services that keep it: the gateway gathers it. */
@Controller('api/me/export')
export class MyDataController {
  constructor(
    private readonly actors: Actors,
    private readonly reads: ServiceReads,
    @Inject(NOW) private readonly clock: () => number,
  ) {}

  /** All that is kept of whoever asks. */
  @Get()
  @Policy('me.read')
  @StepUp()
  @Answers(MyDataView)
  @Header('cache-control', 'no-store')
  async show(@Req() request: FastifyRequest): Promise<MyDataView> {
    const actor = signedIn(await this.actors.of(request), 'me.read');
    const now = this.clock();
    if (needsStepUp(actor, now)) throw refuseAccess('access.step-up-needed');
    const path = `/internal/people/${encodeURIComponent(actor.id)}/export`;
    const kept = await Promise.all(
      services.map(
        async (service) => [service, (await this.reads.get<object>(service, path)) ?? {}] as const,
      ),
    );
    return { personId: actor.id, at: new Date(now).toISOString(), services: Object.fromEntries(kept) };
  }
}
