import { DirectorySeed } from '#libs/services/directory';
import { Browser } from '../support/browser.js';
import { aWorld, type World } from '../support/world.js';

describe('the demo', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld({ demo: true });
  });
  afterAll(() => world.close());

  const signIn = async (personId: unknown) => {
    const browser = new Browser(world.embedded.url);
    return { browser, answer: await browser.post('/api/demo/sign-in', { personId }) };
  };

  it('says that somebody can be one of its people', async () => {
    expect((await world.visitor.get('/api/sign-in')).body).toEqual({
      code: true,
      issuer: false,
      demo: true,
      signedIn: false,
    });
  });

  it('lets a visitor be one of its people without a code, with what the second factor guards', async () => {
    const { browser, answer } = await signIn('coordinator');

    expect(answer).toMatchObject({ status: 201, body: { person: { id: 'coordinator' } } });
    expect((await browser.get('/api/me')).body).toMatchObject({ id: 'coordinator', signInWith: 'session' });
    const exported = '/api/exports/activities?region=region-ijssel&from=2026-11-01&to=2026-11-30';
    expect((await browser.get(exported)).status).toBe(200);
  });

  it('shows everybody its mails', async () => {
    expect((await world.visitor.get('/api/demo/mailbox')).status).toBe(200);
  });

  it('lets nobody be who could be real, or is nobody', async () => {
    const directory = world.embedded.services.get('directory')?.app.get(DirectorySeed);
    await directory?.person({
      id: 'real',
      name: 'Echt',
      email: 'echt@school.nl',
      roles: [{ role: 'operator' }],
    });

    expect((await signIn('real')).answer).toMatchObject({ status: 403, body: { code: 'sign-in.disabled' } });
    expect((await signIn('nobody')).answer).toMatchObject({
      status: 403,
      body: { code: 'sign-in.disabled' },
    });
    expect((await signIn({ $ne: null })).answer.status).toBe(400);
  });
});
