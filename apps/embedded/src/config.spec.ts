import { ConfigInvalid, readConfig } from './config.js';

describe('the settings of the embedded process', () => {
  it('need nothing', () => {
    expect(readConfig({})).toEqual({
      LEERBRUG_DATA: './data',
      LEERBRUG_DEMO: 'on',
      PORT: 3000,
      HOST: '127.0.0.1',
      LEERBRUG_LOG: 'warn',
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
  ])('refuse a bad %s by its name and rule, without the value %j', (name, value) => {
    const read = () => readConfig({ [name]: value });

    expect(read).toThrow(ConfigInvalid);
    expect(read).toThrow(new RegExp(`^${name}: ${name} must`));
    expect(read).not.toThrow(/secret|70000/);
  });
});
