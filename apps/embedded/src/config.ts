import { plainToInstance } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUrl, Matches, Max, Min, validateSync } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';

/** A sentence per setting, for people and for docs/configuration.md. */
const Says = (description: string) => JSONSchema({ description }) as PropertyDecorator;

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
  @Says('What is logged, as JSON lines.')
  @IsIn(['debug', 'info', 'warn', 'error', 'silent'])
  LEERBRUG_LOG: 'debug' | 'info' | 'warn' | 'error' | 'silent' = 'warn';
}

export class ConfigInvalid extends Error {
  override readonly name = 'ConfigInvalid';
}

/** Reads the settings once. @throws ConfigInvalid that names the variable and the rule, never the value */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): EmbeddedConfig {
  const known = Object.keys(new EmbeddedConfig()).concat('LEERBRUG_PUBLIC_URL');
  const given = Object.fromEntries(
    known.flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])),
  );
  const port = given['PORT'] === undefined ? {} : { PORT: Number(given['PORT']) };
  const config = plainToInstance(EmbeddedConfig, { ...new EmbeddedConfig(), ...given, ...port });
  const [wrong] = validateSync(config, { validationError: { target: false, value: false } });
  if (wrong)
    throw new ConfigInvalid(`${wrong.property}: ${Object.values(wrong.constraints ?? {}).join(', ')}`);
  return config;
}
