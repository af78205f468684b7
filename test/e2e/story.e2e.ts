import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pino } from 'pino';
import { castOf } from '../../apps/cli/src/story/cast.js';
import { play } from '../../apps/cli/src/story/story.js';
import { demoClockOf } from '../../apps/embedded/src/demo/demo-time.js';
import { seedDemo } from '../../apps/embedded/src/demo/demo.js';
import { startEmbedded, type Embedded } from '../../apps/embedded/src/embedded.js';
import { PlannerHere } from '#libs/services/matching';
import { RunningClock } from '../support/clock.js';
import {
  aWorld,
  askedMatch,
  postedRequest,
  proposalsOf,
  publishedOffer,
  type World,
} from '../support/world.js';
import { until } from '../support/until.js';

// Makes the whole region, plays ten minutes of its life and moves its clock by weeks.
jest.setTimeout(120_000);

describe('the story of the demo', () => {
  let folder: string;
  let embedded: Embedded;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'leerbrug-story-'));
    embedded = await startEmbedded({
      data: ':memory:',
      host: '127.0.0.1',
      port: 0,
      webRoot: resolve('test/support/page'),
      clock: await demoClockOf(folder, new RunningClock()),
      log: pino({ level: process.env['LEERBRUG_LOG'] ?? 'silent' }),
      planner: new PlannerHere(),
    });
    await seedDemo(embedded, { LEERBRUG_DATA: folder, LEERBRUG_DEMO: 'on' });
  });
  afterAll(async () => {
    await embedded.close();
    rmSync(folder, { recursive: true });
  });

  it('holds step by step, from a list of partners to the report, and once more on the same region', async () => {
    const cast = await castOf(folder);
    const told: string[] = [];

    await play(cast, (text) => told.push(text));
    const first = told.splice(0).join('');
    await play(cast, (text) => told.push(text));

    expect(first.split('\n').filter((line) => /^ ?\d+\. /.test(line))).toHaveLength(46);
    expect(first).toContain('Nog geen antwoord: ');
    expect(first).toContain('de plek is vrijgegeven');
    expect(first).toContain('Bedankt: ');
    expect(first).toContain('vanzelf gehouden');
    expect(told.join('')).toContain('Klaar.');
  });
});

describe('a request travels', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  });
  afterAll(() => world.close());

  it('from the school to a confirmed appointment, with mails to both', async () => {
    const offer = await publishedOffer(world);
    const request = await postedRequest(world);
    const { items } = await proposalsOf(world, request.id);
    expect(items[0]).toMatchObject({
      offerId: offer.id,
      organisationId: 'factory',
      start: '2027-01-12T08:30:00+01:00',
    });

    const match = await askedMatch(world, request.id, items[0].slotId);
    expect(match).toMatchObject({ state: 'asked', exact: false, question: 1 });

    const first = await world.partner.post(`/api/matches/${match.id}/accept`, {
      start: '2027-01-12T09:00:00+01:00',
    });
    expect(first.body).toMatchObject({ state: 'asked', exact: true });
    const second = await world.teacher.post(`/api/matches/${match.id}/accept`);
    expect(second.body).toMatchObject({ state: 'confirmed', exact: true });
    expect(second.body.sessions[0]).toMatchObject({
      start: '2027-01-12T09:00:00+01:00',
      end: '2027-01-12T10:30:00+01:00',
    });

    const met = await until(async () => {
      const { body } = await world.teacher.get(`/api/requests/${request.id}`);
      return body.state === 'met' && body;
    }, 'the request to be met');
    expect(met.matchId).toBe(match.id);
    const confirmations = await until(async () => {
      const mails = await world.mails('teacher@leerbrug.test');
      return mails.find(({ attachments }) => attachments.some(({ filename }) => filename.endsWith('.ics')));
    }, 'the invitation');
    expect(confirmations.text).toContain('12 jan');
  });
});
