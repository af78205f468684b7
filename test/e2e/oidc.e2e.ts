import { Browser } from '../support/browser.js';
import { anIssuer, type Account } from '../support/issuer.js';
import { aWorld, type World } from '../support/world.js';

const tess: Account = { sub: 'subject-1', email: 'Teacher@leerbrug.test', email_verified: true };

let issuer: Awaited<ReturnType<typeof anIssuer>>;
let world: World;
beforeEach(async () => {
  issuer = await anIssuer();
  world = await aWorld({ oidc: { issuer: issuer.url, clientId: 'leerbrug', clientSecret: 'told' } });
});
afterEach(async () => {
  await world.close();
  await issuer.close();
});

const aBrowser = () => new Browser(world.embedded.url);
const start = async (browser: Browser) =>
  (await browser.post('/api/sign-in/oidc/start')).body.redirect as string;
const finish = (browser: Browser, brought: object) => browser.post('/api/sign-in/oidc/finish', brought);

async function signIn(account: Account) {
  const browser = aBrowser();
  const answer = await finish(browser, issuer.signIn(await start(browser), account));
  return { browser, answer };
}

describe('signing in by an issuer', () => {
  it('sends people there with a proof, a state and a nonce, and knows them when they are back', async () => {
    const browser = aBrowser();
    const redirect = new URL(await start(browser));

    expect(Object.fromEntries(redirect.searchParams)).toMatchObject({
      client_id: 'leerbrug',
      response_type: 'code',
      redirect_uri: `${world.embedded.url}/inloggen/terug`,
      code_challenge_method: 'S256',
      state: expect.stringMatching(/.{20}/),
      nonce: expect.stringMatching(/.{20}/),
    });
    const answer = await finish(browser, issuer.signIn(redirect.href, tess));
    expect(answer).toMatchObject({ status: 201, body: { person: { id: 'teacher' } } });
    expect((await browser.get('/api/me')).body).toMatchObject({ id: 'teacher', signInWith: 'session' });
  });

  it('knows people by issuer and subject from then on, whatever their address is', async () => {
    await signIn(tess);

    const { answer: moved } = await signIn({ ...tess, email: 'partner@leerbrug.test' });
    const { answer: second } = await signIn({ ...tess, sub: 'subject-2' });

    expect(moved.body.person.id).toBe('teacher');
    expect(second).toMatchObject({ status: 403, body: { code: 'oidc.nobody' } });
  });

  it.each<[string, Account]>([
    ['no address', { sub: 'a' }],
    ['an address that nobody confirmed', { sub: 'b', email: tess.email ?? '', email_verified: false }],
    ['an address that nobody has here', { sub: 'c', email: 'nobody@leerbrug.test', email_verified: true }],
  ])('refuses %s', async (_what, account) => {
    const { answer, browser } = await signIn(account);

    expect(answer).toMatchObject({ status: 403, body: { code: 'oidc.nobody' } });
    expect(browser.cookies.has('leerbrug')).toBe(false);
  });

  it('refuses what another browser started, what was brought before, and what comes too late', async () => {
    const refused = { status: 400, body: { code: 'oidc.failed' } };
    const victim = aBrowser();
    const attacker = aBrowser();
    await start(victim);
    const brought = issuer.signIn(await start(attacker), tess);

    expect(await finish(victim, brought)).toMatchObject(refused);
    expect((await finish(attacker, brought)).status).toBe(201);
    expect(await finish(attacker, brought)).toMatchObject(refused);

    const late = issuer.signIn(await start(victim), tess);
    world.clock.advance(10 * 60_000);
    expect(await finish(victim, late)).toMatchObject(refused);
  });

  it.each([
    ['for another client', { aud: 'somebody-else' }],
    ['with another nonce', { nonce: 'of-another-time' }],
  ])('refuses a token %s', async (_what, said) => {
    Object.assign(issuer.said, said);

    expect((await signIn(tess)).answer).toMatchObject({ status: 400, body: { code: 'oidc.failed' } });
  });

  it('refuses an answer of another issuer', async () => {
    const browser = aBrowser();
    const brought = issuer.signIn(await start(browser), tess);

    expect((await finish(browser, { ...brought, iss: 'https://elsewhere.example' })).status).toBe(400);
  });

  it('says so when the issuer is away, and when there is none', async () => {
    await issuer.close();
    const away = await aBrowser().post('/api/sign-in/oidc/start');
    const without = await aWorld();
    const none = await new Browser(without.embedded.url).post('/api/sign-in/oidc/start');
    await without.close();
    issuer = await anIssuer();

    expect(away).toMatchObject({ status: 503, body: { code: 'http.unavailable' } });
    expect(none).toMatchObject({ status: 404, body: { code: 'oidc.off' } });
  });

  it('changes nothing by a GET', async () => {
    for (const step of ['start', 'finish'])
      expect((await aBrowser().get(`/api/sign-in/oidc/${step}?code=a&state=b`)).status).toBe(404);
  });
});
