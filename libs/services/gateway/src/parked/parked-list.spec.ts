import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { Unavailable } from '#libs/contracts';
import { ParkedListController } from './parked-list.controller.js';
import { services } from '../forward/routes.js';

type Made = ConstructorParameters<typeof ParkedListController>;

const at = (n: number) => new Date(n * 1_000).toISOString();
const many = (service: string, count: number) =>
  Array.from({ length: count }, (_, n) => ({ id: `${service}.${n}`, parkedAt: at(n) }));

/** A service that has so many parked, and gives them a hundred at a time. */
const having = (service: string, count: number) => (cursor: number, reply: FastifyReply) => {
  const items = many(service, count).slice(cursor, cursor + 100);
  return reply.send({ items, next: cursor + 100 < count ? String(cursor + 100) : null });
};

describe('the list of parked events', () => {
  let running: FastifyInstance[];
  beforeEach(() => (running = []));
  afterEach(() => Promise.all(running.map((each) => each.close())));

  async function listWith(requests: (cursor: number, reply: FastifyReply) => unknown) {
    const peers = new Map<string, string>();
    for (const name of services) {
      const answer = name === 'requests' ? requests : having(name, 1);
      const service = fastify({ forceCloseConnections: true });
      service.get<{ Querystring: { cursor?: string } }>('/api/parked', ({ query }, reply) =>
        answer(Number(query.cursor ?? 0), reply),
      );
      running.push(service);
      peers.set(name, await service.listen({ host: '127.0.0.1', port: 0 }));
    }
    const operator = { id: 'operator', roles: [{ role: 'operator' }] };
    const controller = new ParkedListController(
      peers,
      { of: async () => operator } as unknown as Made[1],
      { sign: async () => 'ours' } as unknown as Made[2],
    );
    return controller.list({} as Parameters<typeof controller.list>[0]);
  }

  it('goes on after the first hundred of a service', async () => {
    const { items, next } = await listWith(having('requests', 250));

    expect(items).toHaveLength(250 + services.length - 1);
    expect(items.map(({ parkedAt }) => parkedAt)).toEqual(items.map(({ parkedAt }) => parkedAt).sort());
    expect(next).toBeNull();
  });

  it('ends at a thousand of one service', async () => {
    const { items } = await listWith(having('requests', 1_500));

    expect(items).toHaveLength(1_000 + services.length - 1);
  });

  it.each<[string, (cursor: number, reply: FastifyReply) => unknown]>([
    ['refuses', (_, reply) => reply.status(503).send({ status: 503 })],
    ['breaks off', (_, reply) => reply.raw.destroy()],
    ['says nothing', () => new Promise(() => undefined)],
  ])('cannot be had while a service %s', async (_, answer) => {
    await expect(listWith(answer)).rejects.toBeInstanceOf(Unavailable);
  });
});
