import {
  MatchAccepted,
  MatchAsked,
  MatchConfirmed,
  MatchEnded,
  RequestConsidered,
  Unavailable,
  event,
} from '#libs/contracts';
import { Mailer, MailRefused, type Mail } from '#libs/ports/mailer/port';
import {
  runNotifications,
  type RunningNotifications,
} from '../../../../../test/support/running-notifications.js';
import { aMatch, aRequest, anAppointment, known, snapshotOf } from '../../test/builders.js';
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

const recipients = async () => (await running.mails()).map(({ to }) => to.email).sort();
const everybody = ['ans@school.example', 'jan@fabriek.example', 'tess@school.example'];

const asked = (match: MatchView, askedAgain?: 'school' | 'partner') =>
  event(MatchAsked, { match: snapshotOf(match), ...(askedAgain ? { askedAgain } : {}) });
const confirmed = (match: MatchView) => event(MatchConfirmed, { match: snapshotOf(match) });
const ended = (match: MatchView, over: Partial<MatchEnded> = {}) =>
  event(MatchEnded, {
    match: snapshotOf(match),
    ending: 'declined',
    by: 'partner',
    wasAsked: true,
    wasConfirmed: false,
    ...over,
  });
const considered = event(RequestConsidered, {
  requestId: 'request-1',
  schoolLocationId: 'school-1',
  askers: ['ans', 'tess'],
  fitting: 3,
  obstacles: [],
});

describe('who is told what', () => {
  it('sends the school a receipt of its request', async () => {
    now();

    await running.tell(considered, { key: 'request-1', seq: 1 });
    await running.settled();

    expect(await recipients()).toEqual(['ans@school.example', 'tess@school.example']);
  });

  it('asks both sides, and one person of the school only once', async () => {
    const match = now();
    known(running.owners, anAppointment({ match, request: aRequest({ contactId: 'tess', madeBy: 'tess' }) }));

    await running.tell(asked(match), { key: match.id, seq: 2 });
    await running.settled();

    expect(await recipients()).toEqual(['jan@fabriek.example', 'tess@school.example']);
  });

  it('asks only the side that has to answer again', async () => {
    const match = now({ question: 2, acceptedBy: { partner: { at: '' } } });

    await running.tell(asked(match, 'school'), { key: match.id, seq: 2 });
    await running.settled();

    expect(await recipients()).toEqual(['ans@school.example', 'tess@school.example']);
  });

  it('keeps quiet about a first yes', async () => {
    const match = now({ acceptedBy: { school: { at: '' } } });

    await running.tell(event(MatchAccepted, { match: snapshotOf(match), by: 'school' }), {
      key: match.id,
      seq: 3,
    });
    await running.settled();

    expect(await running.mails()).toEqual([]);
  });

  it('confirms to both with an invitation', async () => {
    const match = now({ state: 'confirmed', calendarSequence: 1 });

    await running.tell(confirmed(match), { key: match.id, seq: 4 });
    await running.settled();

    expect(await recipients()).toEqual(everybody);
    for (const { attachments } of await running.mails())
      expect(attachments[0]?.content).toContain('METHOD:REQUEST');
  });

  it('tells those who were asked that it ends, but not who ended it', async () => {
    await running.tell(asked(now()), { key: 'match-1', seq: 2 });
    await running.settled();
    const match = now({ state: 'declined', ended: { by: 'partner', reason: 'Te druk' } });

    await running.tell(ended(match), { key: match.id, seq: 3, actor: 'jan' });
    await running.settled();

    const endings = (await running.mails()).slice(3);
    expect(endings.map(({ to }) => to.email).sort()).toEqual(['ans@school.example', 'tess@school.example']);
    expect(endings[0]?.text).toContain('Te druk');
    expect(endings[0]?.attachments).toEqual([]);
  });

  it('takes a confirmed appointment out of the calendars', async () => {
    await running.tell(asked(now()), { key: 'match-1', seq: 2 });
    await running.settled();
    const match = now({ state: 'cancelled', calendarSequence: 2 });

    await running.tell(ended(match, { ending: 'cancelled', by: 'school', wasConfirmed: true }), {
      key: match.id,
      seq: 5,
      actor: 'tess',
    });
    await running.settled();

    const endings = (await running.mails()).slice(3);
    expect(endings).toHaveLength(2);
    for (const { attachments } of endings) expect(attachments[0]?.content).toContain('METHOD:CANCEL');
  });

  it('is silent when nobody was asked', async () => {
    const match = now({ state: 'cancelled' });

    await running.tell(ended(match, { ending: 'cancelled', wasAsked: false }), { key: match.id, seq: 3 });
    await running.settled();

    expect(await running.mails()).toEqual([]);
    expect(await running.stored(match.id)).toEqual([]);
  });

  it('writes to another contact of the partner when the one named is gone', async () => {
    const match = now();
    running.owners.delete('directory/internal/people/jan');
    running.owners.set('directory/internal/organisations/factory/contacts', {
      items: [{ id: 'piet', name: 'Piet', email: 'piet@fabriek.example', language: 'nl' }],
    });

    await running.tell(asked(match), { key: match.id, seq: 2 });
    await running.settled();

    expect(await recipients()).toEqual(['ans@school.example', 'piet@fabriek.example', 'tess@school.example']);
  });
});

describe('the newer truth or nothing', () => {
  it.each([
    ['a question about a match that ended', asked, { state: 'cancelled' }],
    ['a question that a counter replaced', asked, { question: 2 }],
    ['a confirmation of a match that was cancelled', confirmed, { state: 'cancelled' }],
  ] as const)('leaves out %s', async (_, say, truth) => {
    const then = aMatch();
    now(truth);

    await running.tell(say(then), { key: then.id, seq: 2 });
    await running.settled();

    expect(await running.mails()).toEqual([]);
    const phases = (await running.stored(then.id)).map(({ state }) => state.phase);
    expect(phases).toEqual(['skipped', 'skipped', 'skipped']);
  });

  it('leaves out the side that has answered already', async () => {
    const match = now({ acceptedBy: { partner: { at: '' } } });

    await running.tell(asked(match), { key: match.id, seq: 2 });
    await running.settled();

    expect(await recipients()).toEqual(['ans@school.example', 'tess@school.example']);
  });

  it('leaves out a receipt of a request that was withdrawn', async () => {
    known(running.owners, anAppointment({ request: aRequest({ state: 'withdrawn' }) }));

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
    const match = now();
    const replace = running.store.replace.bind(running.store);
    running.store.replace = () => Promise.reject(new Unavailable('the store'));
    await running.tell(asked(match), { key: match.id, seq: 2 });
    await running.settled();
    const first = mailer.tried.length;

    running.store.replace = replace;
    await running.settled();
    await running.settled();

    expect(first).toBeGreaterThanOrEqual(3);
    const mails = await running.mails();
    expect(mails).toHaveLength(first + 3);
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(3);
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
      if (owner === 'directory' || owner === 'matching') {
        await running.settled();
        expect(await running.mails()).toHaveLength(before);
      }
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
