import { isIP } from 'node:net';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUrl, Matches, Min, ValidateIf } from 'class-validator';
import { MailSettings } from './mail-settings.js';
import { Reads, Says, webAddress } from './setting.js';

/** All three or none: half of them would look switched on. */
const usesOidc = (config: InstallationSettings) =>
  [config.LEERBRUG_OIDC_ISSUER, config.LEERBRUG_OIDC_CLIENT_ID, config.LEERBRUG_OIDC_CLIENT_SECRET].some(
    Boolean,
  );

/** What Fastify can make something of: it throws at the rest when it starts. */
function areProxies(text: string): boolean {
  return text.split(',').every((each) => {
    const [address = '', length, ...more] = each.trim().split('/');
    if (address === 'loopback') return length === undefined;
    const version = isIP(address);
    if (version === 0 || more.length > 0) return false;
    if (length === undefined) return true;
    return /^\d{1,3}$/.test(length) && Number(length) >= 1 && Number(length) <= (version === 4 ? 32 : 128);
  });
}

/** What every installation may say, of one process or of many. */
export class InstallationSettings extends MailSettings {
  @Says('Address to listen on.')
  @IsString()
  @Matches(/^[0-9A-Za-z.:-]+$/)
  HOST = '127.0.0.1';
  @Says('Requests per second that one person may make, over all sessions and API tokens, at each gateway.')
  @Type(() => Number)
  @IsInt()
  @Min(1)
  LEERBRUG_REQUESTS_PER_PERSON = 50;
  @Says(
    'Requests per second from one network: an IPv4 address or an IPv6 /64; a whole school may be one; at each gateway.',
  )
  @Type(() => Number)
  @IsInt()
  @Min(1)
  LEERBRUG_REQUESTS_PER_NETWORK = 200;
  @Says(
    'Proxies whose `X-Forwarded-For` is believed: `loopback`, addresses or networks such as `10.0.0.0/8`, with commas.',
  )
  @IsOptional()
  @Reads(areProxies, 'loopback, addresses or networks such as 10.0.0.0/8, with commas')
  LEERBRUG_TRUST_PROXY?: string;
  @Says('Issuer of an OpenID Connect sign-in, beside the codes; needs the two settings below.')
  @ValidateIf(usesOidc)
  @IsUrl(webAddress)
  LEERBRUG_OIDC_ISSUER?: string;
  @Says('What that issuer knows this Leerbrug as.')
  @ValidateIf(usesOidc)
  @Matches(/\S/)
  LEERBRUG_OIDC_CLIENT_ID?: string;
  @Says('The secret that goes with it.')
  @ValidateIf(usesOidc)
  @Matches(/\S/)
  LEERBRUG_OIDC_CLIENT_SECRET?: string;
  @Says('Days that a parked event is kept after it was replayed or dropped, or was no event of ours.')
  @Type(() => Number)
  @IsInt()
  @Min(1)
  LEERBRUG_KEEP_PARKED_DAYS = 180;
  @Says('Years that the trail of who did what is kept.')
  @Type(() => Number)
  @IsInt()
  @Min(1)
  LEERBRUG_KEEP_AUDIT_YEARS = 5;
  @Says('What is logged, as JSON lines.')
  @IsIn(['debug', 'info', 'warn', 'error', 'silent'])
  LEERBRUG_LOG: 'debug' | 'info' | 'warn' | 'error' | 'silent' = 'warn';
}

/** The issuer people may sign in by, when there is one. */
export function oidcOf(config: InstallationSettings) {
  const issuer = config.LEERBRUG_OIDC_ISSUER;
  const clientId = config.LEERBRUG_OIDC_CLIENT_ID;
  const clientSecret = config.LEERBRUG_OIDC_CLIENT_SECRET;
  return issuer && clientId && clientSecret ? { oidc: { issuer, clientId, clientSecret } } : {};
}
