import { Unavailable } from '#libs/contracts';
import { Mailer, MailRefused, type Mail } from '#libs/ports/mailer/port';
import {
  runNotifications,
  type RunningNotifications,
} from '../../../../../test/support/running-notifications.js';
import { aMatch, aPerson, anAppointment, atFactory, known } from '../../test/builders.js';
import type { Notification } from '../domain/notification.js';
import { notificationsAggregate } from '../notifications.collection.js';
import { asked, confirmed, ended, held } from '../../test/events.js';
import type { MatchView, PersonView } from '../owners/views.js';

const minutes = 60_000;

class Troubled extends Mailer {
  trouble: Error | undefined;
  constructor(private readonly inner: Mailer) {
    super();
  }
  async send(mail: Mail): Promise<void> {
    if (this.trouble) throw this.trouble;
    await this.inner.send(mail);
  }
}

let running: RunningNotifications;
let mailer: Troubled;
beforeEach(async () => {
  running = await runNotifications((inner) => (mailer = new Troubled(inner)), { undoMs: 10 * minutes });
});
afterEach(() => running.close());

let seq = 1;
function truth(id: string, over: Partial<MatchView> = {}): MatchView {
  const match = aMatch({ id, ...over });
  known(running.owners, anAppointment({ match }));
  return match;
}
async function approved(id: string): Promise<MatchView> {
  const match = truth(id);
  seq += 1;
  await running.tell(asked(match), { key: id, seq, actor: 'cora' });
  await running.settled();
  return match;
}
const pass = async (ms: number) => {
  running.clock.advance(ms);
  await running.settled();
};
const mailsTo = async (email: string) => (await running.mails()).filter(({ to }) => to.email === email);

