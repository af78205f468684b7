import { PasskeyAdded, event } from '#libs/contracts';
import { MailRefused, Mailer } from '#libs/ports/mailer/port';
import type { Actor } from '#libs/runtime';
import {
  runNotifications,
  type RunningNotifications,
} from '../../../../../test/support/running-notifications.js';
import { aPerson } from '../../test/builders.js';

class Refusing extends Mailer {
  send(): Promise<void> {
    return Promise.reject(new MailRefused('no such mailbox'));
  }
}

let running: RunningNotifications;
beforeEach(async () => {
  running = await runNotifications(() => new Refusing());
});
afterEach(() => running.close());

const inboxOf = async (region: string) => {
  const cora: Actor = { id: 'cora', roles: [{ role: 'coordinator', regionIds: [region] }] };
  const { body } = await running.get('/api/inbox', cora);
  return (body as { items: { id: string }[] }).items.map(({ id }) => id);
};

describe('a mail to somebody about themselves that does not arrive', () => {
  it('is a line for the regions that they have a role in', async () => {
    const roles = [{ role: 'teacher', schoolLocationId: 'school-1', regionIds: ['region', 'another'] }];
    running.owners.set('directory/internal/people/ans', aPerson({ roles }));
    await running.tell(event(PasskeyAdded, { passkeys: 1 }), { key: 'ans', seq: 1 });
    await running.settled();

    expect(await inboxOf('region')).toEqual(['mail-refused.ans']);
    expect(await inboxOf('another')).toEqual(['mail-refused.ans']);
    expect(await inboxOf('elsewhere')).toEqual([]);
  });
});
