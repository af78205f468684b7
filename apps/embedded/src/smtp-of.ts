import { createPrivateKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { mailAddressOf, smtpServerOf, type SmtpSettings } from '#libs/ports/mailer/smtp';
import { ConfigInvalid, type EmbeddedConfig } from './config.js';

/** How mails go out; nothing where they stay in the mailbox. @throws ConfigInvalid when the DKIM key cannot be used */
export async function smtpOf(config: EmbeddedConfig): Promise<{ readonly smtp?: SmtpSettings }> {
  if (!config.LEERBRUG_SMTP_URL || config.LEERBRUG_DEMO === 'on') return {};
  const server = smtpServerOf(config.LEERBRUG_SMTP_URL, config.LEERBRUG_SMTP_TLS === 'off');
  const from = mailAddressOf(config.LEERBRUG_MAIL_FROM ?? '');
  const bouncesTo = config.LEERBRUG_MAIL_BOUNCES_TO;
  if (!server || !from) return {};
  return { smtp: { server, from, ...(bouncesTo ? { bouncesTo } : {}), ...(await dkimOf(config)) } };
}

async function dkimOf(config: EmbeddedConfig): Promise<Pick<SmtpSettings, 'dkim'>> {
  const domain = config.LEERBRUG_DKIM_DOMAIN;
  const selector = config.LEERBRUG_DKIM_SELECTOR;
  const file = config.LEERBRUG_DKIM_KEY_FILE;
  if (!domain || !selector || !file) return {};
  const privateKey = await readFile(file, 'utf8').catch(() => '');
  if (!isRsa(privateKey))
    throw new ConfigInvalid(
      'LEERBRUG_DKIM_KEY_FILE: LEERBRUG_DKIM_KEY_FILE must be a file with an RSA private key as PEM',
    );
  return { dkim: { domain, selector, privateKey } };
}

function isRsa(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
}
