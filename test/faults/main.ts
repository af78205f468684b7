import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { asTable } from './as-table.js';
import { catchPlanted, caughtBy } from './catch-planted.js';
import { beCrowd } from './crowd.js';
import { attack, kill } from './kill.js';
import { askedAsTable, killFollowUps } from './kill-follow-ups.js';
import { endure, enduredAsTable } from './outage.js';
import { raceForOneSlot } from './one-slot.js';
import { OneProcess } from './one-process.js';
import { everyPlanted, type Planted } from './planted.js';
import { beVictim, type Killing } from './victim.js';

/** Few people at work: what is late afterwards is late because of the outage. */
const crowdOfOutages = 4;

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
      /** Of outages: how long, and of which server; default: of each. */
      seconds: { type: 'string', default: '300' },
      gone: { type: 'string' },
      /** Of one slot: how often so many approvals come at once. */
      rounds: { type: 'string', default: '20' },
      approvals: { type: 'string', default: '1000' },
      /** Of the planted bugs only those whose name has this in it. */
      bug: { type: 'string', default: '' },
    },
  });
  const entry = fileURLToPath(import.meta.url);
  const kills = Number(values.kills);
  const killed = (many: number) => many % 50 === 0 && process.stderr.write(`${many} of ${kills} kills\n`);
  const killing = { entry, kills, seed: Number(values.seed), killed };
  if (values.planted) await allPlanted(killing, values.bug);
  else if (values.of === 'follow-ups') {
    const asked = await killFollowUps(killing);
    process.stdout.write(askedAsTable(asked));
    process.exitCode = asked.wrong.length === 0 && asked.duplicateMails <= asked.kills / 4 ? 0 : 1;
  } else if (values.of === 'outages') {
    await endureEach(Number(values.seconds), killing.seed, values.gone);
  } else if (values.of === 'one-slot') {
    const attacked = values.mode === 'cluster' ? new (await fleets()).Fleet() : new OneProcess(entry);
    const isRight = await raceForOneSlot(attacked, Number(values.rounds), Number(values.approvals));
    process.exitCode = isRight ? 0 : 1;
  } else {
    const aftermath =
      values.mode === 'cluster'
        ? await attack(new (await fleets()).Fleet(), { ...killing, between: 2_000 })
        : await kill(killing);
    process.stdout.write(asTable(aftermath));
    process.exitCode = caughtBy(aftermath).length === 0 ? 0 : 1;
  }
}

/** Only who asks for it needs what a cluster is made of. */
function fleets() {
  return import('./fleet.js');
}

async function endureEach(seconds: number, seed: number, only: string | undefined): Promise<void> {
  const { Fleet, outages } = await fleets();
  for (const gone of outages.filter((each) => only === undefined || each === only)) {
    const endured = await endure(new Fleet(crowdOfOutages), { gone, seconds, seed });
    process.stdout.write(`${enduredAsTable(endured)}\n`);
    if (endured.wrong.length > 0) process.exitCode = 1;
  }
}

async function allPlanted(killing: Killing, named: string): Promise<void> {
  for (const each of everyPlanted.filter((bug) => bug.includes(named))) {
    const { by } = await catchPlanted(each, killing);
    process.stdout.write(`${by.length > 0 ? 'caught' : 'MISSED'}  ${each}\n`);
    for (const sentence of by.slice(0, 3)) process.stdout.write(`        ${sentence}\n`);
    if (by.length === 0) process.exitCode = 1;
  }
}
