import { plainToInstance } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUrl, Matches, Max, Min, ValidateIf, validateSync } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import type { KafkaOptions } from '#libs/ports/event-bus/kafka';

/** A sentence per setting, for people and for docs/configuration.md. */
const Says = (description: string) => JSONSchema({ description }) as PropertyDecorator;
const address = { require_tld: false, require_protocol: true, protocols: ['http', 'https'] };

/** All three or none: half of them would look switched on. */
const usesOidc = (config: ClusterConfig) =>
  [config.LEERBRUG_OIDC_ISSUER, config.LEERBRUG_OIDC_CLIENT_ID, config.LEERBRUG_OIDC_CLIENT_SECRET].some(
    Boolean,
  );

/** Where the broker and the database are: all that the deploy step needs. */
class ServersConfig {
  @Says('Kafka: `host:port`, several with commas.')
  @Matches(/^[^\s,:]+:\d+(,[^\s,:]+:\d+)*$/)
  KAFKA_BROKERS: string;
  @Says('What names of topics and consumer groups begin with, where others use the same broker.')
  @Matches(/^[a-z0-9.-]{1,40}$/)
  KAFKA_PREFIX = 'leerbrug.';
  @Says('Whom the broker knows us as, where it asks for an account.')
  @IsOptional()
  @Matches(/\S/)
  KAFKA_USERNAME?: string;
  @Says('The password that goes with it.')
  @ValidateIf((config: ServersConfig) => config.KAFKA_USERNAME !== undefined)
  @Matches(/\S/)
  KAFKA_PASSWORD?: string;
  @Says('How the broker checks it (SASL); default: `scram-sha-512`.')
  @IsOptional()
  @IsIn(['scram-sha-512', 'scram-sha-256', 'plain'])
  KAFKA_SASL?: 'scram-sha-512' | 'scram-sha-256' | 'plain';
  @Says('`on` talks to the broker over TLS; an authority of your own is named by `NODE_EXTRA_CA_CERTS`.')
  @IsOptional()
  @IsIn(['on', 'off'])
  KAFKA_TLS?: 'on' | 'off';
  @Says('MongoDB: its connection string; the database is the one in it, or `leerbrug`.')
  @Matches(/^mongodb(\+srv)?:\/\/\S+$/)
  MONGO_URL: string;
}

