import { ClaimRefused, PasskeyAdded, PasskeyRemoved, event } from '#libs/contracts';
import {
  runNotifications,
  type RunningNotifications,
} from '../../../../../test/support/running-notifications.js';
import { aPerson } from '../../test/builders.js';

let running: RunningNotifications;
beforeEach(async () => {
  running = await runNotifications();
  const cora = aPerson({ id: 'cora', email: 'cora@post.example' });
  running.owners.set('directory/internal/people/cora', cora);
});
afterEach(() => running.close());

describe('a change of somebody’s way in', () => {
  it.each([
    [event(PasskeyAdded, { passkeys: 2 }), 'Nieuwe toegangssleutel'],
    [event(PasskeyRemoved, { passkeys: 1, reset: false }), 'Toegangssleutel verwijderd'],
    [event(PasskeyRemoved, { passkeys: 0, reset: true }), 'Toegangssleutels gewist'],
  ])('is told to that person at once, also at night: %j', async (said, subject) => {
    running.clock.advance(14 * 3_600_000);
    await running.tell(said, { key: 'cora', seq: 3 });
    await running.settled();
    await running.tell(said, { key: 'cora', seq: 3 });
    await running.settled();

    const mails = await running.mails();
    expect(mails.map((mail) => [mail.to.email, mail.subject])).toEqual([['cora@post.example', subject]]);
    expect(mails[0]?.text).toContain('Was jij dit niet?');
  });
});

describe('a claim that was refused', () => {
  const refused = event(ClaimRefused, { personId: 'cora', schoolLocationId: 'school-1' });

  beforeEach(() => {
    running.owners.set('directory/api/school-locations/school-1', {
      ...{ id: 'school-1', name: 'De Springplank', regionIds: ['region'] },
    });
    running.owners.set('directory/internal/people?region=region&role=coordinator', {
      items: [aPerson({ id: 'coen', name: 'Coen Kok', email: 'coen@regio.example' })],
    });
  });

  async function happens() {
    await running.tell(refused, { key: 'a-claim', seq: 3, actor: 'coen' });
    await running.settled();
    return running.mails();
  }

  it('is told to who made it, with whom to turn to', async () => {
    const cora = aPerson({ id: 'cora', email: 'cora@post.example', roles: [] });
    running.owners.set('directory/internal/people/cora', cora);

    const mails = await happens();

    expect(mails.map((mail) => [mail.to.email, mail.subject])).toEqual([
      ['cora@post.example', 'Niet bekend bij De Springplank'],
    ]);
    expect(mails[0]?.text).toMatch(/kent je niet als leerkracht van De Springplank[^]*Coen Kok/);
  });

  it('is not told to somebody who teaches there after all', async () => {
    expect(await happens()).toEqual([]);
  });
});
