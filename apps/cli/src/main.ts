import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Stopped } from './api.js';
import { commands } from './commands.js';
import { ConfigInvalid } from '#libs/settings';
import { readConfig } from './config.js';
import { Instances } from './instances.js';
import { terminal } from './terminal.js';

try {
  const config = readConfig(process.env);
  const instances = new Instances({
    url: config.LEERBRUG_URL,
    token: config.LEERBRUG_TOKEN,
    folder: config.LEERBRUG_DATA,
    program: resolve(import.meta.dirname, '../../embedded/src/main.js'),
    environment: process.env,
    opened: (sentence) => void process.stderr.write(`${sentence}\n`),
  });
  try {
    await commands(() => instances.open(), terminal(process.stdout), {
      environment: process.env,
      version: versionIn(resolve(import.meta.dirname, '../../../../package.json')),
    }).parseAsync();
  } finally {
    await instances.close();
  }
} catch (error) {
  if (!(error instanceof Stopped) && !(error instanceof ConfigInvalid)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

function versionIn(manifest: string): string {
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}
