import { pino } from 'pino';
import { Writable } from 'node:stream';
import { Browser } from '../support/browser.js';
import { aWorld, postedRequest } from '../support/world.js';

/** A world whose warnings can be read afterwards. */
async function aLoggingWorld() {
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const world = await aWorld({ log: pino({ level: 'warn' }, sink) });
  const refused = () => lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'refused');
  return { world, lines, refused };
}

describe('a refusal', () => {
  it('is logged by who, what and of which thing, and without a word that was sent', async () => {
    const { world, lines, refused } = await aLoggingWorld();
    const request = await postedRequest(world);

    await world.stranger.post(`/api/requests/${request.id}/withdraw`, { reason: 'Mevrouw Geheim' });
    await world.partner.post('/api/requests', { note: 'Mevrouw Geheim' });
    await world.close();

    expect(refused()).toMatchObject([
      { code: 'aggregate.missing', actor: 'stranger', object: request.id, service: 'requests' },
      { code: 'access.not-allowed', actor: 'partner', route: 'POST /api/requests' },
    ]);
    expect(lines.join('')).not.toMatch(/Geheim|leerbrug\.test/);
  });

  it('of a sign-in is logged too, and what the edge itself refuses', async () => {
    const { world, lines, refused } = await aLoggingWorld();
    const browser = new Browser(world.embedded.url);
    await browser.post('/api/sign-in/codes', { email: 'teacher@leerbrug.test' });

    await browser.post('/api/sign-in/sessions', { code: 'GEHEIM22' });
    const evil = { 'sec-fetch-site': 'cross-site' };
    await browser.send('POST', '/api/sign-in/sessions', { code: 'GEHEIM22' }, evil);
    await world.teacher.send('GET', '/metrics', undefined, { 'x-forwarded-for': '203.0.113.9' });
    await world.close();

    expect(refused().filter(({ service }) => service === 'gateway')).toMatchObject([
      { code: 'sign-in.code-wrong', route: 'POST /api/sign-in/sessions' },
      { code: 'access.cross-site', route: 'POST /api/sign-in/sessions' },
      { code: 'access.not-allowed', route: 'GET /metrics' },
    ]);
    expect(lines.join('')).not.toMatch(/GEHEIM|leerbrug\.test/);
  });
});
