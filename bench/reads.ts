import { randomUUID } from 'node:crypto';
import { addDays, localDateOf } from '#libs/facts';
import type { Instance } from './instance.js';
import { median, percentile, type Row } from './table.js';

type Route = readonly [method: 'GET' | 'POST', path: string];

const activities = 5_000;
const times = 40;

/** What people look at, on the demo region and then with 5,000 activities of last year in it. */
export async function benchReads(instance: Instance, drained: () => Promise<unknown>): Promise<Row[]> {
  const coordinator = instance.person('demo-coordinator').token;
  const { token: teacher, schoolLocationId = '' } = instance.person('demo-teacher');
  const { body: location } = await ask(instance, teacher, [
    'GET',
    `/api/school-locations/${schoolLocationId}`,
  ]);
  const { sectors, name } = location as { sectors: string[]; name: string };
  const wish = {
    schoolLocationId,
    kind: 'guest-lesson',
    themes: ['hi-tech-science/robotics'],
    groups: [{ sector: sectors[0] ?? 'po', pupils: 24 }],
    windows: [{ from: daysAhead(30), to: daysAhead(120), weekdays: ['tue'], parts: ['morning'] }],
    maxDistanceKm: 20,
  };
  const region = instance.region();
  const board = await timed(() =>
    ask(instance, coordinator, ['GET', `/api/proposals?region=${region}&limit=100`]),
  );
  const preview = await timed(() => ask(instance, teacher, ['POST', '/api/requests/preview'], wish));
  await importActivities(instance, coordinator, region, name);
  await drained();
  const report = await timed(() => ask(instance, coordinator, ['GET', lastYear(region)]));
  const reached = (await ask(instance, coordinator, ['GET', lastYear(region)])).body as {
    reach: { counted: { activities: number } };
  };
  return [
    { what: 'board, a page of 100 requests, p50', value: median(board), unit: 'ms', promised: '' },
    {
      what: 'board, a page of 100 requests, p95',
      value: percentile(board, 0.95),
      unit: 'ms',
      promised: '≤ 150',
    },
    { what: 'preview of a request, p95', value: percentile(preview, 0.95), unit: 'ms', promised: '≤ 20' },
    {
      what: 'activities in the report',
      value: reached.reach.counted.activities,
      unit: '',
      promised: `≥ ${activities}`,
    },
    { what: 'report over them, p50', value: median(report), unit: 'ms', promised: '≤ 300' },
    { what: 'report over them, p95', value: percentile(report, 0.95), unit: 'ms', promised: '' },
  ];
}

const daysAhead = (days: number) => addDays(localDateOf(Date.now()), days);
const lastYear = (region: string) =>
  `/api/reports/region?region=${region}&from=${daysAhead(-365)}&to=${daysAhead(-1)}`;

async function timed(once: () => Promise<unknown>): Promise<number[]> {
  for (let i = 0; i < 5; i++) await once();
  const sample: number[] = [];
  for (let i = 0; i < times; i++) {
    const began = performance.now();
    await once();
    sample.push(performance.now() - began);
  }
  return sample;
}

async function ask(instance: Instance, token: string, [method, path]: Route, body?: unknown) {
  const answer = await fetch(`${instance.url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      'idempotency-key': randomUUID(),
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const read = await answer.json();
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(read)}`);
  return { body: read };
}

/** A partner list with an activity per row, as a coordinator would import it. */
async function importActivities(
  instance: Instance,
  token: string,
  regionId: string,
  school: string,
): Promise<void> {
  const rows = Array.from({ length: activities }, (_, i) =>
    [
      `Partner ${i % 50}`,
      'bedrijf',
      'Zwolle',
      daysAhead(-1 - (i % 300)),
      '09:00',
      '10:30',
      `Les ${i}`,
      'gastles',
      'hi-tech-science/robotics',
      school,
      `${(i % 8) + 1}${'ABCDE'[i % 5] ?? ''}`,
      '24',
      '4',
    ].join(';'),
  );
  const head = [
    'organisatie;soort;plaats;datum;begintijd;eindtijd;activiteit;soort activiteit;thema;school;groep;aantal leerlingen;uren',
  ];
  const content = Buffer.from([...head, ...rows].join('\r\n')).toString('base64');
  const begun = await ask(instance, token, ['POST', '/api/imports'], {
    kind: 'partners',
    regionId,
    filename: 'partners.csv',
    content,
  });
  const { id } = begun.body as { id: string };
  for (;;) {
    const { body } = await ask(instance, token, ['GET', `/api/imports/${id}`]);
    const { state, refusals } = body as { state: string; refusals: unknown[] };
    if (refusals.length > 0) throw new Error(`the list was refused: ${JSON.stringify(refusals[0])}`);
    if (state !== 'running') return;
    await new Promise((next) => setTimeout(next, 50));
  }
}
