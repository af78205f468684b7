import { plainToInstance } from 'class-transformer';
import { IsString, Matches, validateSync } from 'class-validator';

class CliConfig {
  /** The folder of the instance to talk to. */
  @IsString() @Matches(/\S/) LEERBRUG_DATA = './data';
}

export class ConfigInvalid extends Error {
  override readonly name = 'ConfigInvalid';
}

/** @throws ConfigInvalid, which names the variable and the rule, never the value. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): CliConfig {
  const { LEERBRUG_DATA } = environment;
  const config = plainToInstance(CliConfig, LEERBRUG_DATA ? { LEERBRUG_DATA } : {});
  const [wrong] = validateSync(config);
  if (wrong) throw new ConfigInvalid(Object.values(wrong.constraints ?? {}).join(', '));
  return config;
}
