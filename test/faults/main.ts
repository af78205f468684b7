import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { asTable, kill } from './kill.js';
import { beVictim } from './victim.js';

const [role, folder, now] = process.argv.slice(2);
if (role === 'victim') {
  await beVictim(String(folder), Number(now));
} else {
  const { values } = parseArgs({
    options: {
      mode: { type: 'string', default: 'embedded' },
      kills: { type: 'string', default: '20' },
      seed: { type: 'string', default: String(Math.floor(Math.random() * 1e6)) },
    },
  });
  if (values.mode !== 'embedded') throw new Error('only --mode embedded can be killed so far');
  const entry = fileURLToPath(import.meta.url);
  const aftermath = await kill({ entry, kills: Number(values.kills), seed: Number(values.seed) });
  process.stdout.write(asTable(aftermath));
  process.exitCode = aftermath.wrong.length === 0 ? 0 : 1;
}
