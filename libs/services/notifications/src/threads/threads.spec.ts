import { PersonalData, type Actor, type EventCause } from '#libs/runtime';
import {
  runNotifications,
  type RunningNotifications,
} from '../../../../../test/support/running-notifications.js';
import { aMatch, aPerson, anAppointment, bothSaidYes, known, partnerSaidYes } from '../../test/builders.js';
import type { MatchView } from '../owners/views.js';

const at = (regionIds = ['region']) => ({ regionIds });
const ans: Actor = { id: 'ans', roles: [{ role: 'teacher', schoolLocationId: 'school-1', ...at() }] };
const jan: Actor = { id: 'jan', roles: [{ role: 'partner', organisationId: 'factory', ...at() }] };
const cora: Actor = { id: 'cora', roles: [{ role: 'coordinator', ...at() }] };
const elsewhere: Actor[] = [
  { id: 'eva', roles: [{ role: 'teacher', schoolLocationId: 'school-2', ...at() }] },
  { id: 'piet', roles: [{ role: 'partner', organisationId: 'museum', ...at() }] },
  { id: 'kees', roles: [{ role: 'coordinator', ...at(['another']) }] },
];
const closedTo: Actor[] = [
  { id: 'ria', roles: [{ role: 'reader', ...at() }] },
  { id: 'olga', roles: [{ role: 'operator', ...at([]) }] },
  { id: 'ans', roles: [{ role: 'link', ...at([]), matchId: 'match-1', side: 'school', question: 1 }] },
];
const path = '/api/matches/match-1/messages';

let running: RunningNotifications;
beforeEach(async () => {
  running = await runNotifications();
  truth();
});
afterEach(() => running.close());

function truth(over: Partial<MatchView> = {}): void {
  const coordinator = aPerson({ id: 'cora', name: 'Cora Coördinator', email: 'cora@regio.example' });
  known(running.owners, anAppointment({ match: aMatch(over), coordinator }));
  running.owners.set('directory/internal/people/cora', coordinator);
}

interface Line {
  readonly id: string;
  readonly side: string;
  readonly from: { readonly nl: string };
  readonly mine: boolean;
  readonly text: string;
}

const write = (as: Actor, text: unknown, headers = {}) => running.post(path, as, { text }, headers);
async function read(as: Actor, query = '') {
  const { body } = await running.get(`${path}${query}`, as);
  return body as { items: Line[]; next: string | null };
}
const mailed = async () => (await running.mails()).map(({ to, subject }) => `${to.email} ${subject}`).sort();

describe('the thread of a match', () => {
  it('is read by both sides and their coordinator, newest last', async () => {
    await write(ans, 'Kunnen jullie om negen uur?');
    running.clock.advance(1_000);
    await write(jan, 'Half tien is beter.');
    running.clock.advance(1_000);
    await write(cora, 'Mooi.');

    for (const who of [ans, jan, cora])
      expect((await read(who)).items.map(({ side, text, mine }) => [side, text, mine])).toEqual([
        ['school', 'Kunnen jullie om negen uur?', who === ans],
        ['partner', 'Half tien is beter.', who === jan],
        ['coordinator', 'Mooi.', who === cora],
      ]);
  });

  it('comes in pages', async () => {
    for (const text of ['een', 'twee', 'drie']) {
      await write(ans, text);
      running.clock.advance(1_000);
    }

    const { items, next } = await read(jan, '?limit=2');
    const rest = await read(jan, `?limit=2&cursor=${next}`);

    expect([...items, ...rest.items].map(({ text }) => text)).toEqual(['een', 'twee', 'drie']);
    expect(rest.next).toBeNull();
  });

  it('names people to the other side once both have said yes', async () => {
    await write(ans, 'Kunnen jullie om negen uur?');
    await write(jan, 'Ja.');
    const names = async (who: Actor) => (await read(who)).items.map(({ from }) => from.nl).sort();

    expect(await names(jan)).toEqual(['Jan Hoekstra', 'de school']);
    expect(await names(ans)).toEqual(['Ans Bakker', 'de partner']);
    expect(await names(cora)).toEqual(['Ans Bakker', 'Jan Hoekstra']);
    truth({ state: 'held', acceptedBy: partnerSaidYes });
    expect(await names(jan)).toEqual(['Jan Hoekstra', 'de school']);
    truth({ state: 'confirmed', acceptedBy: bothSaidYes });
    expect(await names(jan)).toEqual(['Ans Bakker', 'Jan Hoekstra']);
    expect(await names(ans)).toEqual(['Ans Bakker', 'Jan Hoekstra']);
  });

  it('goes on after the match has ended', async () => {
    truth({ state: 'cancelled' });

    expect((await write(ans, 'Volgend jaar weer?')).status).toBe(201);
  });

  it('is nobody else’s, and of no match that there is not', async () => {
    for (const who of elsewhere) {
      expect((await write(who, 'Mag ik meelezen?')).status).toBe(404);
      expect((await running.get(path, who)).status).toBe(404);
    }
    for (const who of closedTo) {
      expect((await write(who, 'Mag ik meelezen?')).status).toBe(403);
      expect((await running.get(path, who)).status).toBe(403);
    }
    expect((await running.get(path, 'visitor')).status).toBe(401);
    expect((await running.get('/api/matches/nothing/messages', ans)).status).toBe(404);
    expect((await running.post('/api/matches/nothing/messages', ans, { text: 'Hallo' })).status).toBe(404);
  });

  it.each([
    ['nothing', ''],
    ['blanks', ' \n '],
    ['control characters', 'een\u0007bel'],
    ['too much', 'a'.repeat(10_000)],
    ['no text', 7],
  ])('takes no message of %s', async (_, text) => {
    expect((await write(ans, text)).status).toBe(400);
    expect((await read(ans)).items).toEqual([]);
  });

  it('keeps a message that is sent twice once, and takes no other one under its key', async () => {
    const headers = { 'idempotency-key': 'one' };
    const first = await write(ans, 'Kunnen jullie om negen uur?', headers);
    const second = await write(ans, 'Kunnen jullie om negen uur?', headers);

    expect(second.body).toEqual(first.body);
    expect((await write(ans, 'Iets anders', headers)).status).toBe(422);
    expect((await read(ans)).items).toHaveLength(1);
  });
});

