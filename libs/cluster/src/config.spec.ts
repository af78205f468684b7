import { ConfigInvalid, oidcOf } from '#libs/settings';
import { addressesOf, readConfig } from './config.js';
import { kafkaOf, readServers } from './servers-config.js';

const enough = {
  KAFKA_BROKERS: 'one:9092,two:9092',
  MONGO_URL: 'mongodb://db/leerbrug',
  REDIS_URL: 'redis://cache',
  LEERBRUG_KEYS_FILE: '/run/keys.json',
  LEERBRUG_PUBLIC_URL: 'https://leerbrug.test',
  LEERBRUG_SECRET: 'x'.repeat(32),
};

describe('the settings of a cluster process', () => {
  it('are read from the environment, with defaults for what may be left out', () => {
    expect(readConfig({ ...enough, PORT: '0', PATH: '/bin', LEERBRUG_WEB: '' })).toMatchObject({
      ...enough,
      PORT: 0,
      HOST: '127.0.0.1',
      LEERBRUG_LOG: 'warn',
    });
  });

  it.each([
    ['no number', 'PORT: PORT must be an integer number'],
    ['70000', 'PORT: PORT must not be greater than 65535'],
  ])('say the one rule that a PORT of %j breaks', (PORT, rule) => {
    expect(() => readConfig({ ...enough, PORT })).toThrow(new ConfigInvalid(rule));
  });

  it.each([
    ['KAFKA_BROKERS', undefined],
    ['KAFKA_BROKERS', 'secret'],
    ['KAFKA_PREFIX', 'secret word'],
    ['KAFKA_SASL', 'secret'],
    ['KAFKA_TLS', 'secret'],
    ['MONGO_URL', 'http://secret'],
    ['REDIS_URL', 'secret'],
    ['LEERBRUG_SECRET', 'secret'],
    ['LEERBRUG_SERVICES', 'secret'],
    ['LEERBRUG_KEYS_FILE', ''],
    ['PORT', 'secret'],
    ['LEERBRUG_KEEP_AUDIT_YEARS', '0'],
    ['LEERBRUG_OIDC_ISSUER', 'secret'],
  ])('refuse a bad %s by its name and rule, without the value %j', (name, value) => {
    const read = () => readConfig({ ...enough, [name]: value });

    expect(read).toThrow(ConfigInvalid);
    expect(read).toThrow(new RegExp(`^${name}: ${name} must`));
    expect(read).not.toThrow(/secret/);
  });

  it('need only the servers for a deploy step', () => {
    const { KAFKA_BROKERS, MONGO_URL } = enough;
    expect(readServers({ KAFKA_BROKERS, MONGO_URL })).toEqual({
      KAFKA_BROKERS,
      KAFKA_PREFIX: 'leerbrug.',
      MONGO_URL,
    });
    expect(() => readServers({ KAFKA_BROKERS })).toThrow(/^MONGO_URL/);
  });

  it('say who we are at the broker, with a password or not at all', () => {
    const named = { ...enough, KAFKA_USERNAME: 'leerbrug' };

    expect(() => readConfig(named)).toThrow(/^KAFKA_PASSWORD: /);
    expect(kafkaOf(readConfig(enough), 'x')).toMatchObject({ brokers: ['one:9092', 'two:9092'], tls: false });
    expect(kafkaOf(readConfig({ ...named, KAFKA_PASSWORD: 'word', KAFKA_TLS: 'on' }), 'x')).toMatchObject({
      tls: true,
      account: { mechanism: 'scram-sha-512', username: 'leerbrug', password: 'word' },
    });
  });

  it('switch an issuer on with all that it needs, or not at all', () => {
    const issuer = { LEERBRUG_OIDC_ISSUER: 'https://login.test', LEERBRUG_OIDC_CLIENT_ID: 'leerbrug' };

    expect(() => readConfig({ ...enough, ...issuer })).toThrow(/^LEERBRUG_OIDC_CLIENT_SECRET: /);
    expect(oidcOf(readConfig(enough))).toEqual({});
    expect(oidcOf(readConfig({ ...enough, ...issuer, LEERBRUG_OIDC_CLIENT_SECRET: 'told' }))).toEqual({
      oidc: { issuer: 'https://login.test', clientId: 'leerbrug', clientSecret: 'told' },
    });
  });

  it('place each service at its own name, or where they say', () => {
    const config = readConfig({ ...enough, LEERBRUG_SERVICES: 'offers=http://127.0.0.1:81' });
    expect([...addressesOf(config, ['offers', 'requests'])]).toEqual([
      ['offers', 'http://127.0.0.1:81'],
      ['requests', 'http://requests:8080'],
    ]);
  });
});
