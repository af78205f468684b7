import { randomUUID } from 'node:crypto';
import type { Answered } from '../support/caller.js';
import { arranged, booking, group, past, routes, slot, type Body, type Ids } from '../support/routes.js';
import { until } from '../support/until.js';
import { aRequest, aWorld, anOffer, postedRequest, type World } from '../support/world.js';

describe('a wrong body', () => {
  let world: World;
  let ids: Ids;
  beforeAll(async () => {
    world = await aWorld();
    ids = await known();
  });
  afterAll(() => world.close());

  const when = (ask: () => Promise<Answered>) =>
    until(async () => {
      const answer = await ask();
      return answer.status < 300 && answer.body;
    }, 'everything to be known');

  async function known(): Promise<Ids> {
    const offer = await when(() =>
      world.museum.post(
        '/api/offers',
        anOffer({
          organisationId: 'museum',
          kind: 'museum-visit',
          promise: 'firm',
          place: 'at-partner',
          location: { place: 'Kampen' },
          slots: ['02', '09', '16', '30'].map(slot),
        }),
      ),
    );
    await world.museum.post(`/api/offers/${offer.id}/publish`);
    const [free, full, third, own] = offer.slots.map(({ id }: { id: string }) => id);
    const headers = { prefer: 'wait=5' };
    const book = (id: string, name: string) =>
      when(() => world.teacher.post(`/api/slots/${id}/bookings`, booking(name), headers));
    const numbers = await book(full, '7A');
    const match = await book(own, '7B');
    const held = await when(() => world.teacher.post('/api/matches/arranged', arranged(past, '4A'), headers));
    const request = await postedRequest(world, {
      groups: [group('8A')],
      themes: ['food-nature/food-production'],
    });
    const call = await when(() =>
      world.coordinator.post(`/api/requests/${request.id}/call`, { organisationIds: ['museum'] }),
    );
    const { groupId } = numbers.groups[0];
    const slots = { free, full, third };
    const matches = { match: match.id, held: held.id, numbers: numbers.id };
    return { ...slots, ...matches, request: request.id, group: groupId, call: call.id };
  }

  const said = ({ status, body }: Answered) => {
    const [error] = body.errors ?? [];
    return [status, body.code, ...(body.code === 'body.invalid' ? [error.path] : [])];
  };

  it.each(routes)('of $route gets the answer it deserves', async (route) => {
    const path = route.path(ids);
    const good = route.body(ids);
    const { [route.needed ?? '']: _, ...without } = good;
    const [field, value] = route.wrong;
    const own = world[route.who];
    const nowhere = path.replace(/^(\/api\/[a-z-]+)\/[^/]+\/(?=[^/]+$)/, '$1/nothing/');
    const answers = {
      unknownField: said(await own.post(path, { ...good, colour: 'red' })),
      ...(route.needed ? { missing: said(await own.post(path, without)) } : {}),
      wrongType: said(await own.post(path, { ...good, [field]: value })),
      noList: said(await own.post(path, [])),
      noKey: said(await own.send('POST', path, good)),
      visitor: said(await world.visitor.post(path, good)),
      role: said(await world[route.role].post(path, good)),
      ...(route.unknown ? { unknown: said(await own.post(nowhere, good)) } : {}),
      ...(route.foreign ? { foreign: said(await world[route.foreign[0]].post(path, good)) } : {}),
    };

    expect(answers).toEqual({
      unknownField: [400, 'body.invalid', 'colour'],
      ...(route.needed ? { missing: [400, 'body.invalid', route.needed] } : {}),
      wrongType: [400, 'body.invalid', field],
      noList: [400, 'body.invalid', expect.anything()],
      noKey: [400, 'http.idempotency-key-missing'],
      visitor: [401, 'http.not-signed-in'],
      role: [403, 'access.not-allowed'],
      ...(route.unknown ? { unknown: [...route.unknown] } : {}),
      ...(route.foreign ? { foreign: route.foreign.slice(1) } : {}),
    });
    const key = { 'idempotency-key': randomUUID() };
    const first = await own.post(path, good, key);
    const again = await own.post(path, good, key);
    const other = await own.post(path, route.other, key);
    expect(first.status).toBeLessThan(300);
    expect([again.status, again.body.id]).toEqual([first.status, first.body.id]);
    expect(said(other)).toEqual([422, 'command.key-reused']);
  });

  const patches = [
    {
      where: 'requests/:id/assignment',
      who: 'coordinator',
      good: { internalNote: 'x' },
      field: 'assigneeId',
      role: 'teacher',
    },
    {
      where: 'organisations/museum',
      who: 'coordinator',
      good: { maxPerMonth: 4 },
      field: 'maxPerMonth',
      role: 'teacher',
    },
    {
      where: 'regions/region-ijssel',
      who: 'coordinator',
      good: { settings: { optionWorkingDays: 4 } },
      field: 'settings',
      role: 'teacher',
    },
    { where: 'groups/:group', who: 'teacher', good: { pupils: 22 }, field: 'pupils', role: 'museum' },
  ] as const;

  it.each(patches)('of PATCH $where too', async ({ where, who, good, field, role }) => {
    const path = `/api/${where.replace(':id', ids.request).replace(':group', ids.group)}`;
    const nowhere = path.replace(/^(\/api\/[a-z-]+)\/[^/]+/, '$1/nothing');
    const read = path.replace('/assignment', '');
    const tag = where.startsWith('groups') ? '"1"' : (await world.coordinator.get(read)).etag;
    const own = world[who];

    expect({
      unknownField: said(await own.patch(path, { ...good, colour: 'red' }, tag)),
      wrongType: said(await own.patch(path, { ...good, [field]: ['x'] }, tag)),
      noTag: said(await own.patch(path, good, null)),
      role: said(await world[role].patch(path, good, tag)),
      unknown: said(await own.patch(nowhere, good, tag)),
      stale: said(await own.patch(path, good, '"999"')),
    }).toEqual({
      unknownField: [400, 'body.invalid', 'colour'],
      wrongType: [400, 'body.invalid', expect.stringContaining(field)],
      noTag: [428, 'http.if-match-missing'],
      role: [403, 'access.not-allowed'],
      unknown: [404, 'aggregate.missing'],
      stale: [412, 'command.stale'],
    });
    expect((await own.patch(path, good, tag)).status).toBe(200);
    expect(said(await own.patch(path, good, tag))).toEqual([412, 'command.stale']);
  });

  it.each([
    ['reports/region?region=region-far', 'coordinator', 403, 'reports.region-not-yours'],
    ['reports/region?region=nowhere', 'operator', 422, 'reports.region-unknown'],
    ['reports/region?from=1-9-26', 'coordinator', 400, 'body.invalid'],
    ['reports/region', 'teacher', 403, 'access.not-allowed'],
    ['exports/activities?format=xlsx', 'coordinator', 400, 'body.invalid'],
    ['exports/activities?colour=red', 'coordinator', 400, 'body.invalid'],
    ['exports/activities', 'partner', 403, 'access.not-allowed'],
    ['calls?limit=1000', 'coordinator', 400, 'body.invalid'],
    ['calls', 'teacher', 403, 'access.not-allowed'],
    [
      'school-locations/school-brug/groups?schoolYear=2026-2028',
      'teacher',
      400,
      'groups.school-year-unknown',
    ],
    ['school-locations/school-kampen/groups', 'teacher', 404, 'aggregate.missing'],
    ['proposals?state=nonsense', 'coordinator', 400, 'body.invalid'],
    ['proposals?cursor=nonsense', 'coordinator', 400, 'query.cursor-invalid'],
  ] as const)('of GET %s by %s is refused as well', async (path, who, status, code) => {
    const answer = await world[who].get(`/api/${path}`);

    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('of a preview is refused as a request would be, and needs no key', async () => {
    const preview = (changes: Body, who = world.teacher) =>
      who.post('/api/requests/preview', aRequest(changes));

    expect(said(await preview({ colour: 'red' }))).toEqual([400, 'body.invalid', 'colour']);
    expect(said(await preview({ windows: undefined }))).toEqual([400, 'body.invalid', 'windows']);
    expect(said(await preview({ schoolLocationId: 'nowhere' }))).toEqual([
      422,
      'matches.school-location-unknown',
    ]);
    expect(said(await preview({}, world.stranger))).toEqual([403, 'access.not-yours']);
    expect(said(await preview({}, world.museum))).toEqual([403, 'access.not-allowed']);
    expect((await world.teacher.send('POST', '/api/requests/preview', aRequest())).status).toBe(200);
    for (const [changes, status, code, field] of [
      [
        { windows: [{ from: '2027-03-01', to: '2027-02-01' }] },
        400,
        'matches.window-impossible',
        'windows[0].to',
      ],
      [
        { windows: [{ from: '2027-01-11', to: '9999-12-31' }] },
        400,
        'matches.window-impossible',
        'windows[0].to',
      ],
      [
        { windows: [{ from: '2026-09-01', to: '2026-09-30' }] },
        400,
        'matches.window-impossible',
        'windows[0].to',
      ],
      [{ themes: ['robots'] }, 400, 'matches.theme-unknown', 'themes[0]'],
      [{ groups: [{ groupId: 'nobody' }] }, 422, 'matches.group-unknown', 'groups[0].groupId'],
      [{ groups: [{ ...group('7A'), sector: 'vo' }] }, 400, 'matches.group-incomplete', 'groups[0].sector'],
    ] as const) {
      const { body } = await preview(changes);
      expect([body.status, body.code, body.errors[0].path]).toEqual([status, code, field]);
    }
  });

  it('that names a group twice, or by id and by what it is, is told so', async () => {
    const { group: groupId, third } = ids;
    const twice = [group('7Z'), group('7Z')];
    const both = [{ groupId, pupils: 40 }];
    const book = (groups: readonly Body[]) =>
      world.teacher.post(`/api/slots/${third}/bookings`, { ...booking('7Z'), groups });
    const ask = (groups: readonly Body[]) => world.teacher.post('/api/requests', aRequest({ groups }));

    expect((await book(twice)).body).toMatchObject({ status: 400, code: 'matches.group-twice' });
    expect((await ask(twice)).body).toMatchObject({ status: 400, code: 'requests.group-twice' });
    expect((await book(both)).body).toMatchObject({ status: 400, code: 'matches.group-incomplete' });
    expect((await ask(both)).body).toMatchObject({ status: 400, code: 'requests.group-incomplete' });
  });

  it('of a board that is paged while requests leave it goes on where it was', async () => {
    const names = ['3A', '3B', '3C'];
    for (const name of names) await postedRequest(world, { groups: [group(name)] });
    const page = async (cursor = '') =>
      (await world.coordinator.get(`/api/proposals?limit=1${cursor && `&cursor=${cursor}`}`)).body;
    const first = await until(async () => {
      const found = await page();
      return found.items.length === 1 && found.next && found;
    }, 'the board');
    const second = await page(first.next);
    await world.admin.post(`/api/requests/${second.items[0].requestId}/withdraw`, { reason: 'Niet nodig.' });
    await until(
      async () => (await page(first.next)).items[0].requestId !== second.items[0].requestId,
      'it to go',
    );

    const third = await page(second.next);
    expect([first, second].map(({ items }) => items[0].requestId)).not.toContain(third.items[0].requestId);
  });
});
