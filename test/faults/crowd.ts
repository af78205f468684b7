import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { flushCompileCache } from 'node:module';
import type { AggregateDeclaration, Ports } from '#libs/runtime';
import { DirectorySeed } from '#libs/services/directory';
import { make } from '../../libs/services/matching/src/domain/life.js';
import { startOf } from '../../libs/services/matching/src/domain/match.js';
import { matchesAggregate } from '../../libs/services/matching/src/matching.collection.js';
import { followUpId, plan } from '../../libs/services/notifications/src/domain/follow-up.js';
import {
  followUpsAggregate,
  notificationsAggregate,
} from '../../libs/services/notifications/src/notifications.collection.js';
import { appointment } from '../follow-ups/appointments.js';
import { Chance } from '../follow-ups/random.js';
import { aRegion, regionId, type Partner, type School } from '../follow-ups/region.js';
import { RunningClock } from '../support/clock.js';
import { aWorld, type World } from '../support/world.js';
import type { Alive } from './victim.js';

/** When all of them fall due: a Monday morning. */
export const crowdDueAt = Date.parse('2026-11-23T08:00:00+01:00');

/** Activities that each school has had with its partner. */
const each = 20;
const sizeFile = (folder: string) => join(folder, 'crowd.json');
const seededFile = (folder: string) => join(folder, 'crowd.seeded');

/** Says of how many matches a crowd in that folder is. */
export const sizeCrowd = (folder: string, matches: number): void =>
  writeFileSync(sizeFile(folder), JSON.stringify({ matches }));

/** A Leerbrug in which both sides of many matches are to be asked for figures in the same minute. */
export async function beCrowd(folder: string, now: number): Promise<void> {
  const clock = new RunningClock(now);
  let ports: Ports | undefined;
  const keep = (given: Ports) => (ports = given);
  const world = await aWorld({ data: folder, clock, around: keep });
  process.once('SIGTERM', () => void world.close().then(() => process.exit(0)));
  if (!existsSync(seededFile(folder)) && ports) {
    const { matches } = JSON.parse(readFileSync(sizeFile(folder), 'utf8')) as { matches: number };
    await gather(world, ports, matches);
    writeFileSync(seededFile(folder), '');
  }
  const alive: Alive = { url: world.embedded.url, tokens: world.tokens };
  process.stdout.write(`${JSON.stringify(alive)}\n`);
  flushCompileCache();
}

async function gather(world: World, ports: Ports, matches: number): Promise<void> {
  const sides = Math.max(4, Math.ceil(matches / each));
  const region = aRegion(new Chance(1), { schools: sides, partners: sides });
  const seed = world.embedded.services.get('directory')?.app.get(DirectorySeed);
  if (!seed) throw new Error('no directory');
  const location = { lat: 52.5126, lon: 6.0936, place: 'Zwolle', postcode: '8011PK' };
  const [sectors, municipalityCode] = [['po' as const], '0193'];
  for (const { id, name, holidayRegion } of region.schools)
    await seed.schoolLocation({
      id,
      name,
      brin6: '11ZZ00',
      sectors,
      holidayRegion,
      location,
      municipalityCode,
    });
  for (const { id, name, firstContactId } of region.partners)
    await seed.organisation({ id, name, kind: 'company', location, regionIds: [regionId], firstContactId });
  for (const { id, name, roles, language } of region.people.values())
    if (id !== 'coordinator')
      await seed.person({ id, name, language, email: `${id}@mail.example`, roles: roles as never });
  const chance = new Chance(2);
  const store = async <S>(of: AggregateDeclaration<S>, id: string, state: S, nextAt: number | null) => {
    await ports.store.insert(of.collection, { ...stored, id, state, nextAt });
    if (of.name === followUpsAggregate.name && nextAt !== null)
      await ports.queue.wake({ collection: of.name, id }, nextAt);
  };
  for (let i = 0; i < matches; i++) {
    const id = `crowd-${String(i).padStart(5, '0')}`;
    const school = region.schools[i % sides] as School;
    const partner = region.partners[i % sides] as Partner;
    const made = appointment(chance, crowdDueAt, { id, origin: 'arranged', school, partner, how: 'past' });
    if (!made) continue;
    const actor = school.people[0]?.id as string;
    const { state } = make({ ...made.wanted, askers: [actor] }, { actor, now: crowdDueAt - 86_400_000 });
    const yes = { at: new Date(crowdDueAt).toISOString(), by: actor };
    const held = { ...state, acceptedBy: { school: yes, partner: yes } };
    await store(matchesAggregate, id, held, held.nextAt);
    const start = new Date(startOf(held)).toISOString();
    for (const side of ['school', 'partner'] as const) {
      const planned = { kind: 'figures', side, at: crowdDueAt } as const;
      const followUp = plan({ matchId: id, regionId, start }, planned).state;
      await store(followUpsAggregate, followUpId(id, planned), followUp, crowdDueAt);
    }
  }
}

const aggregate = { ver: 1, rev: 1, seq: 1, outbox: [], seen: {}, keys: [], unsent: null };
const stored = { ...aggregate, dueFailures: 0, createdAt: '2026-11-22T08:00:00Z' };

export interface Sent {
  readonly messageId: string;
  readonly text: string;
  readonly to: { readonly email: string };
}

/** What became of a crowd, read beside the process that works on it. */
function readCrowd<T>(folder: string, read: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(join(folder, 'leerbrug.db'), { readOnly: true });
  try {
    return read(database);
  } finally {
    database.close();
  }
}

/** How many of a collection are in which phase; receipts of what people ask meanwhile do not count. */
function phasesOf(folder: string, collection: string): Readonly<Record<string, number>> {
  const phase = "json_extract(body, '$.state.phase')";
  const asks = "coalesce(json_extract(body, '$.state.subject.template'), 'figures') = 'figures'";
  const rows = readCrowd(folder, (database) =>
    database
      .prepare(`select ${phase} as phase, count(*) as many from "${collection}" where ${asks} group by 1`)
      .all(),
  );
  return Object.fromEntries(rows.map(({ phase, many }) => [String(phase), Number(many)]));
}

/** Is everybody of the crowd asked, and is nothing on its way? */
export const isDone = (folder: string, matches: number): boolean =>
  [followUpsAggregate, notificationsAggregate].every(({ name }, i) => {
    const phases = phasesOf(folder, name);
    return phases[i === 0 ? 'told' : 'sent'] === 2 * matches && Object.keys(phases).length === 1;
  });

/** Every mail that was handed over, repetitions too. */
export const mailsOf = (folder: string): Sent[] =>
  readCrowd(folder, (database) => database.prepare('select mail from mailbox').all()).map(
    ({ mail }) => JSON.parse(String(mail)) as Sent,
  );
