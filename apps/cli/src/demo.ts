import 'reflect-metadata';
import { Stopped } from './api.js';
import { ConfigInvalid } from '#libs/settings';
import { readConfig } from './config.js';
import { castOf } from './story/cast.js';
import { play } from './story/story.js';

try {
  const cast = await castOf(readConfig(process.env).LEERBRUG_DATA);
  await play(cast, (text) => void process.stdout.write(text));
} catch (error) {
  if (!(error instanceof Stopped) && !(error instanceof ConfigInvalid)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
