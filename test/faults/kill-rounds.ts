import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RoundLineView, RoundView } from '#libs/contracts';

import { mornings, startsAt } from './mornings.js';
import type { Killing } from './victim.js';
import { People, pause } from './people.js';
import { readBooks } from './read-books.js';
import { randomFrom } from './random.js';
import { Victims } from './victim.js';

/** What one kill did to one plan. */
export interface PlannedAnyway {
  /** How far the plan was when the process died. */
  readonly diedWhile: string;
  readonly phase: string;
  /** Plans asked for, and plans told to others: neither more nor less than the kills so far. */
  readonly run: number;
  readonly told: number;
  /** Requests without a line of their own, lines too many, and slots given more often than they are there. */
  readonly wrong: readonly string[];
}

const asking = 60;
/** After this long another may go on with a plan whose planner is silent. */
const lease = 60_000;

/** Asks for the plan of one round again and again, and kills whoever makes it. */
export async function killRounds({ entry, kills, seed }: Killing): Promise<PlannedAnyway[]> {
  const random = randomFrom(seed);
  const folder = mkdtempSync(join(tmpdir(), 'leerbrug-rounds-'));
  const victims = new Victims(entry, folder, startsAt);
  const people = new People(victims, randomFrom(seed + 1));
  try {
    await victims.start();
    for (const groups of [1, 1]) await people.offer(mornings().slice(0, asking / 3), groups);
    const names = Array.from({ length: asking }, (_, at) => `groep ${at}`);
    const requests = await Promise.all(
      names.map((name) => people.request({ groups: [{ sector: 'po', grades: ['7'], pupils: 20, name }] })),
    );
    await Promise.all(requests.map((id) => people.proposals(id)));
    const { id } = await people.post<RoundView>('coordinator', '/api/rounds', {
      region: 'region-ijssel',
      name: 'Winterronde',
      opensOn: '2026-11-01',
      closesOn: '2026-12-18',
      answerBy: '2027-01-08',
    });
    const outcomes: PlannedAnyway[] = [];
    for (let i = 0; i < kills; i++) {
      const asked = people.post<RoundView>('coordinator', `/api/rounds/${id}/plan`, {});
      await Promise.race([asked, pause(random() * 60)]);
      await pause(random() * 20);
      await victims.end('SIGKILL');
      const diedWhile = planIn(folder)?.phase ?? 'asking';
      victims.sleep(lease);
      await victims.start();
      await asked;
      outcomes.push({ diedWhile, ...(await outcome(people, id, folder, i + 1)) });
    }
    return outcomes;
  } finally {
    await victims.end('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

async function outcome(people: People, id: string, folder: string, run: number) {
  const { plan } = await people.until(
    `/api/rounds/${id}`,
    (round: RoundView) => round.plan?.run === run && round.plan.phase !== 'planning',
  );
  const { items } = await people.read<{ items: RoundLineView[] }>(
    'coordinator',
    `/api/rounds/${id}/lines?limit=100`,
  );
  const { rounds, requests, offers } = readBooks(folder);
  const room = new Map(
    offers.flatMap(({ state }) => state.slots.map((slot) => [slot.id, slot.groups] as const)),
  );
  const given = Map.groupBy(
    items.filter(({ slotId }) => slotId !== null),
    ({ slotId }) => slotId as string,
  );
  const lined = new Set(items.map(({ requestId }) => requestId));
  return {
    phase: plan?.phase ?? 'none',
    run: plan?.run ?? 0,
    // The first thing it told is that it opened.
    told: (rounds[0]?.seq ?? 1) - 1,
    wrong: [
      ...requests.filter((request) => !lined.has(request.id)).map((request) => `${request.id} has no line`),
      ...(items.length === requests.length ? [] : [`${items.length} lines of ${requests.length} requests`]),
      ...(given.size === 0 ? ['nothing is given'] : []),
      ...[...given].flatMap(([slot, lines]) =>
        lines.length > (room.get(slot) ?? 0) ? [`${slot} is given ${lines.length} times`] : [],
      ),
    ],
  };
}

function planIn(folder: string) {
  return readBooks(folder).rounds[0]?.state.plan;
}
