import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUrl, Matches, Max, Min } from 'class-validator';
import {
  InstallationSettings,
  Says,
  readSettings,
  smtpOf,
  webAddress,
  type Environment,
} from '#libs/settings';

/** Every setting of the embedded process; it needs none. */
export class EmbeddedConfig extends InstallationSettings {
  @Says('Folder that holds the database and the demo’s file.')
  @IsString()
  @Matches(/\S/)
  LEERBRUG_DATA = './data';
  @Says('`on` makes the demo region in an empty folder; `off` starts empty.')
  @IsIn(['on', 'off'])
  LEERBRUG_DEMO: 'on' | 'off' = 'on';
  @Says('Port to listen on; 0 takes a free one, printed and written to `demo.json`.')
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65535)
  PORT = 3000;
  @Says('What links in mails start with; default: the address it listens on.')
  @IsOptional()
  @IsUrl(webAddress)
  LEERBRUG_PUBLIC_URL?: string;
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
  @Type(() => Number)
  @IsInt()
  @Min(1)
  LEERBRUG_KEEP_MAIL_DAYS = 90;
}

/** Reads the settings once. @throws ConfigInvalid */
export const readConfig = (environment: Environment): EmbeddedConfig =>
  readSettings(EmbeddedConfig, environment);

/** How mails leave. Those of the demo stay in the mailbox, so that it mails no strangers. @throws ConfigInvalid */
export const mailOut = async (config: EmbeddedConfig): ReturnType<typeof smtpOf> =>
  config.LEERBRUG_DEMO === 'on' ? {} : smtpOf(config);
