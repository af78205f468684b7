import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MailSettings, smtpOf } from './mail-settings.js';
import { ConfigInvalid, readSettings } from './read-settings.js';

const folder = mkdtempSync(join(tmpdir(), 'leerbrug-'));
afterAll(() => rmSync(folder, { recursive: true }));

const readConfig = (environment: Record<string, string>) => readSettings(MailSettings, environment);
const sending = {
  LEERBRUG_SMTP_URL: 'smtp://post:geheim@mail.example',
  LEERBRUG_MAIL_FROM: 'Leerbrug <post@leerbrug.example>',
};

/** A file in which this kind of key stands. */
function keyFile(kind: 'rsa' | 'ed25519'): string {
  const { privateKey } =
    kind === 'rsa' ? generateKeyPairSync('rsa', { modulusLength: 1024 }) : generateKeyPairSync('ed25519');
  const file = join(folder, kind);
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  return file;
}

const signed = (file: string) => ({
  ...sending,
  LEERBRUG_DKIM_DOMAIN: 'leerbrug.example',
  LEERBRUG_DKIM_SELECTOR: 'post',
  LEERBRUG_DKIM_KEY_FILE: file,
});

describe('how mails go out', () => {
  it('is what the settings say', async () => {
    const config = readConfig({ ...sending, LEERBRUG_MAIL_BOUNCES_TO: 'terug@leerbrug.example' });

    expect(await smtpOf(config)).toEqual({
      smtp: {
        server: {
          host: 'mail.example',
          port: 587,
          tls: 'starttls',
          auth: { user: 'post', pass: 'geheim' },
        },
        from: { name: 'Leerbrug', email: 'post@leerbrug.example' },
        bouncesTo: 'terug@leerbrug.example',
      },
    });
  });

  it('is unencrypted only when that is said', async () => {
    const plain = await smtpOf(readConfig({ ...sending, LEERBRUG_SMTP_TLS: 'off' }));

    expect(plain.smtp?.server.tls).toBe('none');
  });

  it('is not at all without a mail server', async () => {
    expect(await smtpOf(readConfig({}))).toEqual({});
  });

  it('is with a signature when there is a key', async () => {
    const { smtp } = await smtpOf(readConfig(signed(keyFile('rsa'))));

    expect(smtp?.dkim).toEqual({
      domain: 'leerbrug.example',
      selector: 'post',
      privateKey: expect.stringContaining('PRIVATE KEY'),
    });
  });

  it.each([
    ['is not there', () => join(folder, 'geheim')],
    ['holds a key of another kind', () => keyFile('ed25519')],
    ['is a folder', () => folder],
  ])('is refused with a key file that %s, without its name', async (_, file) => {
    const smtp = smtpOf(readConfig(signed(file())));

    await expect(smtp).rejects.toBeInstanceOf(ConfigInvalid);
    await expect(smtp).rejects.toThrow(
      /^LEERBRUG_DKIM_KEY_FILE: LEERBRUG_DKIM_KEY_FILE must be a file with an RSA private key as PEM$/,
    );
  });
});
