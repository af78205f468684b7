import { Unavailable } from '#libs/contracts';
import type { ServiceReads } from '../service/service-reads.js';
import type { Actor } from './actor.js';
import { KnownContacts } from './known-contacts.js';

const regionIds = ['north'];
const people: Record<string, Actor> = {
  colleague: { id: 'colleague', roles: [{ role: 'teacher', regionIds, schoolLocationId: 'brug' }] },
  elsewhere: { id: 'elsewhere', roles: [{ role: 'teacher', regionIds, schoolLocationId: 'anker' }] },
  jan: { id: 'jan', roles: [{ role: 'partner', regionIds, organisationId: 'factory' }] },
  coen: { id: 'coen', roles: [{ role: 'coordinator', regionIds }] },
  far: { id: 'far', roles: [{ role: 'coordinator', regionIds: ['south'] }] },
  reader: { id: 'reader', roles: [{ role: 'reader', regionIds }] },
};
const asked: string[] = [];
const contacts = new KnownContacts({
  async get(_: string, path: string) {
    asked.push(path);
    if (path.endsWith('/away')) throw new Unavailable('directory');
    return people[path.slice('/internal/people/'.length)];
  },
} as unknown as ServiceReads);
const me: Actor = { id: 'me', roles: [] };
const school = { regions: regionIds, school: 'brug' };
const factory = { regions: regionIds, organisation: 'factory' };

describe('who is named as a contact', () => {
  it.each([
    ['colleague', school],
    ['coen', school],
    ['jan', factory],
    ['coen', factory],
  ])('may be %s for %o', async (id, place) => {
    await expect(contacts.mustBe(id, me, 'matches.answer', place)).resolves.toBeUndefined();
  });

  it.each([
    ['elsewhere', school],
    ['jan', school],
    ['colleague', factory],
    ['far', school],
    ['reader', school],
    ['nobody', factory],
    ['../people', school],
  ])('may not be %s for %o, and hears nothing of why', async (id, place) => {
    await expect(contacts.mustBe(id, me, 'matches.answer', place)).rejects.toMatchObject({
      code: 'access.contact-unknown',
      explained: { errors: [{ path: 'contactId', code: 'known' }] },
    });
  });

  it('is not looked up when it is the one who says so, or nobody', async () => {
    asked.length = 0;

    await contacts.mustBe('me', me, 'matches.answer', school);
    await contacts.mustBe(undefined, me, 'matches.answer', school);

    expect(asked).toEqual([]);
  });

  it('is asked as a part of a path, whatever it is', async () => {
    asked.length = 0;

    await contacts.mustBe('../x?y', me, 'matches.answer', school).catch(() => undefined);

    expect(asked).toEqual(['/internal/people/..%2Fx%3Fy']);
  });

  it('waits while the directory is away', async () => {
    await expect(contacts.mustBe('away', me, 'matches.answer', school)).rejects.toThrow(Unavailable);
  });
});
