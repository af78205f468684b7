import { resolve } from 'node:path';
import { DirectorySeed, FirstStart } from '#libs/services/directory';
import { Api } from '../api.js';
import type { EmbeddedConfig } from '../config.js';
import type { Embedded } from '../embedded.js';
import { announceInstance } from '../instance-file.js';
import { PrivateFile } from '../private-file.js';
import type { DemoFile } from './demo-file.js';
import { makeDemo } from './make-demo.js';
import type { Start } from './start.js';

type Config = Pick<EmbeddedConfig, 'LEERBRUG_DATA' | 'LEERBRUG_DEMO'>;

/**
 * Tells the command line where the instance is, and makes the demo region in a folder that holds nothing yet. A start
 * that was interrupted while making it goes on where it was; a folder with data of its own is left alone.
 */
export async function seedDemo(embedded: Embedded, config: Config): Promise<Start> {
  const start = await findOrMake(embedded, config);
  if (start.kind === 'demo') embedded.openDemo();
  return start;
}

async function findOrMake(embedded: Embedded, config: Config): Promise<Start> {
  const folder = resolve(config.LEERBRUG_DATA);
  const { url } = embedded;
  const seed = embedded.services.get('directory')?.app.get(DirectorySeed, { strict: false });
  if (!seed) throw new Error('The demo needs the directory');
  const { clock } = embedded.ports;
  const operatorToken = await announceInstance({ folder, url, seed, now: clock.wall() });

  const demoFile = new PrivateFile<DemoFile>(folder, 'demo.json');
  const begunFile = new PrivateFile<{ readonly begun: number }>(folder, 'demo-begun.json');
  const file = demoFile.path;
  const empty = await isEmpty(new Api(url, operatorToken));
  const { begun } = (await begunFile.read()) ?? {};
  const going = begun !== undefined;

  if (config.LEERBRUG_DEMO === 'on' && (empty || going)) {
    const now = clock.now();
    if (!going) await begunFile.write({ begun: now });
    const demo = await makeDemo({ url, seed, now, begun: begun ?? now });
    await demoFile.write(demo);
    await begunFile.remove();
    return { kind: 'demo', demo, made: true, file };
  }
  const kept = empty || going ? undefined : await demoFile.read();
  if (!kept) {
    const operatorCode = await embedded.services
      .get('directory')
      ?.app.get(FirstStart, { strict: false })
      .operatorCode();
    return { kind: empty ? 'empty' : 'own-data', file, ...(operatorCode ? { operatorCode } : {}) };
  }
  const demo = { ...kept, url };
  if (kept.url !== url) await demoFile.write(demo);
  return { kind: 'demo', demo, made: false, file };
}

async function isEmpty(api: Api): Promise<boolean> {
  for (const list of ['regions', 'school-locations', 'organisations']) {
    const { items } = await api.get<{ items: unknown[] }>(`/api/${list}?limit=1`);
    if (items.length > 0) return false;
  }
  return true;
}
