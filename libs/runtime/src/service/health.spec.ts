import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { TerminusModule } from '@nestjs/terminus';
import { Unavailable } from '#libs/contracts';
import { DocumentStore } from '#libs/ports/document-store/port';
import { Mailer } from '#libs/ports/mailer/port';
import { HealthController } from './health.controller.js';
import { Metrics } from './metrics.js';
import { PARKING } from './parked.controller.js';

const away = (what: string) => () => Promise.reject(new Unavailable(what));
const silent = () => new Promise<number>(() => undefined);

describe('the health of a service', () => {
  let app: NestFastifyApplication;
  afterEach(() => app.close());

  async function asked(path: string, { lag, count = async () => 0 }: Record<string, () => Promise<number>>) {
    app = await NestFactory.create<NestFastifyApplication>(
      {
        module: class {},
        imports: [TerminusModule.forRoot({ logger: false })],
        controllers: [HealthController],
        providers: [
          { provide: DocumentStore, useValue: { count } },
          { provide: Mailer, useValue: { state: async () => ({ waiting: 0 }) } },
          { provide: Metrics, useValue: new Metrics('things') },
          { provide: PARKING, useValue: { service: 'things', lag } },
        ],
      },
      new FastifyAdapter(),
      { logger: false },
    );
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return app.inject(path);
  }

  it('names each dependency when all is well', async () => {
    const { statusCode, json } = await asked('/internal/ready', { lag: async () => 3 });

    expect(statusCode).toBe(200);
    expect(json()).toMatchObject({
      status: 'ok',
      details: { documents: { status: 'up' }, events: { status: 'up', lag: 3 }, mails: { status: 'up' } },
    });
  });

  it('says which dependency is down, and why, beside those that are up', async () => {
    const { statusCode, json } = await asked('/internal/ready', { lag: away('the event bus') });

    expect(statusCode).toBe(503);
    expect(json()).toMatchObject({
      status: 'error',
      details: {
        documents: { status: 'up' },
        events: { status: 'down', message: 'the event bus cannot be reached' },
      },
    });
  });

  it('does not wait for a dependency that says nothing', async () => {
    const { statusCode, json } = await asked('/internal/ready', { lag: async () => 0, count: silent });

    expect(statusCode).toBe(503);
    expect(json()).toMatchObject({ details: { documents: { status: 'down' }, events: { status: 'up' } } });
  });

  it.each([
    ['is away', away('the event bus')],
    ['says nothing', silent],
  ])('has figures while the broker %s, all but the lag', async (_, lag) => {
    const { statusCode, body } = await asked('/internal/metrics', { lag });

    expect(statusCode).toBe(200);
    expect(body).toMatch(/^leerbrug_consumer_lag_events\{service="things"\} nan$/im);
  });
});
