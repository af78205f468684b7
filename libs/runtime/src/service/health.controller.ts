import { Controller, Get, Header, Inject } from '@nestjs/common';
import { HealthCheckService, HealthIndicatorService, type HealthCheckResult } from '@nestjs/terminus';
import { DocumentStore } from '#libs/ports/document-store/port';
import { Mailer } from '#libs/ports/mailer/port';
import { Policy } from '../access/access.guard.js';
import { parkedCollection } from '../events/parked-events.js';
import { Metrics } from './metrics.js';
import { PARKING, type Parking } from './parked.controller.js';

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
  async ready(): Promise<HealthCheckResult> {
    const mails = await this.mailer.state();
    return this.health.check([
      async () => {
        const check = this.indicator.check('documents');
        await this.store.count(parkedCollection(this.parking.service), 'byState', { equals: 'parked' });
        return check.up();
      },
      async () => {
        const check = this.indicator.check('events');
        const lag = await this.parking.lag();
        this.metrics.lag.set(lag);
        return check.up({ lag });
      },
      ...(mails ? [async () => this.indicator.check('mails').up<Record<string, unknown>>({ ...mails })] : []),
    ]);
  }

  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @Policy('health.read')
  async figures(): Promise<string> {
    this.metrics.lag.set(await this.parking.lag());
    return this.metrics.registry.metrics();
  }
}
