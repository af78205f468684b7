import fastify, { type FastifyInstance } from 'fastify';
import { visitor, type Actor } from '#libs/runtime';
import { forward } from './forward.js';

type Parts = Parameters<typeof forward>[1];

/** A service that takes nobody's word. */
async function aDistrustfulService() {
  const service = fastify();
  service.all('/*', (_, reply) => reply.status(401).send({ status: 401, code: 'http.not-signed-in' }));
  return { service, url: await service.listen({ host: '127.0.0.1', port: 0 }) };
}

describe('what a service answers through the gateway', () => {
  let service: FastifyInstance;
  let gateway: FastifyInstance;
  let actor: Actor;
  beforeEach(async () => {
    const distrustful = await aDistrustfulService();
    service = distrustful.service;
    gateway = fastify();
    await forward(gateway, {
      actors: { of: async () => actor },
      tokens: { sign: async () => 'ours' },
      peers: new Map([['requests', distrustful.url]]),
      metrics: { admissions: { startTimer: () => () => 0 } },
      demoTime: { now: () => undefined },
    } as unknown as Parts);
  });
  afterEach(() => Promise.all([gateway.close(), service.close()]));

  it('signs nobody out who is known when the service does not take our own word for it', async () => {
    actor = { id: 'a-teacher', roles: [] };

    const { statusCode, headers, body } = await gateway.inject('/api/requests/it');

    expect([statusCode, headers['retry-after']]).toEqual([503, '1']);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(JSON.parse(body)).toMatchObject({ status: 503 });
  });

  it('asks a visitor to sign in', async () => {
    actor = visitor;

    const { statusCode, body } = await gateway.inject('/api/requests/it');

    expect([statusCode, JSON.parse(body)]).toEqual([401, { status: 401, code: 'http.not-signed-in' }]);
  });
});
