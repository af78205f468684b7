import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsUrl, Matches, Max, Min } from 'class-validator';
import { InstallationSettings, Says, readSettings, webAddress, type Environment } from '#libs/settings';
import { readServers, type ServersConfig } from './servers-config.js';

/** The settings of the processes of a cluster beside those of its servers; each uses those it needs. */
export class ClusterConfig extends InstallationSettings {
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
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65535)
  PORT = 8080;
  @Says('What people reach it by, and links in mails start with.')
  @IsUrl(webAddress)
  LEERBRUG_PUBLIC_URL: string;
  @Says('Keys what is kept of codes and links; the same for every process, at least 32 characters.')
  @Matches(/^\S{32,}$/)
  LEERBRUG_SECRET: string;
  @Says('Seconds in which an approval can be taken back before anybody is asked; the same for every process.')
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(3600)
  LEERBRUG_UNDO_SECONDS = 600;
  @Says('Folder with the files of the web, at the gateway; default: those of this build.')
  @IsOptional()
  @Matches(/\S/)
  LEERBRUG_WEB?: string;
}

export type ClusterSettings = ClusterConfig & ServersConfig;

/** Reads the settings once. @throws ConfigInvalid */
export const readConfig = (environment: Environment): ClusterSettings =>
  Object.assign(readSettings(ClusterConfig, environment), readServers(environment));

/** Base URLs by service name. */
export function addressesOf(config: ClusterConfig, services: readonly string[]): Map<string, string> {
  const addresses = new Map(services.map((name) => [name, `http://${name}:8080`]));
  for (const each of config.LEERBRUG_SERVICES?.split(',') ?? []) {
    const [name = '', url = ''] = each.split('=');
    addresses.set(name, url);
  }
  return addresses;
}
