import { Unavailable } from '#libs/contracts';
import { MailDeferred, MailRefused, Mailer, type Mail } from '#libs/ports/mailer/port';
import { appointment } from './appointments.js';
import { ownerAnswers } from './owner-answers.js';
import { hour, minute } from './owners.js';
import { Chance } from './random.js';
import { aRegion } from './region.js';
import { simulate, type Simulation } from './simulation.js';

const morning = Date.parse('2026-11-23T09:00:00+01:00');

/** A mail server that may be away, for everybody or for one address. */
class Server extends Mailer {
  readonly taken: { readonly to: string; readonly messageId: string; readonly at: number }[] = [];
  readonly tries: string[] = [];
  answers: (mail: Mail) => 'yes' | '4xx' | '5xx' | 'gone' = () => 'yes';
  now = () => morning;

  async send(mail: Mail): Promise<void> {
    this.tries.push(mail.to.email);
    const answer = this.answers(mail);
    if (answer === 'gone') throw new Unavailable('the mail server');
    if (answer === '4xx') throw new MailDeferred('the mail server');
    if (answer === '5xx') throw new MailRefused('550 no such mailbox');
    this.taken.push({ to: mail.to.email, messageId: mail.messageId, at: this.now() });
  }

  to = (email: string) => this.taken.filter(({ to }) => to === email);
}

describe('a mail server that is away', () => {
  let sim: Simulation;
  let server: Server;
  let asked = 0;
  const chance = new Chance(1);
  const region = aRegion(new Chance(5), { schools: 6, partners: 5 });
  for (const person of region.people.values())
    Object.assign(person, {
      email: `${person.id}@mail.example`,
      preferences: { mail: 'each', reminders: true },
    });

  beforeEach(async () => {
    server = new Server();
    sim = await simulate({ from: morning, region, chance: new Chance(2), mailer: server, undoMs: 0 });
    server.now = sim.now;
    sim.answer(ownerAnswers(sim.owners, region));
  });
  afterEach(() => sim.close());

  /** Somebody records an appointment with that partner: the school is asked, or the partner. */
  function ask(partnerNth: number): string {
    const id = `asked-${++asked}`;
    const [school, partner] = [region.schools[asked % 6], region.partners[partnerNth]];
    if (!school || !partner) throw new Error('no such side');
    for (;;) {
      const made = appointment(chance, sim.now(), { id, origin: 'arranged', school, partner, how: 'ahead' });
      if (!made?.wanted.standing.includes('school')) continue;
      sim.owners.make(id, made.wanted, made.actor);
      return id;
    }
  }
  const to = (partner: number) => `partner-${partner}-contact-0@mail.example`;

  it('for an hour: everything waits, goes within half an hour after it is back, and once', async () => {
    server.answers = () => '4xx';
    for (let i = 0; i < 20; i++) ask(i % 5);
    await sim.until(morning + hour);
    expect(server.taken).toEqual([]);

    server.answers = () => 'yes';
    await sim.until(morning + 1.5 * hour);

    expect(server.taken.length).toBe(20);
    expect(new Set(server.taken.map(({ messageId }) => messageId)).size).toBe(20);
    const clocks = [...sim.owners.matches.values()].map(({ state }) => state.clocks?.partner?.deliveredAt);
    expect(clocks.every((at) => at != null && at >= morning + hour)).toBe(true);
  });

  it('gone for an hour: everything goes within seven minutes after it is back, and once', async () => {
    server.answers = () => 'gone';
    for (let i = 0; i < 20; i++) ask(i % 5);
    await sim.until(morning + hour);
    expect(server.taken).toEqual([]);

    server.answers = () => 'yes';
    await sim.until(morning + hour + 7 * minute);

    expect(server.taken.length).toBe(20);
    expect(new Set(server.taken.map(({ messageId }) => messageId)).size).toBe(20);
  });

  it('for one address: nobody else waits for it', async () => {
    server.answers = ({ to: { email } }) => (email === to(0) ? '4xx' : 'yes');
    for (let minutes = 0; minutes < 60; minutes += 5) {
      sim.agenda.add(morning + minutes * minute, () => [0, 1, 2].forEach(ask));
    }
    await sim.until(morning + 2 * hour);

    expect(server.to(to(0))).toEqual([]);
    for (const partner of [1, 2]) {
      // An appointment is secured a second after it is made.
      const waits = server.to(to(partner)).map(({ at }, i) => at - (morning + i * 5 * minute));
      expect(waits).toEqual(Array.from({ length: 12 }, () => 1_000));
    }
    // Growing pauses: 2 s, 4 s, 8 s … half an hour, not a try a second.
    expect(server.tries.filter((email) => email === to(0)).length).toBeLessThan(12 * 14);

    server.answers = () => 'yes';
    await sim.until(morning + 3 * hour);
    const waiting = [...sim.owners.matches.values()].filter(
      ({ state }) => state.organisationId === 'partner-0' && state.state === 'asked',
    );
    expect(waiting.length).toBeGreaterThan(9);
    expect(server.to(to(0)).length).toBe(waiting.length);
  });

  it('for good, at one address: it is tried once, a person looks, and nobody else notices', async () => {
    server.answers = ({ to: { email } }) => (email === to(0) ? '5xx' : 'yes');
    const [lost, other] = [ask(0), ask(1)];
    const stateOf = (id: string) => sim.owners.matches.get(id)?.state;
    await sim.until(morning + hour);
    expect(stateOf(other)?.clocks?.partner?.deliveredAt).toBe(morning + 1_000);
    await sim.until(morning + 10 * 24 * hour);

    expect(server.tries.filter((email) => email === to(0)).length).toBe(1);
    expect(stateOf(lost)?.attentions?.map(({ reason }) => reason)).toEqual(['question-undeliverable']);
    expect(stateOf(lost)?.state).toBe('asked');
    expect(server.to(to(1))[0]?.at).toBe(morning + 1_000);
    expect(stateOf(other)?.state).toBe('released');
  });
});
