import { randomUUID } from 'node:crypto';
import type { Answered } from '../support/caller.js';
import { aRequest, aWorld, anOffer, postedRequest, publishedOffer, type World } from '../support/world.js';

/** One wrong thing somebody sends, and the answer it deserves. */
interface Wrong {
  readonly what: string;
  readonly send: (world: World) => Promise<Answered>;
  readonly status: number;
  readonly code: string;
  /** The field that is named. */
  readonly path?: string;
}

const wish = (window: Record<string, unknown>) => ({
  windows: [{ from: '2027-01-11', to: '2027-02-12', ...window }],
});
const group = (changes: Record<string, unknown>) => ({
  groups: [{ sector: 'po', grades: ['7'], pupils: 26, ...changes }],
});
const post = (changes: Record<string, unknown>) => (world: World) =>
  world.teacher.post('/api/requests', aRequest(changes));
const offer = (changes: Record<string, unknown>) => (world: World) =>
  world.partner.post('/api/offers', anOffer(changes));
const slot = (start: string, end: string) => ({ slots: [{ start, end }] });
const raw =
  (body: string, headers: Record<string, string> = {}) =>
  (world: World) =>
    world.teacher.send('POST', '/api/requests', body, { 'idempotency-key': randomUUID(), ...headers });

const wrongs: readonly Wrong[] = [
  {
    what: 'an unknown field',
    send: post({ colour: 'red' }),
    status: 400,
    code: 'body.invalid',
    path: 'colour',
  },
  {
    what: 'an unknown field in a group',
    send: post(group({ age: 9 })),
    status: 400,
    code: 'body.invalid',
    path: 'groups[0].age',
  },
  {
    what: 'a missing field',
    send: post({ themes: undefined }),
    status: 400,
    code: 'body.invalid',
    path: 'themes',
  },
  { what: 'no body at all', send: raw('{}'), status: 400, code: 'body.invalid', path: 'schoolLocationId' },
  { what: 'a list as body', send: raw('[]'), status: 400, code: 'body.invalid' },
  { what: 'null as body', send: raw('null'), status: 400, code: 'body.invalid' },
  {
    what: 'a number where a list belongs',
    send: post({ themes: 7 }),
    status: 400,
    code: 'body.invalid',
    path: 'themes',
  },
  {
    what: 'an object where a list belongs',
    send: post({ groups: {} }),
    status: 400,
    code: 'body.invalid',
    path: 'groups',
  },
  {
    what: 'an empty list of groups',
    send: post({ groups: [] }),
    status: 400,
    code: 'body.invalid',
    path: 'groups',
  },
  {
    what: 'text where a number belongs',
    send: post(group({ pupils: '26' })),
    status: 400,
    code: 'body.invalid',
    path: 'groups[0].pupils',
  },
  {
    what: 'no pupils',
    send: post(group({ pupils: 0 })),
    status: 400,
    code: 'body.invalid',
    path: 'groups[0].pupils',
  },
  {
    what: 'a date that does not exist',
    send: post(wish({ to: '2027-02-30' })),
    status: 400,
    code: 'body.invalid',
    path: 'windows[0].to',
  },
  {
    what: 'a date in words',
    send: post(wish({ from: '1-9-26' })),
    status: 400,
    code: 'body.invalid',
    path: 'windows[0].from',
  },
  {
    what: 'an unknown weekday',
    send: post(wish({ weekdays: ['dinsdag'] })),
    status: 400,
    code: 'body.invalid',
    path: 'windows[0].weekdays',
  },
  {
    what: 'a window in the past',
    send: post(wish({ from: '2026-09-01', to: '2026-09-30' })),
    status: 400,
    code: 'requests.window-in-past',
    path: 'windows[0].to',
  },
  {
    what: 'a window backwards',
    send: post(wish({ from: '2027-03-01', to: '2027-02-01' })),
    status: 400,
    code: 'requests.window-backwards',
    path: 'windows[0].to',
  },
  {
    what: "a window inside that school's holiday",
    send: post(wish({ from: '2027-02-20', to: '2027-02-28' })),
    status: 400,
    code: 'requests.window-in-holiday',
    path: 'windows[0]',
  },
  {
    what: 'group 9',
    send: post(group({ grades: ['9'] })),
    status: 400,
    code: 'requests.grade-unknown',
    path: 'groups[0].grades',
  },
  {
    what: 'a level of another sector',
    send: post(group({ levels: ['havo'] })),
    status: 400,
    code: 'requests.level-unknown',
    path: 'groups[0].levels',
  },
  {
    what: 'a sector that the school has not',
    send: post(group({ sector: 'vo', grades: ['2'] })),
    status: 400,
    code: 'requests.sector-not-here',
    path: 'groups[0].sector',
  },
  {
    what: 'an unknown theme',
    send: post({ themes: ['robots'] }),
    status: 400,
    code: 'requests.theme-unknown',
    path: 'themes[0]',
  },
  {
    what: 'a request for another school',
    send: post({ schoolLocationId: 'school-kampen' }),
    status: 403,
    code: 'access.not-yours',
    path: 'schoolLocationId',
  },
  {
    what: 'a coordinator’s request for a school elsewhere, whatever region it names',
    send: (world) =>
      world.coordinator.post(
        '/api/requests',
        aRequest({ schoolLocationId: 'school-far', regionId: 'region-ijssel' }),
      ),
    status: 403,
    code: 'access.not-yours',
    path: 'schoolLocationId',
  },
  {
    what: 'a school that nobody knows',
    send: (world) =>
      world.coordinator.post('/api/requests', aRequest({ schoolLocationId: 'school-nowhere' })),
    status: 422,
    code: 'requests.school-location-unknown',
    path: 'schoolLocationId',
  },
  {
    what: 'a group that nobody knows',
    send: post({ groups: [{ groupId: 'nobody' }] }),
    status: 422,
    code: 'requests.group-unknown',
    path: 'groups[0].groupId',
  },
  {
    what: 'a region the school is not in',
    send: post({ regionId: 'region-far' }),
    status: 400,
    code: 'requests.region-wrong',
    path: 'regionId',
  },
  {
    what: 'a body of 70 KB',
    send: post({ note: 'x'.repeat(70 * 1024) }),
    status: 413,
    code: 'http.too-large',
  },
  { what: 'broken JSON', send: raw('{"kind": '), status: 400, code: 'http.unreadable' },
  {
    what: 'a form instead of JSON',
    send: raw('a=1', { 'content-type': 'application/x-www-form-urlencoded' }),
    status: 415,
    code: 'http.not-json',
  },
  {
    what: 'no Idempotency-Key',
    send: (world) => world.teacher.send('POST', '/api/requests', aRequest()),
    status: 400,
    code: 'http.idempotency-key-missing',
  },
  {
    what: 'no token',
    send: (world) => world.visitor.post('/api/requests', aRequest()),
    status: 401,
    code: 'http.not-signed-in',
  },
  {
    what: 'a made-up token',
    send: (world) =>
      world.visitor.send('POST', '/api/requests', aRequest(), {
        authorization: 'Bearer lb_nonsense',
        'idempotency-key': 'k',
      }),
    status: 401,
    code: 'http.not-signed-in',
  },
  {
    what: 'a role that may not',
    send: (world) => world.partner.post('/api/requests', aRequest()),
    status: 403,
    code: 'access.not-allowed',
  },
  {
    what: 'an address that is not there',
    send: (world) => world.teacher.get('/api/nothing'),
    status: 404,
    code: 'http.no-such-route',
  },
  {
    what: 'a request that is not there',
    send: (world) => world.teacher.get('/api/requests/nothing'),
    status: 404,
    code: 'aggregate.missing',
  },
  {
    what: 'proposals of a request that is not there',
    send: (world) => world.coordinator.get('/api/requests/nothing/proposals'),
    status: 404,
    code: 'aggregate.missing',
  },
  {
    what: 'a page of 1,000',
    send: (world) => world.teacher.get('/api/requests?limit=1000'),
    status: 400,
    code: 'body.invalid',
    path: 'limit',
  },
  {
    what: 'a cursor that is none',
    send: (world) => world.teacher.get('/api/requests?cursor=nonsense'),
    status: 400,
    code: 'query.cursor-invalid',
    path: 'cursor',
  },
  {
    what: 'a 5-digit postcode',
    send: offer({ location: { postcode: '80115' } }),
    status: 400,
    code: 'body.invalid',
    path: 'location.postcode',
  },
  {
    what: 'a postcode that nobody knows',
    send: offer({ location: { postcode: '9999ZZ' } }),
    status: 400,
    code: 'offers.place-unknown',
    path: 'location.place',
  },
  {
    what: 'no place',
    send: offer({ location: undefined }),
    status: 400,
    code: 'offers.location-needed',
    path: 'location',
  },
  {
    what: 'a slot that ends before it starts',
    send: offer(slot('2027-01-12T10:30:00+01:00', '2027-01-12T09:00:00+01:00')),
    status: 400,
    code: 'offers.slot-backwards',
    path: 'slots[0].end',
  },
  {
    what: 'a slot in the past',
    send: offer(slot('2026-01-12T09:00:00+01:00', '2026-01-12T11:00:00+01:00')),
    status: 400,
    code: 'offers.slot-in-past',
    path: 'slots[0].start',
  },
  {
    what: 'a slot shorter than the lesson',
    send: offer(slot('2027-01-12T09:00:00+01:00', '2027-01-12T09:30:00+01:00')),
    status: 400,
    code: 'offers.slot-too-short',
    path: 'slots[0].end',
  },
  {
    what: 'a slot without time zone',
    send: offer(slot('2027-01-12T09:00:00', '2027-01-12T11:00:00')),
    status: 400,
    code: 'body.invalid',
    path: 'slots[0].start',
  },
  {
    what: 'an offer for another organisation',
    send: offer({ organisationId: 'museum' }),
    status: 403,
    code: 'access.not-yours',
    path: 'organisationId',
  },
  {
    what: 'an approval of nothing',
    send: (world) =>
      world.coordinator.post('/api/matches', {
        requestId: 'nothing',
        slotId: 'nothing.2027-01-12T08:00:00Z',
      }),
    status: 422,
    code: 'matches.request-unknown',
    path: 'requestId',
  },
  {
    what: 'an answer to nothing',
    send: (world) => world.partner.post('/api/matches/nothing/accept'),
    status: 404,
    code: 'aggregate.missing',
  },
];

