import { Unavailable } from '#libs/contracts';
import { Mailer, MailRefused, type Mail } from '#libs/ports/mailer/port';
import {
  runNotifications,
  type RunningNotifications,
} from '../../../../../test/support/running-notifications.js';
import { aMatch, aRequest, aWeekLater, anAppointment, known } from '../../test/builders.js';
import { asked, changeProposed, confirmed, considered, ended, held, optioned } from '../../test/events.js';
import type { MatchView } from '../owners/views.js';

/** Passes mails on, until told to behave like a mail server in trouble. */
class Troubled extends Mailer {
  trouble: Error | undefined;
  readonly tried: Mail[] = [];

  constructor(private readonly inner: Mailer) {
    super();
  }

  async send(mail: Mail): Promise<void> {
    this.tried.push(mail);
    if (this.trouble) throw this.trouble;
    await this.inner.send(mail);
  }
}

let running: RunningNotifications;
let mailer: Troubled;

beforeEach(async () => {
  running = await runNotifications((inner) => (mailer = new Troubled(inner)));
});
afterEach(() => running.close());

/** The match as its owner knows it from now on. */
function now(over: Partial<MatchView> = {}): MatchView {
  const match = aMatch(over);
  known(running.owners, anAppointment({ match }));
  return match;
}

/** Both sides had said yes, so both are asked for their figures. */
const figures = (match: MatchView) =>
  held({ ...match, acceptedBy: { school: { at: '' }, partner: { at: '' } } });
const entered: Partial<MatchView> = {
  count: { pupils: 26, adults: 3, groups: 1, unusual: false },
  hours: { people: 1, preparation: 1, delivery: 1.5, travel: 1, unusual: false },
};

const recipients = async () => (await running.mails()).map(({ to }) => to.email).sort();
const everybody = ['ans@school.example', 'jan@fabriek.example', 'tess@school.example'];

describe('the newer truth or nothing', () => {
  it.each([
    ['a question about a match that ended', asked, { state: 'cancelled' }],
    ['a question that a counter replaced', asked, { question: 2 }],
    ['a confirmation of a match that was cancelled', confirmed, { state: 'cancelled' }],
    ['a confirmation that a change replaced', confirmed, { state: 'confirmed', question: 2 }],
    ['"is this right?" of who entered figures already', held, { state: 'held', ...entered }],
  ] as const)('leaves out %s', async (_, say, truth) => {
    const then = aMatch();
    now(truth);

    await running.tell(say(then), { key: then.id, seq: 2 });
    await running.settled();

    expect(await running.mails()).toEqual([]);
    const phases = (await running.stored(then.id)).map(({ state }) => state.phase);
    expect(phases).toEqual(['skipped', 'skipped', 'skipped']);
  });

  it.each([
    ['an option that was taken up', optioned, { state: 'confirmed' }],
    ['an option that has lapsed', optioned, { state: 'released' }],
    ['a change that was taken back', changeProposed, { state: 'confirmed', change: null }],
    [
      'a change that a newer one replaced',
      changeProposed,
      { state: 'confirmed', change: { ...aWeekLater, question: 3 } },
    ],
  ] as const)('leaves out %s', async (_, say, truth) => {
    const then = aMatch({ change: aWeekLater });
    now(truth);

    await running.tell(say(then), { key: then.id, seq: 2 });
    await running.settled();

    expect(await running.mails()).toEqual([]);
    const stored = await running.stored(then.id);
    expect(new Set(stored.map(({ state }) => state.phase))).toEqual(new Set(['skipped']));
  });

  it('leaves out the side that has answered already', async () => {
    const match = now({ acceptedBy: { partner: { at: '' } } });

    await running.tell(asked(match), { key: match.id, seq: 2 });
    await running.settled();

    expect(await recipients()).toEqual(['ans@school.example', 'tess@school.example']);
  });

  it('asks only for the figures that are missing', async () => {
    const match = now({ state: 'counted', count: entered.count ?? null });

    await running.tell(figures(match), { key: match.id, seq: 2 });
    await running.settled();
    now({ ...match, evaluation: { school: { fit: 5, again: 'yes' } } });
    await running.at('2027-01-13T08:00:00+01:00');

    expect(await recipients()).toEqual(['jan@fabriek.example']);
  });

  it('leaves out a receipt of a request that was withdrawn', async () => {
    known(running.owners, anAppointment(), aRequest({ state: 'withdrawn' }));

    await running.tell(considered, { key: 'request-1', seq: 1 });
    await running.settled();

    expect(await running.mails()).toEqual([]);
  });

  it('does not tell the end to those whom the question never reached', async () => {
    const match = now({ state: 'released' });

    await running.tell(asked(aMatch()), { key: match.id, seq: 2 });
    await running.tell(ended(match, { ending: 'released', by: 'clock' }), { key: match.id, seq: 3 });
    await running.settled();
    running.clock.advance(60_000);
    await running.settled();

    expect(await running.mails()).toEqual([]);
  });
});

