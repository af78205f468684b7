import { mailAddressOf, smtpServerOf } from './smtp-settings.js';

describe('the address of a mail server', () => {
  it.each([
    ['smtp://mail.example', { host: 'mail.example', port: 587, tls: 'starttls' }],
    ['smtps://mail.example/', { host: 'mail.example', port: 465, tls: 'at-once' }],
    ['smtp://mail.example:2525', { host: 'mail.example', port: 2525, tls: 'starttls' }],
    ['smtp://localhost:1025', { host: 'localhost', port: 1025, tls: 'none' }],
    ['smtp://127.0.0.5', { host: '127.0.0.5', port: 587, tls: 'none' }],
    ['smtp://[::1]:25', { host: '::1', port: 25, tls: 'none' }],
    ['smtps://localhost', { host: 'localhost', port: 465, tls: 'at-once' }],
    ['smtp://127.evil.example', { host: '127.evil.example', port: 587, tls: 'starttls' }],
    ['smtp://localhost.evil.example', { host: 'localhost.evil.example', port: 587, tls: 'starttls' }],
  ])('%s says where and how', (address, server) => {
    expect(smtpServerOf(address)).toEqual(server);
  });

  it('holds the account, coded as addresses are', () => {
    expect(smtpServerOf('smtp://post%40leerbrug.example:ge%3Aheim%2F@mail.example')?.auth).toEqual({
      user: 'post@leerbrug.example',
      pass: 'ge:heim/',
    });
  });

  it('is plain when that is allowed, and encrypted all the same when it is asked', () => {
    expect(smtpServerOf('smtp://mail.example', true)?.tls).toBe('none');
    expect(smtpServerOf('smtps://mail.example', true)?.tls).toBe('at-once');
  });

  it.each([
    ...['', 'mail.example', 'mail.example:25', 'http://mail.example', 'smtp://', 'smtp:mail.example'],
    ...[
      'smtp://mail.example:0',
      'smtp://mail.example:99999',
      'smtp://mail.example/path',
      'smtp://mail.example#a',
    ],
    ...['smtp://mail.example?tls.rejectUnauthorized=false', 'smtp://:geheim@mail.example'],
    ...['smtp://a:%zz@mail.example', 'smtp://a%0d%0aRCPT:b@mail.example'],
  ])('is none: %j', (address) => {
    expect(smtpServerOf(address)).toBeUndefined();
  });
});

describe('whom mails are from', () => {
  it.each([
    ['post@leerbrug.example', { name: '', email: 'post@leerbrug.example' }],
    ['Leerbrug <post@leerbrug.example>', { name: 'Leerbrug', email: 'post@leerbrug.example' }],
    [
      '"Leerbrug, Noord" <post@leerbrug.example> ',
      { name: 'Leerbrug, Noord', email: 'post@leerbrug.example' },
    ],
    ['<post@leerbrug.example>', { name: '', email: 'post@leerbrug.example' }],
  ])('%s is a name and an address', (text, address) => {
    expect(mailAddressOf(text)).toEqual(address);
  });

  it.each([
    ...['', 'Leerbrug', 'Leerbrug <post>', 'post@leerbrug.example, bo@leerbrug.example'],
    ...['A <a@b.example> <c@d.example>', 'Leer\r\nBcc: x@y.example <post@leerbrug.example>', 'a@b.example>'],
  ])('%j is none', (text) => {
    expect(mailAddressOf(text)).toBeUndefined();
  });
});
