import { until } from '../support/until.js';
import type { Answered } from '../support/caller.js';
import {
  aRequest,
  aWorld,
  anOffer,
  askedMatch,
  postedRequest,
  proposalsOf,
  publishedOffer,
  type World,
} from '../support/world.js';

const groups = (name: string) => [{ sector: 'po', grades: ['7'], pupils: 20, name }];
const wait = { prefer: 'wait=5' };

describe('a contact', () => {
  let world: World;
  let ids: Readonly<Record<'slot' | 'full' | 'request' | 'offer' | 'match', string>>;
  beforeAll(async () => {
    world = await aWorld();
    const open = await publishedOffer(world);
    const request = await postedRequest(world);
    const { items } = await proposalsOf(world, request.id);
    const match = await askedMatch(world, request.id, items[0].slotId);
    const firm = await publishedOffer(world, {
      promise: 'firm',
      slots: [
        { start: '2027-01-19T09:00:00+01:00', end: '2027-01-19T10:30:00+01:00', groups: 1 },
        { start: '2027-01-26T09:00:00+01:00', end: '2027-01-26T10:30:00+01:00', groups: 1 },
      ],
    });
    const [slot, full] = firm.slots.map(({ id }: { id: string }) => id);
    ids = { slot, full, offer: open.id, request: request.id, match: match.id };
    await until(async () => {
      const body = { schoolLocationId: 'school-brug', groups: groups('6A') };
      return (await world.colleague.post(`/api/slots/${full}/bookings`, body, wait)).status === 201;
    }, 'the slot to be taken');
  });
  afterAll(() => world.close());

  const school = { schoolLocationId: 'school-brug' };
  const arranged = {
    ...{ ...school, organisationId: 'factory', kind: 'guest-lesson' },
    themes: ['hi-tech-science/robotics'],
    sessions: [
      { start: '2027-02-02T09:00:00+01:00', end: '2027-02-02T10:30:00+01:00', groups: groups('5A') },
    ],
  };
  const change = async (who: 'teacher' | 'partner', path: string, contactId: string) =>
    world[who].patch(path, { contactId }, (await world[who].get(path)).etag);
  const named = (who: 'teacher' | 'partner' | 'coordinator', path: string, body: object) =>
    world[who].post(path, body, wait);
  /** Where somebody is named for a side. */
  const doors: readonly [string, 'school' | 'partner', (contactId: string) => Promise<Answered>][] = [
    [
      'a request',
      'school',
      (contactId) => named('teacher', '/api/requests', aRequest({ contactId, groups: groups('8A') })),
    ],
    ['a changed request', 'school', (id) => change('teacher', `/api/requests/${ids.request}`, id)],
    ['an offer', 'partner', (contactId) => named('partner', '/api/offers', anOffer({ contactId }))],
    ['a changed offer', 'partner', (id) => change('partner', `/api/offers/${ids.offer}`, id)],
    [
      'a booking',
      'school',
      (contactId) =>
        named('teacher', `/api/slots/${ids.slot}/bookings`, { ...school, groups: groups('7A'), contactId }),
    ],
    [
      'a waiting list',
      'school',
      (contactId) =>
        named('teacher', `/api/slots/${ids.full}/waiting-list`, {
          ...school,
          groups: groups('4A'),
          contactId,
        }),
    ],
    [
      'what was arranged',
      'school',
      (contactId) => named('coordinator', '/api/matches/arranged', { ...arranged, contactId }),
    ],
    [
      'an appointment',
      'school',
      (contactId) => named('teacher', `/api/matches/${ids.match}/contact`, { contactId }),
    ],
    [
      'an appointment of a partner',
      'partner',
      (contactId) => named('partner', `/api/matches/${ids.match}/contact`, { contactId }),
    ],
  ];
  const strangers = { school: ['nobody', 'stranger', 'partner'], partner: ['nobody', 'museum', 'teacher'] };

  it.each(doors)('of %s is somebody of that %s or its coordinator', async (_, side, names) => {
    // Of several processes one may hear a moment later of the slot, and that it is taken.
    const name = (contactId: string) =>
      until(async () => {
        const answer = await names(contactId);
        const isEarly = answer.status === 422 || answer.body.code === 'matches.slot-free';
        return isEarly ? undefined : answer;
      }, 'everything to be known');
    for (const contactId of strangers[side])
      expect((await name(contactId)).body).toMatchObject({
        status: 400,
        code: 'access.contact-unknown',
        errors: [{ path: 'contactId', code: 'known' }],
      });

    expect((await name('coordinator')).status).toBeLessThan(300);
  });

  it('of an offer that is emptied is the first of its organisation again', async () => {
    const path = `/api/offers/${ids.offer}`;
    const change = async (body: object) =>
      (await world.partner.patch(path, body, (await world.partner.get(path)).etag)).body;

    expect(await change({ contactId: 'coordinator', pupils: { min: 5, max: 60 } })).toMatchObject({
      contactId: 'coordinator',
    });
    expect(await change({ contactId: null, pupils: null })).toMatchObject({
      ...{ contactId: 'partner', pupils: { min: 1, max: 32 } },
    });
  });
});
