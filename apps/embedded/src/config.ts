import { plainToInstance } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  ValidateIf,
  validateSync,
} from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import type { OidcSettings } from '#libs/services/directory';

/** A sentence per setting, for people and for docs/configuration.md. */
const Says = (description: string) => JSONSchema({ description }) as PropertyDecorator;

/** All three or none: half of them would look switched on. */
const usesOidc = (config: EmbeddedConfig) =>
  [config.LEERBRUG_OIDC_ISSUER, config.LEERBRUG_OIDC_CLIENT_ID, config.LEERBRUG_OIDC_CLIENT_SECRET].some(
    Boolean,
  );

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
  @Says('Requests per second that one session or API token may make.')
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
  'LEERBRUG_PUBLIC_URL',
  'LEERBRUG_TRUST_PROXY',
  'LEERBRUG_OIDC_ISSUER',
  'LEERBRUG_OIDC_CLIENT_ID',
  'LEERBRUG_OIDC_CLIENT_SECRET',
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