describe('questions that were approved', () => {
  it('wait until the approval can no longer be undone', async () => {
    await approved('match-1');
    await pass(9 * minutes);
    expect(await running.mails()).toEqual([]);

    await pass(1 * minutes);
    expect((await running.mails()).map(({ to }) => to.email).sort()).toEqual([
      'ans@school.example',
      'jan@fabriek.example',
      'tess@school.example',
    ]);
  });

  it('go to each person as one mail with a line and a button for each', async () => {
    await approved('match-1');
    await approved('match-2');
    await approved('match-3');
    await pass(10 * minutes);

    const [mail, ...more] = await mailsTo('jan@fabriek.example');
    expect(more).toEqual([]);
    expect(mail?.subject).toMatch(/^3 vragen aan jou: Past dit\?/);
    for (const id of ['match-1', 'match-2', 'match-3'])
      expect(mail?.text).toContain(`https://leerbrug.test/afspraken/${id}\n`);
    expect(mail?.text.match(/actie#/g)).toHaveLength(3);
    expect(mail?.html.match(/Bekijk de afspraak en zeg ja of nee/g)).toHaveLength(3);
  });

  it('are one mail when approvals follow each other, but wait at most three times as long', async () => {
    await approved('match-1');
    for (const id of ['match-2', 'match-3', 'match-4', 'match-5']) {
      for (let minute = 0; minute < 8; minute += 1) await pass(minutes);
      await approved(id);
    }
    expect(await mailsTo('jan@fabriek.example')).toEqual([]);
    for (let minute = 0; minute < 11; minute += 1) await pass(minutes);

    const subjects = (await mailsTo('jan@fabriek.example')).map(({ subject }) => subject);
    expect(subjects).toEqual([
      expect.stringMatching(/^4 vragen aan jou: Past dit/),
      expect.stringMatching(/^Past dit/),
    ]);
  });

  it('fill one mail after the other at once when there are too many for one', async () => {
    for (let n = 1; n <= 100; n++) await approved(`match-${n}`);
    await pass(10 * minutes);
    // While no time passes.
    for (let n = 0; n < 3; n++) await running.settled();

    const mails = await mailsTo('jan@fabriek.example');
    const questions = mails.map(({ subject }) => Number(/^\d+/.exec(subject)?.[0]));
    expect(questions.toSorted((a, b) => b - a)).toEqual([40, 40, 20]);
    expect(new Set(mails.flatMap(({ text }) => text.match(/afspraken\/match-\d+\n/g))).size).toBe(100);
  });

  it('are never asked when the approval is undone', async () => {
    const match = await approved('match-1');
    truth('match-1', { state: 'cancelled' });
    seq += 1;
    await running.tell(ended(match, { ending: 'cancelled', by: 'coordinator' }), { key: 'match-1', seq });
    await running.settled();
    await pass(20 * minutes);

    expect(await running.mails()).toEqual([]);
    const stored = await running.stored('match-1');
    expect(new Set(stored.map(({ state }) => state.phase))).toEqual(new Set(['skipped']));
  });

  it('say in one mail only what is still asked', async () => {
    await approved('match-1');
    await approved('match-2');
    truth('match-2', { state: 'declined' });
    await pass(10 * minutes);

    const [mail] = await mailsTo('jan@fabriek.example');
    expect(mail?.subject).toMatch(/^Past dit\?/);
    expect(mail?.text).not.toContain('match-2');
  });

  it('stay together, under the same message id, when the mailer is away', async () => {
    await approved('match-1');
    await approved('match-2');
    mailer.trouble = new Unavailable('the mail server');
    await pass(10 * minutes);
    mailer.trouble = undefined;
    await pass(5 * minutes);

    const mails = await mailsTo('jan@fabriek.example');
    expect(mails).toHaveLength(1);
    expect(mails[0]?.subject).toMatch(/^2 vragen/);
  });

  it('are told what became of them by whoever comes next, when the sender dies with the mail out', async () => {
    await approved('match-1');
    await approved('match-2');
    await pass(10 * minutes);
    const { collection } = notificationsAggregate;
    const ofMatch = async (id: string) =>
      (await running.store.find(collection, 'byMatch', { equals: id, limit: 10 })).items;
    const ofJan = async () =>
      [...(await ofMatch('match-1')), ...(await ofMatch('match-2'))].filter(
        ({ state }) => state.recipient === 'jan',
      );
    const two = await ofJan();
    const leader = two.find(({ id, state }) => state.leader === id);
    const other = two.find(({ id }) => id !== leader?.id);
    if (!leader || !other) throw new Error('not two');
    const becomes = (one: typeof leader, over: Partial<Notification>, nextAt: number | null = null) => {
      const state = { ...one.state, ...over, nextAt };
      return running.store.replace(collection, {
        ...one,
        ver: one.ver + 1,
        state,
        nextAt,
      });
    };
    await becomes(other, { phase: 'joined', leader: leader.id, sentAt: null });
    await becomes(leader, { toTell: { [other.id]: { is: 'sent' } } }, running.clock.now());
    await pass(1 * minutes);

    expect(await mailsTo('jan@fabriek.example')).toHaveLength(1);
    expect((await ofJan()).map(({ state: { phase, toTell } }) => [phase, toTell])).toEqual([
      ['sent', null],
      ['sent', null],
    ]);
  });

  it('are given up together after a day without a mailer', async () => {
    await approved('match-1');
    await approved('match-2');
    mailer.trouble = new Unavailable('the mail server');
    await pass(10 * minutes);
    for (let hour = 0; hour < 26; hour += 1) await pass(60 * minutes);

    const stored = [...(await running.stored('match-1')), ...(await running.stored('match-2'))];
    expect(new Set(stored.map(({ state: { phase, why } }) => `${phase} ${why}`))).toEqual(
      new Set(['refused gave-up']),
    );
  });

  it('are refused together when the mailer will never take them', async () => {
    await approved('match-1');
    await approved('match-2');
    mailer.trouble = new MailRefused('no such mailbox');
    await pass(10 * minutes);

    const stored = [...(await running.stored('match-1')), ...(await running.stored('match-2'))];
    expect(new Set(stored.map(({ state }) => state.phase))).toEqual(new Set(['refused']));
  });
});

describe('what can wait', () => {
  const reads = (over: Partial<PersonView>) =>
    running.owners.set(
      'directory/internal/people/jan',
      aPerson({ id: 'jan', email: 'jan@fabriek.example', roles: atFactory, ...over }),
    );
  async function two(over: Partial<PersonView> = {}) {
    const past = { state: 'held', acceptedBy: { school: { at: '' }, partner: { at: '' } } } as const;
    for (const id of ['match-1', 'match-2']) {
      const match = truth(id, past);
      reads(over);
      seq += 1;
      await running.tell(held(match), { key: id, seq });
      await running.settled();
    }
  }

  it('goes in one mail in the morning, with ways to get fewer', async () => {
    await two();
    await running.at('2027-01-13T08:00:00+01:00');

    const [mail, ...more] = await mailsTo('jan@fabriek.example');
    expect(more).toEqual([]);
    expect(mail?.subject).toMatch(/^2 berichten: Hoeveel uur kostte het\?/);
    expect(mail?.unsubscribe?.url).toMatch(/^https:\/\/leerbrug\.test\/api\/unsubscribe\/[\w.-]+$/);
    expect(mail?.text).toContain('https://leerbrug.test/ik#mail');
  });

  it('goes with the digest of who wants one', async () => {
    await two({ preferences: { mail: 'daily', reminders: true } });
    await running.at('2027-01-13T08:00:00+01:00');
    expect(await mailsTo('jan@fabriek.example')).toEqual([]);

    await running.at('2027-01-13T16:30:00+01:00');
    expect(await mailsTo('jan@fabriek.example')).toHaveLength(1);
  });

  it('is left out for who wants none of it, and a confirmation is not', async () => {
    await two({ preferences: { mail: 'each', reminders: false } });
    await running.at('2027-01-13T08:00:00+01:00');
    expect(await mailsTo('jan@fabriek.example')).toEqual([]);

    const match = truth('match-3', { state: 'confirmed', calendarSequence: 1 });
    reads({ preferences: { mail: 'weekly', reminders: false } });
    await running.tell(confirmed(match), { key: 'match-3', seq: 2 });
    await running.settled();

    const [mail] = await mailsTo('jan@fabriek.example');
    expect(mail?.subject).toMatch(/^Afgesproken:/);
    expect(mail?.unsubscribe).toBeUndefined();
  });

  it('wakes nobody when it is handled late', async () => {
    await two();
    await running.at('2027-01-13T22:30:00+01:00');
    expect(await running.mails()).toEqual([]);

    await running.at('2027-01-14T08:00:00+01:00');
    expect(await mailsTo('jan@fabriek.example')).toHaveLength(1);
  });
});
