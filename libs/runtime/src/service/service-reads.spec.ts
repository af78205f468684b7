import fastify from 'fastify';
import { Unavailable } from '#libs/contracts';
import type { ServiceTokens } from '../access/service-tokens.js';
import { ServiceReads } from './service-reads.js';

describe('a read from another service', () => {
  let status: number;
  const owner = fastify();
  let reads: ServiceReads;
  beforeAll(async () => {
    owner.get('/internal/it', (_, reply) => reply.status(status).send({ name: 'it' }));
    const tokens = { signAsService: async () => 'ours' } as unknown as ServiceTokens;
    const peers = new Map([
      ['owner', await owner.listen({ host: '127.0.0.1', port: 0 })],
      ['gone', 'http://127.0.0.1:1'],
    ]);
    reads = new ServiceReads(tokens, peers);
  });
  afterAll(async () => {
    await reads.close();
    await owner.close();
  });

  it('gives what the owner has, or nothing', async () => {
    status = 200;
    expect(await reads.get('owner', '/internal/it')).toEqual({ name: 'it' });
    status = 404;
    expect(await reads.get('owner', '/internal/it')).toBeUndefined();
  });

  it.each([500, 503, 401])('waits while the owner answers %i: that passes', async (answered) => {
    status = answered;
    await expect(reads.get('owner', '/internal/it')).rejects.toThrow(Unavailable);
  });

  it.each(['gone', 'unheard-of'])('waits for an owner that is %s', async (name) => {
    await expect(reads.get(name, '/internal/it')).rejects.toThrow(Unavailable);
  });

  it.each([400, 403])('is a mistake of ours when the owner answers %i', async (answered) => {
    status = answered;
    await expect(reads.get('owner', '/internal/it')).rejects.toThrow(`answered ${answered}`);
  });
});
