import { IsString, Matches } from 'class-validator';
import { readSettings, type Environment } from '#libs/settings';

class CliConfig {
  /** The folder of the instance to talk to. */
  @IsString() @Matches(/\S/) LEERBRUG_DATA = './data';
}

/** @throws ConfigInvalid */
export const readConfig = (environment: Environment): CliConfig => readSettings(CliConfig, environment);
