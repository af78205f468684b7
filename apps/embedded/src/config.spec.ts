import { fastify } from 'fastify';
import { ConfigInvalid, oidcOf } from '#libs/settings';
import { mailOut, readConfig } from './config.js';

describe('the settings of the embedded process', () => {
  it('need nothing', () => {
    expect(readConfig({})).toEqual({
      LEERBRUG_DATA: './data',
      LEERBRUG_DEMO: 'on',
      PORT: 3000,
      HOST: '127.0.0.1',
      LEERBRUG_LOG: 'warn',
      LEERBRUG_REQUESTS_PER_PERSON: 50,
      LEERBRUG_REQUESTS_PER_NETWORK: 200,
      LEERBRUG_KEEP_MAIL_DAYS: 90,
      LEERBRUG_KEEP_PARKED_DAYS: 180,
      LEERBRUG_KEEP_AUDIT_YEARS: 5,
      LEERBRUG_SMTP_TLS: 'required',
    });
  });

  it('are read from the environment, the empty ones left at their default', () => {
    const config = readConfig({
      PORT: '0',
      LEERBRUG_DEMO: 'off',
      HOST: '',
      LEERBRUG_PUBLIC_URL: 'http://a.test',
    });

    expect(config).toMatchObject({
      PORT: 0,
      LEERBRUG_DEMO: 'off',
      HOST: '127.0.0.1',
      LEERBRUG_PUBLIC_URL: 'http://a.test',
    });
  });

  it('switch the sign-in of an issuer on with all that it needs, and not with half of it', () => {
    const issuer = { LEERBRUG_OIDC_ISSUER: 'https://login.test', LEERBRUG_OIDC_CLIENT_ID: 'leerbrug' };

    expect(() => readConfig(issuer)).toThrow(/^LEERBRUG_OIDC_CLIENT_SECRET: /);
    expect(oidcOf(readConfig({}))).toEqual({});
    expect(oidcOf(readConfig({ ...issuer, LEERBRUG_OIDC_CLIENT_SECRET: 'told' }))).toEqual({
      oidc: { issuer: 'https://login.test', clientId: 'leerbrug', clientSecret: 'told' },
    });
  });

  it('leave how long an approval can be undone to the kind of installation, unless told', () => {
    expect(readConfig({}).LEERBRUG_UNDO_SECONDS).toBeUndefined();
    expect(readConfig({ LEERBRUG_UNDO_SECONDS: '0' }).LEERBRUG_UNDO_SECONDS).toBe(0);
  });

  it('want to know whom mails are from when they go out', () => {
    const server = { LEERBRUG_SMTP_URL: 'smtps://post:secret@mail.test' };

    expect(() => readConfig(server)).toThrow(/^LEERBRUG_MAIL_FROM: LEERBRUG_MAIL_FROM must be an address/);
    expect(readConfig({ ...server, LEERBRUG_MAIL_FROM: 'post@leerbrug.example' })).toMatchObject(server);
  });

  it('keep the mails of the demo, whatever they say of a server', async () => {
    const server = { LEERBRUG_SMTP_URL: 'smtps://mail.test', LEERBRUG_MAIL_FROM: 'post@leerbrug.example' };

    expect(await mailOut(readConfig(server))).toEqual({});
    expect(await mailOut(readConfig({ ...server, LEERBRUG_DEMO: 'off' }))).toHaveProperty('smtp');
  });

  it('sign mails with all that it needs, and not with half of it', () => {
    const half = { LEERBRUG_DKIM_DOMAIN: 'leerbrug.example', LEERBRUG_DKIM_SELECTOR: 'post' };

    expect(() => readConfig(half)).toThrow(/^LEERBRUG_DKIM_KEY_FILE: /);
  });

  it.each([
    ['PORT', 'secret'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['HOST', 'a secret'],
    ['LEERBRUG_DATA', ' '],
    ['LEERBRUG_DEMO', 'secret'],
    ['LEERBRUG_PUBLIC_URL', 'secret'],
    ['LEERBRUG_LOG', 'secret'],
    ['LEERBRUG_REQUESTS_PER_PERSON', '0'],
    ['LEERBRUG_TRUST_PROXY', 'secret'],
    ['LEERBRUG_TRUST_PROXY', '10.0.0.0/99'],
    ['LEERBRUG_TRUST_PROXY', 'loopback,10.0.0/8'],
    ['LEERBRUG_TRUST_PROXY', '::1/0'],
    ['LEERBRUG_OIDC_ISSUER', 'secret'],
    ['LEERBRUG_SMTP_URL', 'smtp://post:secret@'],
    ['LEERBRUG_SMTP_URL', 'smtp://post:secret@mail.test?pool=false'],
    ['LEERBRUG_SMTP_TLS', 'secret'],
    ['LEERBRUG_MAIL_FROM', 'secret'],
    ['LEERBRUG_MAIL_BOUNCES_TO', 'secret'],
    ['LEERBRUG_DKIM_DOMAIN', 'secret'],
    ['LEERBRUG_UNDO_SECONDS', 'secret'],
    ['LEERBRUG_UNDO_SECONDS', '3601'],
  ])('refuse a bad %s by its name and rule, without the value %j', (name, value) => {
    const read = () => readConfig({ [name]: value });

    expect(read).toThrow(ConfigInvalid);
    expect(read).toThrow(new RegExp(`^${name}: ${name} must`));
    expect(read).not.toThrow(/secret|70000/);
  });

  it.each(['loopback', '192.0.2.7', '10.0.0.0/8, 2001:db8::/32', 'loopback,::1'])(
    'take %s for proxies, as does the server that is told',
    (proxies) => {
      expect(readConfig({ LEERBRUG_TRUST_PROXY: proxies }).LEERBRUG_TRUST_PROXY).toBe(proxies);
      expect(() => fastify({ trustProxy: proxies })).not.toThrow();
    },
  );
});
