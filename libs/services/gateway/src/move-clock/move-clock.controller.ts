import { Body, Controller, Get, Headers, HttpCode, Post, Req, UsePipes } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DemoClockView, MoveClockBody, atField } from '#libs/contracts';
import { momentAfter, toOffsetIso } from '#libs/facts';
import { Answers, Policy, refuseHeader, sha256, validationPipe } from '#libs/runtime';
import { Actors } from '../forward/actors.js';
import { signedIn } from '../forward/signed-in.js';
import { DemoTime } from './demo-time.js';
import { refuse } from './move-clock.errors.js';

const longest = 'P1Y';

/** What time it is in the demo, and moving it forward: clocks, reminders and counts can be shown. */
@Controller('api/demo/clock')
@UsePipes(validationPipe())
export class MoveClockController {
  constructor(
    private readonly time: DemoTime,
    private readonly actors: Actors,
  ) {}

  @Get()
  @Policy('demo.read')
  @Answers(DemoClockView)
  show(): DemoClockView {
    return { now: toOffsetIso(this.now()) };
  }

  @Post()
  @HttpCode(200)
  @Policy('demo.move-clock')
  @Answers(DemoClockView)
  async move(
    @Body() { advance }: MoveClockBody,
    @Req() request: FastifyRequest,
    @Headers('idempotency-key') key?: string,
  ): Promise<DemoClockView> {
    const actor = signedIn(await this.actors.of(request), 'demo.move-clock');
    this.now();
    if (!key || !/^[\x20-\x7e]{1,200}$/.test(key)) throw refuseHeader('http.idempotency-key-missing');
    await this.time.moveTo((now) => laterThan(now, advance), sha256(`${actor.id} ${key}`));
    return this.show();
  }

  private now(): number {
    const now = this.time.now();
    if (now === undefined) throw refuse('demo.none');
    return now;
  }
}

function laterThan(now: number, advance: string): number {
  const later = momentAfter(now, advance);
  if (later === null)
    throw refuse(
      'demo.not-forward',
      atField('advance', 'duration', 'is no ISO 8601 duration that leads forward'),
    );
  if (later > (momentAfter(now, longest) ?? now))
    throw refuse('demo.too-far', atField('advance', 'max', 'is more than a year'));
  return later;
}
