import { setTimeout as pause } from 'node:timers/promises';
import { Controller, Get, Header, HttpException, Inject, Res } from '@nestjs/common';
import { HealthCheckService, HealthIndicatorService, type HealthCheckResult } from '@nestjs/terminus';
import type { FastifyReply } from 'fastify';
import { DocumentStore } from '#libs/ports/document-store/port';
import { Mailer } from '#libs/ports/mailer/port';
import { Policy } from '../access/access.guard.js';
import { parkedCollection } from '../events/parked-events.js';
import { Metrics } from './metrics.js';
import { PARKING, type Parking } from './parked.controller.js';

/** The gateway waits for two seconds in all. */
const answersWithinMs = 1_500;
const lagWithinMs = 1_000;

/** Asked by the gateway and by whoever supervises the process; never by a browser. */
@Controller('internal')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly indicator: HealthIndicatorService,
    private readonly store: DocumentStore,
    private readonly mailer: Mailer,
    private readonly metrics: Metrics,
    @Inject(PARKING) private readonly parking: Parking,
  ) {}

  /**
   * 200 when every dependency answers, else 503 with what does not. How the mail server is stands there too, but makes
   * nothing unready: mails wait for it.
   */
  @Get('ready')
  @Policy('health.read')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<HealthCheckResult> {
    const mails = await this.mailer.state();
    try {
      return await this.health.check([
        () =>
          this.indicator
            .check('documents')
            .attempt(() => this.countParked())
            .withTimeout(answersWithinMs),
        () =>
          this.indicator
            .check('events')
            .attempt(async () => ({ lag: await this.parking.lag() }))
            .withTimeout(answersWithinMs),
        ...(mails
          ? [async () => this.indicator.check('mails').up<Record<string, unknown>>({ ...mails })]
          : []),
      ]);
    } catch (error) {
      // As a problem it would lose what it is thrown for: which dependency is down, and why.
      if (!(error instanceof HttpException)) throw error;
      void reply.status(error.getStatus());
      return error.getResponse() as HealthCheckResult;
    }
  }

  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @Policy('health.read')
  async figures(): Promise<string> {
    this.metrics.lag.set(await this.lag());
    return this.metrics.registry.metrics();
  }

  private async countParked(): Promise<void> {
    await this.store.count(parkedCollection(this.parking.service), 'byState', { equals: 'parked' });
  }

  /** NaN while the broker does not say: that is when the other figures are wanted most. */
  private lag(): Promise<number> {
    const late = pause(lagWithinMs, NaN, { ref: false });
    return Promise.race([this.parking.lag(), late]).catch(() => NaN);
  }
}
