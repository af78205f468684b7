import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { drained, startInstance, type Instance } from '../instance.js';
import { median, type Bench, type Row } from '../table.js';
import { chunkRows } from './chunks.js';
import { openBrowser, openScreen, scrolled } from './in-browser.js';

const requests = 1_000;
const atATime = 8;
const slower = 4;
/** Each screen is opened so often in a browser that never saw it; the first time warms the browser up and does not count. */
const times = 5;

/** Issue 7: what the web app weighs, and how quick it is on a processor four times slower. */
export async function benchWeb(): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), 'leerbrug-bench-web-'));
  const browser = await openBrowser();
  try {
    const instance = await startInstance(folder, { LEERBRUG_DEMO: 'on' });
    await demoMade(instance);
    // The figures of who looks at it, not of the server that still works on its demo.
    await drained(instance);
    const first = await firstLoads(browser, instance.url);
    await fillBoard(instance);
    const board = await boardRows(browser, instance.url);
    await instance.stop();
    return {
      name: 'web',
      rows: [...first.rows, ...board, ...chunkRows()],
      broken: first.broken,
    };
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const screens = [
  { name: 'catalogue', path: '/', most: 180, press: 'main button[aria-pressed]' },
  { name: 'board', path: '/bord', person: 'demo-coordinator', most: 350, press: 'main a' },
] as const;

async function firstLoads(browser: Browser, url: string): Promise<Pick<Bench, 'rows' | 'broken'>> {
  const rows: Row[] = [];
  const broken: string[] = [];
  for (const { name, most, press, ...where } of screens) {
    let weight = 0;
    const [paints, inputs]: [number[], number[]] = [[], []];
    for (let time = 0; time <= times; time += 1) {
      const screen = await openScreen(browser, { url, slower, ...where });
      weight = await screen.scripts();
      const paint = await screen.largestPaint();
      await screen.page.locator(press).first().click();
      const input = await screen.longestInput();
      await screen.close();
      if (time === 0) continue;
      paints.push(paint);
      inputs.push(input);
    }
    rows.push(
      { what: `${name}: first load`, value: weight, unit: 'KB gzip', promised: `≤ ${most}` },
      {
        what: `${name}: largest paint, ${slower}× slower, median of ${times}`,
        value: median(paints),
        unit: 'ms',
        promised: '≤ 2,000',
      },
      {
        what: `${name}: input, ${slower}× slower, median of ${times}`,
        value: median(inputs),
        unit: 'ms',
        promised: '≤ 200',
      },
    );
    if (weight > most) broken.push(`${name}: ${weight.toFixed(1)} KB of script, promised ${most}`);
  }
  return { rows, broken };
}

async function boardRows(browser: Browser, url: string): Promise<Row[]> {
  const { page, close } = await openScreen(browser, { url, path: '/bord', person: 'demo-coordinator' });
  const { over, longest } = await scrolled(page, 'Aanvragen');
  await close();
  return [
    { what: `board of ${requests} requests: frames over 50 ms`, value: over, unit: '', promised: '0' },
    { what: `board of ${requests} requests: longest frame`, value: longest, unit: 'ms', promised: '≤ 50' },
  ];
}

/** People get in from then on, and the catalogue has what it will have. */
async function demoMade({ folder }: Instance): Promise<void> {
  while (!existsSync(join(folder, 'demo.json'))) await sleep(250);
}

async function fillBoard(instance: Instance): Promise<void> {
  const { token, schoolLocationId = '' } = instance.person('demo-teacher');
  const authorization = `Bearer ${token}`;
  const school = await fetch(`${instance.url}/api/school-locations/${schoolLocationId}`, {
    headers: { authorization },
  });
  const { sectors } = (await school.json()) as { sectors: string[] };
  const post = async (place: number) => {
    const answer = await fetch(`${instance.url}/api/requests`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify({
        schoolLocationId,
        kind: 'guest-lesson',
        title: `Robots in de zorg ${place}`,
        themes: ['hi-tech-science/robotics'],
        groups: [{ sector: sectors[0] ?? 'po', grades: [], pupils: 24 }],
        windows: [{ from: '2027-01-11', to: '2027-06-25' }],
      }),
    });
    if (!answer.ok) throw new Error(`A request of the bench was refused: ${await answer.text()}`);
  };
  for (let place = 0; place < requests; place += atATime)
    await Promise.all(Array.from({ length: atATime }, (_, each) => post(place + each)));
}