describe('whoever is written to', () => {
  it('gets a mail that there is a message, without its words', async () => {
    await write(ans, 'Het wachtwoord is zonnebloem.');
    await running.settled();
    await running.settled();

    expect(await mailed()).toEqual([
      expect.stringMatching(/^jan@fabriek.example Bericht over: Een robotarm/),
    ]);
    const [mail] = await running.mails();
    expect(mail?.text).toContain('https://leerbrug.test/afspraken/match-1');
    expect(JSON.stringify(mail)).not.toContain('zonnebloem');
  });

  it('is each of the school but not the author, and both sides when the coordinator writes', async () => {
    await write(jan, 'Half tien is beter.');
    await running.settled();
    await running.settled();
    expect((await mailed()).map((line) => line.split(' ')[0])).toEqual([
      'ans@school.example',
      'tess@school.example',
    ]);

    await write(cora, 'Mooi.');
    await running.settled();
    await running.settled();
    expect(await mailed()).toHaveLength(5);
  });

  it('is not the coordinator who wrote it, when the school named them as its contact', async () => {
    truth({ contacts: { school: ['cora', 'ans'] } });
    await write(cora, 'Mooi.');
    await running.settled();
    await running.settled();

    expect((await mailed()).map((line) => line.split(' ')[0])).toEqual([
      'ans@school.example',
      'jan@fabriek.example',
    ]);
  });

  it('hears of each message once, also when an owner is away for a while', async () => {
    running.away.add('offers');
    truth({ contacts: { school: ['ans'] } });
    await write(ans, 'Een');
    await running.settled();
    running.away.clear();
    running.clock.advance(61_000);
    for (let turn = 0; turn < 3; turn += 1) await running.settled();

    expect(await mailed()).toHaveLength(1);
  });

  it('is told in no event', async () => {
    const heard: string[] = [];
    await running.bus.follow(['notifications'], async ({ value }) => {
      heard.push(Buffer.from(value as Uint8Array).toString());
    });
    await write(ans, 'Het wachtwoord is zonnebloem.');
    await running.settled();
    await running.settled();

    expect(heard.join()).not.toContain('zonnebloem');
    const stored = await running.stored('match-1');
    expect(stored.length).toBeGreaterThan(0);
    expect(JSON.stringify(stored)).not.toContain('zonnebloem');
  });
});

const erased = {} as EventCause;

describe('whoever is erased', () => {
  it('takes their words along, not that something was said', async () => {
    const kept = running.service.app.get(PersonalData, { strict: false });
    await write(ans, 'Bel me op 06-12345678.');
    await write(jan, 'Doe ik.');
    expect(JSON.stringify(await kept.exportOf('ans'))).toContain('06-12345678');
    expect(JSON.stringify(await kept.exportOf('ans'))).not.toContain('Doe ik.');

    await kept.erase('ans', erased);
    await kept.erase('ans', erased);

    expect((await read(jan)).items.map(({ text }) => text).sort()).toEqual(['', 'Doe ik.']);
  });
});
