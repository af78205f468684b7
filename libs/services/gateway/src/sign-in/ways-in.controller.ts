import { Controller, Get, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { WaysInView } from '#libs/contracts';
import { Answers, Policy } from '#libs/runtime';
import { Actors } from '../forward/actors.js';
import { DemoTime } from '../move-clock/demo-time.js';
import { WaysIn } from './ways-in.js';

@Controller('api/sign-in')
export class WaysInController {
  constructor(
    private readonly demo: DemoTime,
    private readonly ways: WaysIn,
    private readonly actors: Actors,
  ) {}

  /** What the page for signing in offers here. */
  @Get()
  @Policy('sign-in.try')
  @Answers(WaysInView)
  async show(@Req() request: FastifyRequest): Promise<WaysInView> {
    const actor = await this.actors.of(request);
    return {
      code: true,
      issuer: this.ways.issuer,
      demo: this.demo.now() !== undefined,
      signedIn: actor !== undefined && actor.id !== 'visitor',
    };
  }
}