describe('bad input', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
    await postedRequest(world);
    await publishedOffer(world);
  });
  afterAll(() => world.close());

  it.each(wrongs)('$what gets $status $code', async ({ send, status, code, path }) => {
    const answer = await send(world);

    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body).toMatchObject({
      status,
      code,
      type: expect.any(String),
      title: expect.any(String),
      detail: expect.any(String),
    });
    expect(answer.status).toBe(status);
    if (path) expect(answer.body.errors.map((error: { path: string }) => error.path)).toContain(path);
    if (status === 422) expect(answer.headers.get('retry-after')).toBe('1');
  });

  it('changes nothing, and the next good input works', async () => {
    const before = (await world.teacher.get('/api/requests?limit=100')).body.items.length;
    for (const { send } of wrongs) await send(world);
    const after = (await world.teacher.get('/api/requests?limit=100')).body.items.length;

    expect(after).toBe(before);
    expect((await world.teacher.post('/api/requests', aRequest())).status).toBe(201);
    expect((await world.partner.get('/api/offers')).body.items).toHaveLength(1);
  });

  it('the same key with the same body answers as before, with another body 422', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const first = await world.teacher.post('/api/requests', aRequest(), key);
    const again = await world.teacher.post('/api/requests', aRequest(), key);
    const other = await world.teacher.post('/api/requests', aRequest({ title: 'Iets anders' }), key);

    expect(again.status).toBe(201);
    expect(again.body).toEqual(first.body);
    expect(other).toMatchObject({ status: 422, body: { code: 'command.key-reused' } });
  });

  it('a PATCH needs the version it saw', async () => {
    const { body, etag } = await world.teacher.post('/api/requests', aRequest());
    const patch = (tag: string | null) =>
      world.teacher.patch(`/api/requests/${body.id}`, { maxDistanceKm: 40 }, tag);

    expect(await patch(null)).toMatchObject({ status: 428, body: { code: 'http.if-match-missing' } });
    expect(await patch(etag)).toMatchObject({ status: 200, body: { maxDistanceKm: 40 } });
    expect(await patch(etag)).toMatchObject({ status: 412, body: { code: 'command.stale' } });
  });

  it('a colleague may read a request but not change it, a stranger does not find it', async () => {
    const { body, etag } = await world.teacher.post('/api/requests', aRequest());

    expect((await world.colleague.get(`/api/requests/${body.id}`)).status).toBe(200);
    expect(await world.colleague.patch(`/api/requests/${body.id}`, { note: 'x' }, etag)).toMatchObject({
      status: 403,
    });
    expect((await world.admin.patch(`/api/requests/${body.id}`, { note: 'x' }, etag)).status).toBe(200);
    expect((await world.stranger.get(`/api/requests/${body.id}`)).status).toBe(404);
    expect((await world.partner.get(`/api/requests/${body.id}`)).status).toBe(403);
  });
});
