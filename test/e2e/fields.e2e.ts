import { DirectorySeed } from '#libs/services/directory';
import type { Caller } from '../support/caller.js';
import {
  askedMatch,
  aWorld,
  postedRequest,
  proposalsOf,
  publishedOffer,
  type World,
} from '../support/world.js';

let world: World;
beforeAll(async () => {
  world = await aWorld();
  const seed = world.embedded.services.get('directory')?.app.get(DirectorySeed, { strict: false });
  await seed?.schoolLocation({
    id: 'school-brug',
    name: 'Obs De Brug',
    brin6: '11ZZ00',
    sectors: ['po'],
    holidayRegion: 'noord',
    municipalityCode: '0193',
    location: { lat: 52.5126, lon: 6.0936, place: 'Zwolle', postcode: '8011PK' },
    equityPriority: 0.9123,
  });
  await seed?.person({
    id: 'teacher',
    name: 'Tess de Vries',
    email: 'teacher@leerbrug.test',
    phone: '0612345678',
    roles: [{ role: 'teacher', schoolLocationId: 'school-brug' }],
  });
});
afterAll(() => world.close());

const paths = (requestId: string, matchId: string) => [
  '/api/me',
  '/api/school-locations',
  '/api/school-locations/school-brug',
  '/api/organisations',
  '/api/organisations/factory',
  '/api/people',
  '/api/people/teacher',
  '/api/requests',
  `/api/requests/${requestId}`,
  `/api/requests/${requestId}/proposals`,
  '/api/proposals',
  '/api/catalogue',
  '/api/offers',
  '/api/matches',
  ...['', '/history', '/visit-sheet', '/contacts'].map((part) => `/api/matches/${matchId}${part}`),
  '/api/regions/region-ijssel',
  '/api/calls',
];

/** What of all that can be read says that; with the mails that this person got. */
async function saying(words: RegExp, who: Caller, address: string, ids: readonly [string, string]) {
  const answers = await Promise.all(paths(...ids).map(async (path) => [path, await who.get(path)] as const));
  const found = answers.filter(([, { body }]) => words.test(JSON.stringify(body))).map(([path]) => path);
  const mails = (await world.mails(address)).filter((mail) => words.test(JSON.stringify(mail)));
  return [...found, ...mails.map(({ subject }) => subject)];
}

describe('what people may read of each other', () => {
  it('is the teacher’s name and phone to the partner once both said yes, and equity to schools and partners never', async () => {
    await publishedOffer(world);
    const request = await postedRequest(world);
    const { items } = await proposalsOf(world, request.id);
    const match = await askedMatch(world, request.id, items[0].slotId);
    const ids = [request.id, match.id] as const;
    const person = /Tess de Vries|0612345678|teacher@leerbrug/;

    expect(await saying(person, world.partner, 'partner@leerbrug.test', ids)).toEqual([]);
    expect(await saying(/equity|0\.9123/i, world.coordinator, 'coordinator@leerbrug.test', ids)).not.toEqual(
      [],
    );

    await world.partner.post(`/api/matches/${match.id}/accept`, { start: '2027-01-12T09:00:00+01:00' });
    expect(await saying(person, world.partner, 'partner@leerbrug.test', ids)).toEqual([]);
    await world.teacher.post(`/api/matches/${match.id}/accept`);

    expect((await world.partner.get(`/api/matches/${match.id}/contacts`)).body.school).toEqual({
      name: 'Tess de Vries',
      phone: '0612345678',
    });
    for (const [who, name] of [
      [world.teacher, 'teacher'],
      [world.admin, 'admin'],
      [world.partner, 'partner'],
      [world.museum, 'museum'],
      [world.stranger, 'stranger'],
      [world.visitor, 'visitor'],
    ] as const)
      expect([name, await saying(/equity|0\.9123/i, who, `${name}@leerbrug.test`, ids)]).toEqual([name, []]);
  });

  it('is nothing of a school to another', async () => {
    const request = await postedRequest(world);

    for (const who of [world.stranger, world.museum, world.visitor])
      expect((await who.get(`/api/requests/${request.id}`)).status).toBeGreaterThanOrEqual(401);
    expect((await world.stranger.get('/api/requests')).body.items).toEqual([]);
    expect((await world.stranger.get('/api/people')).body.items.map(({ id }: { id: string }) => id)).toEqual([
      'stranger',
    ]);
  });
});
