import { Type, plainToInstance } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateIf,
  validateSync,
} from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { mailAddressOf, smtpServerOf } from '#libs/ports/mailer/smtp';
import { isAddress } from '#libs/ports/mailer/port';
import type { OidcSettings } from '#libs/services/directory';

/** A sentence per setting, for people and for docs/configuration.md. */
const Says = (description: string) => JSONSchema({ description }) as PropertyDecorator;

/** All three or none: half of them would look switched on. */
const usesOidc = (config: EmbeddedConfig) =>
  [config.LEERBRUG_OIDC_ISSUER, config.LEERBRUG_OIDC_CLIENT_ID, config.LEERBRUG_OIDC_CLIENT_SECRET].some(
    Boolean,
  );

const usesDkim = (config: EmbeddedConfig) =>
  [config.LEERBRUG_DKIM_DOMAIN, config.LEERBRUG_DKIM_SELECTOR, config.LEERBRUG_DKIM_KEY_FILE].some(Boolean);
const sendsMail = ({ LEERBRUG_SMTP_URL, LEERBRUG_MAIL_FROM }: EmbeddedConfig) =>
  Boolean(LEERBRUG_SMTP_URL ?? LEERBRUG_MAIL_FROM);

/** A text that this function makes something of. */
const Reads = (read: (text: string) => unknown, what: string) =>
  ValidateBy({
    name: 'reads',
    validator: {
      validate: (value) => typeof value === 'string' && Boolean(read(value)),
      defaultMessage: () => `$property must be ${what}`,
    },
  });

/** Every setting of the embedded process; it needs none. */
export class EmbeddedConfig {
  @Says('Folder that holds the database and the demo’s file.')
  @IsString()
  @Matches(/\S/)
  LEERBRUG_DATA = './data';
  @Says('`on` makes the demo region in an empty folder; `off` starts empty.')
  @IsIn(['on', 'off'])
  LEERBRUG_DEMO: 'on' | 'off' = 'on';
  @Says('Port to listen on; 0 takes a free one, printed and written to `demo.json`.')
  @IsInt()
  @Min(0)
  @Max(65535)
  PORT = 3000;
  @Says('Address to listen on.')
  @IsString()
  @Matches(/^[0-9A-Za-z.:-]+$/)
  HOST = '127.0.0.1';
  @Says('What links in mails start with; default: the address it listens on.')
  @IsOptional()
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] })
  LEERBRUG_PUBLIC_URL?: string;
  @Says('Requests per second that one person may make, over all sessions and API tokens.')
  @IsInt()
  @Min(1)
  LEERBRUG_REQUESTS_PER_PERSON = 50;
  @Says('Requests per second from one network: an IPv4 address or an IPv6 /64; a whole school may be one.')
  @IsInt()
  @Min(1)
  LEERBRUG_REQUESTS_PER_NETWORK = 200;
  @Says('Proxies whose `X-Forwarded-For` is believed: `loopback`, addresses or networks with commas.')
  @IsOptional()
  @Matches(/^(loopback|[0-9A-Fa-f.:/]+)(, ?(loopback|[0-9A-Fa-f.:/]+))*$/)
  LEERBRUG_TRUST_PROXY?: string;
  @Says('Issuer of an OpenID Connect sign-in, beside the codes; needs the two settings below.')
  @ValidateIf(usesOidc)
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] })
  LEERBRUG_OIDC_ISSUER?: string;
  @Says('What that issuer knows this Leerbrug as.')
  @ValidateIf(usesOidc)
  @Matches(/\S/)
  LEERBRUG_OIDC_CLIENT_ID?: string;
  @Says('The secret that goes with it.')
  @ValidateIf(usesOidc)
  @Matches(/\S/)
  LEERBRUG_OIDC_CLIENT_SECRET?: string;
  @Says(
    'Mail server: `smtp://user:password@host` (encrypted by STARTTLS, port 587) or `smtps://…` (port 465); only this machine’s own is reached in the clear. Default: mails stay in the mailbox. The demo keeps them there whatever this says, so that it mails no strangers.',
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
  @Says(
    'Seconds in which a coordinator can undo an approval in silence: its questions go out after them. Default: 600, in the demo 10.',
  )
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(3600)
  LEERBRUG_UNDO_SECONDS?: number;
  @Says('Days that mails stay in the mailbox, where mails are kept instead of sent.')
  @IsInt()
  @Min(1)
  LEERBRUG_KEEP_MAIL_DAYS = 90;
  @Says('Days that a parked event is kept after it was replayed or dropped, or was no event of ours.')
  @IsInt()
  @Min(1)
  LEERBRUG_KEEP_PARKED_DAYS = 180;
  @Says('Years that the trail of who did what is kept.')
  @IsInt()
  @Min(1)
  LEERBRUG_KEEP_AUDIT_YEARS = 5;
  @Says('What is logged, as JSON lines.')
  @IsIn(['debug', 'info', 'warn', 'error', 'silent'])
  LEERBRUG_LOG: 'debug' | 'info' | 'warn' | 'error' | 'silent' = 'warn';
}

export class ConfigInvalid extends Error {
  override readonly name = 'ConfigInvalid';
}

const withoutDefault = [
  'LEERBRUG_UNDO_SECONDS',
  'LEERBRUG_PUBLIC_URL',
  'LEERBRUG_TRUST_PROXY',
  'LEERBRUG_OIDC_ISSUER',
  'LEERBRUG_OIDC_CLIENT_ID',
  'LEERBRUG_OIDC_CLIENT_SECRET',
  'LEERBRUG_SMTP_URL',
  'LEERBRUG_MAIL_FROM',
  'LEERBRUG_MAIL_BOUNCES_TO',
  'LEERBRUG_DKIM_DOMAIN',
  'LEERBRUG_DKIM_SELECTOR',
  'LEERBRUG_DKIM_KEY_FILE',
];

/** Reads the settings once. @throws ConfigInvalid that names the variable and the rule, never the value */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): EmbeddedConfig {
  const defaults = { ...new EmbeddedConfig() } as Record<string, unknown>;
  const given = Object.fromEntries(
    Object.keys(defaults)
      .concat(withoutDefault)
      .flatMap((name) => (environment[name] ? [[name, environment[name]]] : []))
      .map(([name = '', value]) => [name, typeof defaults[name] === 'number' ? Number(value) : value]),
  ) as Record<string, unknown>;
  const config = plainToInstance(EmbeddedConfig, { ...defaults, ...given });
  const [wrong] = validateSync(config, { validationError: { target: false, value: false } });
  if (wrong)
    throw new ConfigInvalid(`${wrong.property}: ${Object.values(wrong.constraints ?? {}).join(', ')}`);
  return config;
}

export function oidcOf(config: EmbeddedConfig): { readonly oidc?: OidcSettings } {
  const issuer = config.LEERBRUG_OIDC_ISSUER;
  const clientId = config.LEERBRUG_OIDC_CLIENT_ID;
  const clientSecret = config.LEERBRUG_OIDC_CLIENT_SECRET;
  return issuer && clientId && clientSecret ? { oidc: { issuer, clientId, clientSecret } } : {};
}
