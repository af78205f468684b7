import { MailServer, readMail, settingsFor } from '#libs/ports/mailer/smtp/testing';
import { Browser } from '../support/browser.js';
import { until } from '../support/until.js';
import { aWorld, type World } from '../support/world.js';

const tess = 'teacher@leerbrug.test';

describe('where a mail server is set', () => {
  let server: MailServer;
  let world: World;
  beforeAll(async () => {
    server = await MailServer.start();
    world = await aWorld({ smtp: settingsFor(server) });
  });
  afterAll(async () => {
    await world.close();
    await server.goAway();
  });

  const ask = () => new Browser(world.embedded.url).post('/api/sign-in/codes', { email: tess });
  const whenMailsAre = (is: string) =>
    until(async () => {
      const { status, body } = await world.operator.get('/health/ready');
      const { mails } = body.services.directory.details.details;
      return mails.is === is && { status, mails };
    }, `mails that are ${is}`);

  it('hands mails to it, and has no mailbox', async () => {
    await ask();

    const [arrived] = await until(async () => server.arrived.length > 0 && server.arrived, 'the code');
    const { to, subject } = await readMail(arrived?.raw ?? Buffer.from(''));
    expect([to.email, subject]).toEqual([tess, 'Je code voor Leerbrug']);
    expect(await world.operator.get('/api/demo/mailbox')).toMatchObject({ body: { code: 'mailbox.none' } });
  });

  it('says how it is, and stays ready while it is away', async () => {
    expect(await whenMailsAre('reachable')).toEqual({
      status: 200,
      mails: { status: 'up', is: 'reachable', at: expect.any(Number) },
    });

    await server.goAway();
    expect((await ask()).status).toBe(202);

    expect(await whenMailsAre('away')).toEqual({
      status: 200,
      mails: {
        status: 'up',
        is: 'away',
        at: expect.any(Number),
        why: expect.stringContaining('no connection'),
      },
    });
  });
});
