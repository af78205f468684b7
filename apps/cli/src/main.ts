import 'reflect-metadata';
import { commands } from './commands.js';
import { ConfigInvalid, readConfig } from './config.js';
import { Stopped } from './instance.js';
import { terminal } from './terminal.js';

try {
  const { LEERBRUG_DATA } = readConfig(process.env);
  await commands(LEERBRUG_DATA, terminal(process.stdout)).parseAsync();
} catch (error) {
  if (!(error instanceof Stopped) && !(error instanceof ConfigInvalid)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
