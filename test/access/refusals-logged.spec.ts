import { pino } from 'pino';
import { Writable } from 'node:stream';
import { aWorld, postedRequest } from '../support/world.js';

describe('a refusal', () => {
  it('is logged by who, what and of which thing, and without a word that was sent', async () => {
    const lines: string[] = [];
    const sink = new Writable({
      write(chunk, _encoding, done) {
        lines.push(String(chunk));
        done();
      },
    });
    const world = await aWorld({ log: pino({ level: 'warn' }, sink) });
    const request = await postedRequest(world);

    await world.stranger.post(`/api/requests/${request.id}/withdraw`, { reason: 'Mevrouw Geheim' });
    await world.partner.post('/api/requests', { note: 'Mevrouw Geheim' });
    await world.close();

    const refused = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'refused');
    expect(refused).toMatchObject([
      { code: 'aggregate.missing', actor: 'stranger', object: request.id, service: 'requests' },
      { code: 'access.not-allowed', actor: 'partner', route: 'POST /api/requests' },
    ]);
    expect(lines.join('')).not.toMatch(/Geheim|leerbrug\.test/);
  });
});
