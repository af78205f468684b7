import { isNear } from './near.js';

const from = (remoteAddress: string | undefined, headers: Record<string, string> = {}) =>
  ({ headers, socket: { remoteAddress } }) as Parameters<typeof isNear>[0];

describe('who is near', () => {
  it.each(['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1'])('is who calls from %s', (address) => {
    expect(isNear(from(address), 'http://localhost:3000')).toBe(true);
    expect(isNear(from(address), 'http://[::1]:3000')).toBe(true);
  });

  it.each(['192.0.2.7', '::ffff:192.0.2.7', '2001:db8::1', '', undefined])('is nobody at %s', (address) => {
    expect(isNear(from(address), 'http://localhost:3000')).toBe(false);
  });

  it.each(['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'])(
    'is nobody whom a proxy speaks for, by its %s',
    (name) => {
      expect(isNear(from('127.0.0.1', { [name]: '127.0.0.1' }), 'http://localhost:3000')).toBe(false);
    },
  );

  it.each(['https://leerbrug.example', 'http://127.0.0.1.evil.example', 'http://localhost.example'])(
    'is nobody of an installation that people reach at %s',
    (url) => {
      expect(isNear(from('127.0.0.1'), url)).toBe(false);
    },
  );
});
