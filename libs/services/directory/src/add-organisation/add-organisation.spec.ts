import {
  coordinatorOf,
  operator,
  runDirectory,
  type RunningDirectory,
} from '../../../../../test/support/running-directory.js';
import { imported } from '../../../../../test/support/imported.js';

interface Added {
  readonly id: string;
  readonly regionIds: readonly string[];
  readonly location?: object;
  readonly code?: string;
}

let directory: RunningDirectory;
beforeAll(async () => {
  directory = await runDirectory();
  await directory.seed.region({ id: 'assen', name: 'Assen' });
  await directory.seed.region({ id: 'zwolle', name: 'Zwolle' });
  await imported(directory, {
    kind: 'postcodes',
    content: Buffer.from('zipcode,place,latitude,longitude\n8011,Zwolle,52.51,6.09'),
  });
});
afterAll(() => directory.close());

const add = (body: object, as = coordinatorOf('assen')) =>
  directory.post<Added>('/api/organisations', { as }, { name: 'Machinefabriek', kind: 'company', ...body });

describe('adding an organisation', () => {
  it('takes part in the only region of who adds it, and is told', async () => {
    const { status, etag, body } = await add({ location: { postcode: '8011 pk', place: 'Zwolle' } });

    expect([status, etag]).toEqual([201, '"1"']);
    expect(body).toMatchObject({
      regionIds: ['assen'],
      location: { postcode: '8011PK', place: 'Zwolle', lat: 52.51, lon: 6.09 },
    });
    expect((await directory.told()).filter(({ key }) => key === body.id)).toMatchObject([
      { type: 'directory.organisation-changed', data: { kind: 'company', regionIds: ['assen'] } },
    ]);
    expect((await directory.get(`/api/organisations/${body.id}`, coordinatorOf('zwolle'))).status).toBe(404);
  });

  it('falls back on the name of the place, and asks for one when that says nothing', async () => {
    const byPlace = await add({ location: { postcode: '9401AA', place: 'Assen' } });
    const unknown = await add({ location: { postcode: '9401AA' } });

    expect(byPlace.body.location).toMatchObject({ lat: expect.closeTo(53, 0) as number });
    expect(unknown).toMatchObject({ status: 400, body: { code: 'places.unknown' } });
  });

  it('takes coordinates, both or none', async () => {
    const both = await add({ location: { lat: 52.51, lon: 6.09 } });
    const half = await add({ location: { lat: 52.51 } });

    expect(both.body.location).toEqual({ lat: 52.51, lon: 6.09 });
    expect(half).toMatchObject({ status: 400, body: { code: 'places.half' } });
  });

  it('is refused for a region of somebody else', async () => {
    expect(await add({ regionIds: ['assen', 'zwolle'] })).toMatchObject({
      status: 403,
      body: { code: 'access.not-yours' },
    });
  });

  it('asks which region when there are several or none', async () => {
    expect((await add({}, coordinatorOf('assen', 'zwolle'))).body.code).toBe('organisations.region-needed');
    expect((await add({}, operator)).body.code).toBe('organisations.region-needed');
    expect((await add({ regionIds: ['nowhere'] }, operator)).body.code).toBe('organisations.region-unknown');
  });

  it('is found by name, kind and region', async () => {
    await add({ name: 'Museum Héél', kind: 'museum', regionIds: ['zwolle'] }, operator);

    const found = await directory.get<{ items: Added[] }>(
      '/api/organisations?kind=museum&q=heel&region=zwolle',
    );

    expect(found.body.items).toMatchObject([{ name: 'Museum Héél' }]);
  });
});
