import type { Actor } from '#libs/runtime';
import {
  runNotifications,
  type RunningNotifications,
} from '../../../../../test/support/running-notifications.js';
import { aMatch, aPerson, anAppointment, anOffer, known } from '../../test/builders.js';
import type { MatchView, PersonView } from '../owners/views.js';

const feed = '/api/me/calendar-feed';
const jan: Actor = {
  id: 'jan',
  roles: [{ role: 'partner', regionIds: ['region'], organisationId: 'factory' }],
};
const agreed: Partial<MatchView> = { state: 'confirmed', calendarSequence: 1 };

let running: RunningNotifications;
beforeEach(async () => {
  running = await runNotifications();
});
afterEach(() => running.close());

const knows = (person: Partial<PersonView>) =>
  running.owners.set(`directory/internal/people/${person.id}`, aPerson(person));

function agreedWith(owner: string, ...matches: MatchView[]): void {
  for (const match of matches)
    known(running.owners, anAppointment({ match, offer: anOffer({ id: match.offerId ?? '' }) }));
  running.owners.set(`matching/internal/agreed-matches?owner=${encodeURIComponent(owner)}`, {
    items: matches,
  });
  knows({ id: 'jan', roles: [{ role: 'partner', organisationId: 'factory' }] });
  knows({ id: 'tess', roles: [{ role: 'teacher', schoolLocationId: 'school-1' }] });
}

let asked = 0;
const make = async (actor = jan, key = `key-${(asked += 1)}`) => {
  const headers = { 'idempotency-key': key };
  const { status, body } = await running.send(feed, actor, { method: 'POST', headers });
  return { status, path: new URL((body as { url: string }).url).pathname };
};
const read = (path: string) => running.send(path, 'visitor', {});

describe('the calendar of one person', () => {
  it('is read by its address alone and holds what they are asked for or give, and nothing else', async () => {
    const theirs = { school: ['tess'], partner: 'jan' };
    agreedWith(
      'organisation:factory',
      aMatch({ ...agreed, id: 'mine', title: 'Van Jan', contacts: theirs }),
      aMatch({ ...agreed, id: 'other', title: 'Van Piet', contacts: { school: ['tess'], partner: 'piet' } }),
    );

    const { status, path } = await make();
    const { status: answered, text } = await read(path);

    expect([status, answered]).toEqual([201, 200]);
    expect(text).toContain('SUMMARY:Van Jan');
    expect(text).not.toContain('Van Piet');
  });

  it('holds what a teacher asked at school', async () => {
    const tess: Actor = {
      id: 'tess',
      roles: [{ role: 'teacher', regionIds: ['region'], schoolLocationId: 'school-1' }],
    };
    agreedWith(
      'school:school-1',
      aMatch({ ...agreed, id: 'mine', title: 'Voor Tess' }),
      aMatch({ ...agreed, id: 'other', title: 'Voor Bob', contacts: { school: ['bob'] } }),
    );

    const { text } = await read((await make(tess)).path);

    expect(text).toContain('SUMMARY:Voor Tess');
    expect(text).not.toContain('Voor Bob');
  });

  it('gets a new address and loses the old one; the same command gets the same address', async () => {
    agreedWith('organisation:factory');
    const first = await make(jan, 'one');
    const again = await make(jan, 'one');
    const renewed = await make(jan, 'two');

    expect(again.path).toBe(first.path);
    expect(renewed.path).not.toBe(first.path);
    expect((await read(first.path)).status).toBe(404);
    expect((await read(renewed.path)).status).toBe(200);
  });

  it('is nobody’s once it was stopped, or its person may not come in any more', async () => {
    agreedWith('organisation:factory');
    const { path } = await make();
    running.owners.delete('directory/internal/people/jan');
    running.clock.advance(10_000);
    expect((await read(path)).status).toBe(404);

    knows({ id: 'jan' });
    running.clock.advance(10_000);
    expect((await running.send(feed, jan, { method: 'DELETE' })).status).toBe(200);
    expect((await read(path)).status).toBe(404);
    expect((await running.send(feed, jan, {})).body).toEqual({ madeAt: null });
  });

  it.each(['nothing', 'nothing.ics', `${'a'.repeat(43)}.ics`])('is not at %s', async (file) => {
    expect((await read(`/api/calendar-feeds/${file}`)).status).toBe(404);
  });
});
