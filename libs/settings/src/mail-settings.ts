import { createPrivateKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { IsIn, IsOptional, Matches, ValidateIf } from 'class-validator';
import { isAddress } from '#libs/ports/mailer/port';
import { mailAddressOf, smtpServerOf, type SmtpSettings } from '#libs/ports/mailer/smtp';
import { ConfigInvalid } from './read-settings.js';
import { Reads, Says } from './setting.js';

const usesDkim = (config: MailSettings) =>
  [config.LEERBRUG_DKIM_DOMAIN, config.LEERBRUG_DKIM_SELECTOR, config.LEERBRUG_DKIM_KEY_FILE].some(Boolean);
const sendsMail = ({ LEERBRUG_SMTP_URL, LEERBRUG_MAIL_FROM }: MailSettings) =>
  Boolean(LEERBRUG_SMTP_URL ?? LEERBRUG_MAIL_FROM);

/** How mails leave; all or none of the three of DKIM. */
export class MailSettings {
  @Says(
    'Mail server: `smtp://user:password@host` (encrypted by STARTTLS, port 587) or `smtps://…` (port 465); only this machine’s own is reached in the clear. Without one mails stay in the mailbox of the one process, and wait in a cluster. The demo keeps them whatever this says, so that it mails no strangers.',
  )
  @IsOptional()
  @Reads(smtpServerOf, 'smtp:// or smtps:// with a host, without a path or options')
  LEERBRUG_SMTP_URL?: string;
  @Says('`off` lets mails and password go unencrypted to an `smtp://` server on another machine.')
  @IsIn(['required', 'off'])
  LEERBRUG_SMTP_TLS: 'required' | 'off' = 'required';
  @Says('Whom mails are from, as `Leerbrug <post@leerbrug.example>`; needed with `LEERBRUG_SMTP_URL`.')
  @ValidateIf(sendsMail)
  @Reads(mailAddressOf, 'an address, or a name and <an address>')
  LEERBRUG_MAIL_FROM?: string;
  @Says('The address that undeliverable mails come back to; default: the one of `LEERBRUG_MAIL_FROM`.')
  @IsOptional()
  @Reads(isAddress, 'an address')
  LEERBRUG_MAIL_BOUNCES_TO?: string;
  @Says('Domain that mails are signed for with DKIM; needs the selector and the key file.')
  @ValidateIf(usesDkim)
  @Matches(/^([A-Za-z0-9-]{1,63}\.)+[A-Za-z0-9-]{2,63}$/)
  LEERBRUG_DKIM_DOMAIN?: string;
  @Says('Name of the DKIM key, as it stands before `._domainkey` in the DNS.')
  @ValidateIf(usesDkim)
  @Matches(/^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/)
  LEERBRUG_DKIM_SELECTOR?: string;
  @Says('File with the DKIM key: an RSA private key as PEM.')
  @ValidateIf(usesDkim)
  @Matches(/\S/)
  LEERBRUG_DKIM_KEY_FILE?: string;
}

/** How mails go out; nothing without a mail server. @throws ConfigInvalid when the DKIM key cannot be used */
export async function smtpOf(config: MailSettings): Promise<{ readonly smtp?: SmtpSettings }> {
  if (!config.LEERBRUG_SMTP_URL) return {};
  const server = smtpServerOf(config.LEERBRUG_SMTP_URL, config.LEERBRUG_SMTP_TLS === 'off');
  const from = mailAddressOf(config.LEERBRUG_MAIL_FROM ?? '');
  const bouncesTo = config.LEERBRUG_MAIL_BOUNCES_TO;
  if (!server || !from) return {};
  return { smtp: { server, from, ...(bouncesTo ? { bouncesTo } : {}), ...(await dkimOf(config)) } };
}

async function dkimOf(config: MailSettings): Promise<Pick<SmtpSettings, 'dkim'>> {
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
