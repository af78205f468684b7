import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { beCrowd } from './crowd.js';
import { asTable, kill } from './kill.js';
import { askedAsTable, killFollowUps } from './kill-follow-ups.js';
import { beVictim } from './victim.js';

const [role, folder, now] = process.argv.slice(2);
if (role === 'victim') {
  await beVictim(String(folder), Number(now));
} else if (role === 'crowd') {
  await beCrowd(String(folder), Number(now));
} else {
  const { values } = parseArgs({
    options: {
      of: { type: 'string', default: 'stories' },
      mode: { type: 'string', default: 'embedded' },
      kills: { type: 'string', default: '20' },
      seed: { type: 'string', default: String(Math.floor(Math.random() * 1e6)) },
    },
  });
  if (values.mode !== 'embedded') throw new Error('only --mode embedded can be killed so far');
  const entry = fileURLToPath(import.meta.url);
  const killing = { entry, kills: Number(values.kills), seed: Number(values.seed) };
  if (values.of === 'follow-ups') {
    const asked = await killFollowUps(killing);
    process.stdout.write(askedAsTable(asked));
    process.exitCode = asked.wrong.length === 0 && asked.duplicateMails <= asked.kills / 4 ? 0 : 1;
  } else {
    const aftermath = await kill(killing);
    process.stdout.write(asTable(aftermath));
    process.exitCode = aftermath.wrong.length === 0 ? 0 : 1;
  }
}
