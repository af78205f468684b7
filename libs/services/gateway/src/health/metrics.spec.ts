import fastify, { type FastifyInstance } from 'fastify';
import { GatewayMetrics } from './gateway-metrics.js';
import { HealthController } from './health.controller.js';
import { services } from '../forward/routes.js';

type Made = ConstructorParameters<typeof HealthController>;

describe('the figures at the gateway', () => {
  const running: FastifyInstance[] = [];
  afterAll(() => Promise.all(running.map((each) => each.close())));

  async function answering(status: number, text: string): Promise<string> {
    const service = fastify();
    service.get('/internal/metrics', (_, reply) => reply.status(status).send(text));
    running.push(service);
    return service.listen({ host: '127.0.0.1', port: 0 });
  }

  it('tell which service is away, and hold nothing that is no figure', async () => {
    const peers = new Map<string, string>();
    for (const name of services) peers.set(name, await answering(200, `things{service="${name}"} 1`));
    peers.set('requests', await answering(503, '{"title":"Not available just now"}'));
    peers.set('offers', 'http://127.0.0.1:1');
    const controller = new HealthController(
      peers,
      {} as Made[1],
      new GatewayMetrics(),
      () => 'http://localhost:3000',
      undefined,
    );

    const text = await controller.metrics({
      headers: {},
      socket: { remoteAddress: '127.0.0.1' },
    } as Parameters<typeof controller.metrics>[0]);

    expect(text).toContain('leerbrug_service_up{service="requests"} 0\n');
    expect(text).toContain('leerbrug_service_up{service="offers"} 0\n');
    expect(text.match(/^leerbrug_service_up\{.*\} 1$/gm)).toHaveLength(services.length - 2);
    expect(text).not.toContain('title');
  });
});