/** Every setting of the processes of a cluster; each uses those it needs. */
export class ClusterConfig extends ServersConfig {
  @Says('Redis: `redis://` or `rediss://`.')
  @Matches(/^rediss?:\/\/\S+$/)
  REDIS_URL: string;
  @Says('File with the keys that this process signs and the others check with (JSON).')
  @Matches(/\S/)
  LEERBRUG_KEYS_FILE: string;
  @Says(
    'Where the services listen: `directory=http://host:port,requests=…`; default: each at its own name, port 8080.',
  )
  @IsOptional()
  @Matches(/^[a-z]+=https?:\/\/[^\s,=]+(,[a-z]+=https?:\/\/[^\s,=]+)*$/)
  LEERBRUG_SERVICES?: string;
  @Says('Port to listen on; 0 takes a free one.')
  @IsInt()
  @Min(0)
  @Max(65535)
  PORT = 8080;
  @Says('Address to listen on.')
  @Matches(/^[0-9A-Za-z.:-]+$/)
  HOST = '127.0.0.1';
  @Says('What people reach it by, and links in mails start with.')
  @IsUrl(address)
  LEERBRUG_PUBLIC_URL: string;
  @Says('Keys what is kept of codes and links; the same for every process, at least 32 characters.')
  @Matches(/^\S{32,}$/)
  LEERBRUG_SECRET: string;
  @Says(
    'Issuer of an OpenID Connect sign-in, at the directory and the gateway; needs the two settings below.',
  )
  @ValidateIf(usesOidc)
  @IsUrl(address)
  LEERBRUG_OIDC_ISSUER?: string;
  @Says('What that issuer knows this Leerbrug as.')
  @ValidateIf(usesOidc)
  @Matches(/\S/)
  LEERBRUG_OIDC_CLIENT_ID?: string;
  @Says('The secret that goes with it.')
  @ValidateIf(usesOidc)
  @Matches(/\S/)
  LEERBRUG_OIDC_CLIENT_SECRET?: string;
  @Says('Mail server, as for the embedded process; without one mails wait.')
  @IsOptional()
  @Matches(/^smtps?:\/\/\S+$/)
  LEERBRUG_SMTP_URL?: string;
  @Says('`off` lets mails go unencrypted to a mail server on another machine.')
  @IsIn(['required', 'off'])
  LEERBRUG_SMTP_TLS: 'required' | 'off' = 'required';
  @Says('Whom mails are from; needed with `LEERBRUG_SMTP_URL`.')
  @ValidateIf((config: ClusterConfig) => config.LEERBRUG_SMTP_URL !== undefined)
  @Matches(/@/)
  LEERBRUG_MAIL_FROM?: string;
  @Says('Seconds in which an approval can be taken back before anybody is asked; the same for every process.')
  @IsInt()
  @Min(0)
  @Max(3600)
  LEERBRUG_UNDO_SECONDS = 600;
  @Says('Folder with the files of the web, at the gateway; default: those of this build.')
  @IsOptional()
  @Matches(/\S/)
  LEERBRUG_WEB?: string;
  @Says('Requests per second that one person may make, over all sessions and API tokens, at each gateway.')
  @IsInt()
  @Min(1)
  LEERBRUG_REQUESTS_PER_PERSON = 50;
  @Says('Requests per second from one network, at each gateway.')
  @IsInt()
  @Min(1)
  LEERBRUG_REQUESTS_PER_NETWORK = 200;
  @Says('Proxies whose `X-Forwarded-For` is believed, at the gateway.')
  @IsOptional()
  @Matches(/^(loopback|[0-9A-Fa-f.:/]+)(, ?(loopback|[0-9A-Fa-f.:/]+))*$/)
  LEERBRUG_TRUST_PROXY?: string;
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

const numbers = new Set([
  'PORT',
  'LEERBRUG_UNDO_SECONDS',
  'LEERBRUG_REQUESTS_PER_PERSON',
  'LEERBRUG_REQUESTS_PER_NETWORK',
  'LEERBRUG_KEEP_PARKED_DAYS',
  'LEERBRUG_KEEP_AUDIT_YEARS',
]);

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings once. @throws ConfigInvalid that names the variable and the rule, never the value */
export function readConfig(environment: Environment): ClusterConfig {
  return checked(ClusterConfig, environment);
}

/** @throws ConfigInvalid as `readConfig` */
export function readServers(environment: Environment): ServersConfig {
  return checked(ServersConfig, environment);
}

function checked<C extends object>(kind: new () => C, environment: Environment): C {
  const given = Object.entries(environment)
    .filter(([name, value]) => value && /^(PORT|HOST|KAFKA_|MONGO_|REDIS_|LEERBRUG_)/.test(name))
    .map(([name, value]) => [name, numbers.has(name) ? Number(value) : value]);
  const config = plainToInstance(kind, Object.fromEntries(given) as object);
  const [wrong] = validateSync(config, { validationError: { target: false, value: false } });
  if (wrong)
    throw new ConfigInvalid(`${wrong.property}: ${Object.values(wrong.constraints ?? {}).join(', ')}`);
  return config;
}

/** As the adapter wants to hear it. */
export function kafkaOf(config: ServersConfig, clientId: string): KafkaOptions {
  const { KAFKA_USERNAME: username, KAFKA_PASSWORD: password } = config;
  const mechanism = config.KAFKA_SASL ?? 'scram-sha-512';
  return {
    brokers: config.KAFKA_BROKERS.split(','),
    prefix: config.KAFKA_PREFIX,
    clientId,
    tls: config.KAFKA_TLS === 'on',
    ...(username && password ? { account: { mechanism, username, password } } : {}),
  };
}

/** The issuer people may sign in by, when there is one. */
export function oidcOf(config: ClusterConfig) {
  const issuer = config.LEERBRUG_OIDC_ISSUER;
  const clientId = config.LEERBRUG_OIDC_CLIENT_ID;
  const clientSecret = config.LEERBRUG_OIDC_CLIENT_SECRET;
  return issuer && clientId && clientSecret ? { oidc: { issuer, clientId, clientSecret } } : {};
}

/** Base URLs by service name. */
export function addressesOf(config: ClusterConfig, services: readonly string[]): Map<string, string> {
  const addresses = new Map(services.map((name) => [name, `http://${name}:8080`]));
  for (const each of config.LEERBRUG_SERVICES?.split(',') ?? []) {
    const [name = '', url = ''] = each.split('=');
    addresses.set(name, url);
  }
  return addresses;
}
