import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RunningClock, TestClock } from '../../../../test/support/clock.js';
import { until } from '../../../../test/support/until.js';
import {
  aWorld,
  askedMatch,
  postedRequest,
  proposalsOf,
  publishedOffer,
  type World,
} from '../../../../test/support/world.js';
import { EmbeddedDemoTime, demoClockOf } from './demo-time.js';

const hour = 3_600_000;

const hoursSince = (before: number, now: number) => Math.floor((now - before) / hour);

describe('the time of the demo', () => {
  let folder: string;
  let machine: RunningClock;
  let world: World;
  const open = async () => {
    const clock = await demoClockOf(folder, machine);
    world = await aWorld({ data: folder, clock: clock as unknown as RunningClock });
  };
  const restart = async () => {
    await world.close();
    await open();
    world.embedded.openDemo();
  };
  const move = (advance: string, key?: string) =>
    world.teacher.post('/api/demo/clock', { advance }, key ? { 'idempotency-key': key } : {});
  const shown = async () => Date.parse((await world.visitor.get('/api/demo/clock')).body.now);
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'leerbrug-time-'));
    machine = new RunningClock();
    await open();
  });
  afterEach(async () => {
    await world.close();
    rmSync(folder, { recursive: true });
  });

  it('moves forward for the whole process, and what falls due by then happens at once', async () => {
    world.embedded.openDemo();
    await publishedOffer(world);
    const request = await postedRequest(world);
    const { items } = await proposalsOf(world, request.id);
    const match = await askedMatch(world, request.id, items[0].slotId);
    await world.partner.post(`/api/matches/${match.id}/accept`, { start: '2027-01-12T09:00:00+01:00' });
    await world.teacher.post(`/api/matches/${match.id}/accept`);
    const before = await shown();

    const { status, body } = await move('P10W');

    expect(status).toBe(200);
    expect(Date.parse(body.now) - before).toBeGreaterThanOrEqual(70 * 24 * hour);
    await until(async () => {
      const { body } = await world.teacher.get(`/api/matches/${match.id}`);
      return body.state === 'held';
    }, 'the appointment to be held');
    expect((await world.teacher.get('/api/me')).status).toBe(200);
  });

  it('wakes what falls due when it has moved, and moves for nobody before it is known to be a demo', async () => {
    const clock = await demoClockOf(folder, new TestClock(0));
    const woken: number[] = [];
    const time = new EmbeddedDemoTime(clock, () => woken.push(clock.now()));
    await time.moveTo((now) => now + hour, 'early');
    expect([time.now(), clock.now()]).toEqual([undefined, 0]);

    time.open();
    await time.moveTo((now) => now + hour, 'three-hours');

    expect(woken).toEqual([hour]);
  });

  it('stays where it was moved after a restart, and a repeated command moves it once', async () => {
    world.embedded.openDemo();
    const before = await shown();
    await move('PT3H', 'three-hours');
    await move('PT3H', 'three-hours');
    await restart();
    expect(hoursSince(before, await shown())).toBe(3);

    await move('PT3H', 'three-hours');

    expect(hoursSince(before, await shown())).toBe(3);
  });

  it('never goes back, nor further than a year at once', async () => {
    world.embedded.openDemo();
    const refused = async (advance: string) => (await move(advance)).body;

    expect(await refused('-P1D')).toMatchObject({ status: 400, code: 'demo.not-forward' });
    expect(await refused('tomorrow')).toMatchObject({ errors: [{ path: 'advance' }] });
    expect(await refused('P2Y')).toMatchObject({ status: 400, code: 'demo.too-far' });
    expect((await world.teacher.post('/api/demo/clock', {})).body).toMatchObject({ code: 'body.invalid' });
    expect((await world.visitor.post('/api/demo/clock', { advance: 'P1D' })).status).toBe(401);
  });

  it('cannot be moved where no demo runs', async () => {
    expect((await move('P1D')).body).toMatchObject({ status: 404, code: 'demo.none' });
    expect((await world.visitor.get('/api/demo/clock')).body).toMatchObject({ code: 'demo.none' });
  });
});
