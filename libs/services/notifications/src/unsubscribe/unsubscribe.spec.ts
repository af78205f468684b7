import {
  runNotifications,
  type RunningNotifications,
} from '../../../../../test/support/running-notifications.js';
import { until } from '../../../../../test/support/until.js';
import { jan } from '../../test/builders.js';
import { UnsubscribeTokens } from './unsubscribe-token.js';

const token = new UnsubscribeTokens('a secret of the tests').of('jan');
const address = `/api/unsubscribe/${token}`;
const oneClick = 'List-Unsubscribe=One-Click';
const form = { 'content-type': 'application/x-www-form-urlencoded' };

let running: RunningNotifications;
let told: unknown[];
beforeEach(async () => {
  running = await runNotifications();
  chose(true);
  told = [];
  await running.bus.follow(['notifications'], async ({ value }) => {
    told.push((JSON.parse(Buffer.from(value as Uint8Array).toString()) as { data: unknown }).data);
  });
});
afterEach(() => running.close());

const chose = (reminders: boolean) =>
  running.owners.set('directory/internal/people/jan', { ...jan, preferences: { mail: 'each', reminders } });
const post = (headers: Record<string, string> = form, body: string | null = oneClick, to = address) =>
  running.send(to, 'visitor', { method: 'POST', headers, body });
const heard = async () => {
  await running.service.relay.idle();
  return told;
};

describe('whoever says in a mail program that it is enough', () => {
  it('need not sign in', async () => {
    const { status, body } = await post();

    expect(status).toBe(200);
    expect(body).toEqual({ reminders: false });
    await until(async () => (await heard()).length === 1, 'the event');
    expect(told).toEqual([{ personId: 'jan' }]);
  });

  it.each([
    ['a form of parts', { 'content-type': 'multipart/form-data; boundary=x' }, '--x--'],
    ['nothing', {}, null],
  ])('may send %s', async (_, headers, body) => {
    expect((await post(headers as Record<string, string>, body)).status).toBe(200);
  });

  it('is told to stop once, however often they say so', async () => {
    await post();
    await post();
    running.clock.advance(3_600_000);
    chose(false);
    expect((await post()).status).toBe(200);

    await until(async () => (await heard()).length === 1, 'the event');
    expect(told).toHaveLength(1);
  });

  it('may say so again after they chose to be reminded, and when nobody knows what they chose', async () => {
    await post();
    running.clock.advance(3_600_000);
    await post();
    running.away.add('directory');
    running.clock.advance(3_600_000);
    expect((await post()).status).toBe(200);

    await until(async () => (await heard()).length === 3, 'the events');
  });
});

describe('the address to unsubscribe', () => {
  it('changes nothing when it is only opened: it leads to where people choose', async () => {
    const { status, location } = await running.send(address, 'visitor', { redirect: 'manual' });

    expect(status).toBe(302);
    expect(location).toBe('https://leerbrug.test/ik#mail');
    expect(await heard()).toEqual([]);
  });

  it.each([
    ['a mark of somebody else', `${Buffer.from('ans').toString('base64url')}.${token.split('.')[1]}`],
    ['no mark', token.split('.')[0] as string],
    ['nonsense', 'a.b.c'],
    ['another secret', new UnsubscribeTokens('another').of('jan')],
  ])('is not one with %s', async (_, wrong) => {
    expect((await post(form, oneClick, `/api/unsubscribe/${wrong}`)).status).toBe(404);
    expect(await heard()).toEqual([]);
  });

  it('is the only one that takes a form, and takes no long one', async () => {
    expect((await post(form, 'a'.repeat(5_000))).status).toBe(413);
    const thread = '/api/matches/match-1/messages';
    expect((await post({ ...form, 'idempotency-key': 'one' }, 'text=hallo', thread)).status).toBe(415);
  });
});
