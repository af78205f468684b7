import { IsOptional, IsString, IsUrl, Matches } from 'class-validator';
import { Says, readSettings, webAddress, type Environment } from '#libs/settings';

export class CliConfig {
  @Says('The folder of the Leerbrug to talk to, which runs on this machine or is opened for the command.')
  @IsString()
  @Matches(/\S/)
  LEERBRUG_DATA = './data';
  @Says('Where the Leerbrug to talk to answers, instead of a folder: a cluster’s gateway. Needs the token.')
  @IsOptional()
  @IsUrl(webAddress)
  LEERBRUG_URL?: string;
  @Says('An operator’s token at `LEERBRUG_URL`.')
  @IsOptional()
  @Matches(/^\S+$/)
  LEERBRUG_TOKEN?: string;
}

/** @throws ConfigInvalid */
export const readConfig = (environment: Environment): CliConfig => readSettings(CliConfig, environment);