describe('once, and in the end', () => {
  it('makes one mail of an event that comes twice', async () => {
    const match = now();

    await running.tell(asked(match), { key: match.id, seq: 2 });
    await running.tell(asked(match), { key: match.id, seq: 2 });
    await running.settled();

    expect(await recipients()).toEqual(everybody);
  });

  it('repeats after a crash between sending and marking, under the same message id', async () => {
    const match = now({ state: 'confirmed', calendarSequence: 1 });
    const replace = running.store.replace.bind(running.store);
    running.store.replace = (collection, document) =>
      JSON.stringify(document).includes('"phase":"sent"')
        ? Promise.reject(new Error('the end of the process'))
        : replace(collection, document);
    await running.tell(confirmed(match), { key: match.id, seq: 2 });
    await running.settled();
    const first = mailer.tried.length;

    running.store.replace = replace;
    running.clock.advance(60_000);
    await running.settled();
    await running.settled();

    expect(first).toBe(3);
    const mails = await running.mails();
    expect(mails).toHaveLength(first + 3);
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(3);
  });

  it('repeats nothing because the store is away for a moment', async () => {
    const match = now({ state: 'confirmed', calendarSequence: 1 });
    const replace = running.store.replace.bind(running.store);
    let away = 6;
    running.store.replace = (collection, document) =>
      JSON.stringify(document).includes('"phase":"sent"') && away-- > 0
        ? Promise.reject(new Unavailable('the store'))
        : replace(collection, document);

    await running.tell(confirmed(match), { key: match.id, seq: 2 });
    await running.settled();

    expect(away).toBeLessThan(0);
    expect(mailer.tried).toHaveLength(3);
    expect((await running.stored(match.id)).map(({ state }) => state.phase)).toEqual([
      'sent',
      'sent',
      'sent',
    ]);
  });

  it('leaves alone what another process is sending, and takes it over when that has died', async () => {
    const match = now({ state: 'confirmed', calendarSequence: 1 });
    const insert = running.store.insert.bind(running.store);
    const claimedUntil = running.clock.now() + 20_000;
    // As it is stored while the other one sends it.
    running.store.insert = (collection, document) => {
      const { state } = document as unknown as { state?: object };
      return insert(
        collection,
        state && 'messageId' in state ? { ...document, state: { ...state, claimedUntil } } : document,
      );
    };
    await running.tell(confirmed(match), { key: match.id, seq: 2 });
    await running.settled();
    const meanwhile = mailer.tried.length;
    running.clock.advance(20_000);
    await running.settled();

    expect(meanwhile).toBe(0);
    expect(await running.mails()).toHaveLength(3);
  });

  it.each(['directory', 'offers', 'requests', 'matching'])(
    'waits while %s is away, then sends',
    async (owner) => {
      const match = now();
      await running.tell(asked(match), { key: 'match-before', seq: 1 });
      await running.settled();
      const before = (await running.mails()).length;
      running.away.add(owner);

      await running.tell(asked(match), { key: match.id, seq: 2 });
      running.away.delete(owner);
      running.clock.advance(60_000);
      await running.settled();

      expect(await running.mails()).toHaveLength(before + 3);
    },
  );

  it('waits while mails cannot go out, and while its own address is not known', async () => {
    const match = now();
    mailer.trouble = new Unavailable('the mail server');
    running.address.publicUrl = '';

    await running.tell(asked(match), { key: match.id, seq: 2 });
    await running.settled();
    running.address.publicUrl = 'https://leerbrug.test/';
    running.clock.advance(60_000);
    await running.settled();
    expect(mailer.tried).toHaveLength(3);
    mailer.trouble = undefined;
    running.clock.advance(60_000);
    await running.settled();

    expect(await recipients()).toEqual(everybody);
    expect((await running.mails())[0]?.text).toContain('https://leerbrug.test/afspraken/match-1');
  });

  it('gives up on a mail that is refused for good', async () => {
    const match = now();
    mailer.trouble = new MailRefused('the address is not one');

    await running.tell(asked(match), { key: match.id, seq: 2 });
    await running.settled();
    running.clock.advance(24 * 60 * 60_000);
    await running.settled();

    expect(mailer.tried).toHaveLength(3);
    expect((await running.stored(match.id)).map(({ state }) => state.phase)).toEqual([
      'refused',
      'refused',
      'refused',
    ]);
  });

  it('stores no name, no address and no text', async () => {
    const match = now();

    await running.tell(asked(match), { key: match.id, seq: 2 });
    await running.settled();

    const stored = JSON.stringify(await running.stored(match.id));
    expect(stored).toContain('"recipient":"ans"');
    for (const personal of ['Ans', 'Bakker', 'Hoekstra', 'school.example', 'fabriek', '0612', 'robotarm'])
      expect(stored).not.toContain(personal);
  });
});
