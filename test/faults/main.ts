import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { asTable } from './as-table.js';
import { catchPlanted, caughtBy } from './catch-planted.js';
import { beCrowd } from './crowd.js';
import { attack, kill } from './kill.js';
import { askedAsTable, killFollowUps } from './kill-follow-ups.js';
import { everyPlanted, type Planted } from './planted.js';
import { beVictim, type Killing } from './victim.js';

const [role, folder, now, bug] = process.argv.slice(2);
if (role === 'victim') {
  await beVictim(String(folder), Number(now), bug as Planted | undefined);
} else if (role === 'crowd') {
  await beCrowd(String(folder), Number(now));
} else {
  const { values } = parseArgs({
    options: {
      of: { type: 'string', default: 'stories' },
      mode: { type: 'string', default: 'embedded' },
      kills: { type: 'string', default: '20' },
      seed: { type: 'string', default: String(Math.floor(Math.random() * 1e6)) },
      planted: { type: 'boolean', default: false },
      /** Of the planted bugs only those whose name has this in it. */
      bug: { type: 'string', default: '' },
    },
  });
  const entry = fileURLToPath(import.meta.url);
  const killing = { entry, kills: Number(values.kills), seed: Number(values.seed) };
  if (values.planted) await allPlanted(killing, values.bug);
  else if (values.of === 'follow-ups') {
    const asked = await killFollowUps(killing);
    process.stdout.write(askedAsTable(asked));
    process.exitCode = asked.wrong.length === 0 && asked.duplicateMails <= asked.kills / 4 ? 0 : 1;
  } else {
    const aftermath =
      values.mode === 'cluster'
        ? await attack(await aFleet(), { ...killing, between: 2_000 })
        : await kill(killing);
    process.stdout.write(asTable(aftermath));
    process.exitCode = caughtBy(aftermath).length === 0 ? 0 : 1;
  }
}

/** Only who asks for it needs what a cluster is made of. */
async function aFleet() {
  const { Fleet } = await import('./fleet.js');
  return new Fleet();
}

async function allPlanted(killing: Killing, named: string): Promise<void> {
  for (const each of everyPlanted.filter((bug) => bug.includes(named))) {
    const { by } = await catchPlanted(each, killing);
    process.stdout.write(`${by.length > 0 ? 'caught' : 'MISSED'}  ${each}\n`);
    for (const sentence of by.slice(0, 3)) process.stdout.write(`        ${sentence}\n`);
    if (by.length === 0) process.exitCode = 1;
  }
}
