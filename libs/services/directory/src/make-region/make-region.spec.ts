import type { RunningDirectory } from '../../../../../test/support/running-directory.js';
import { FirstStart } from '../first-start/first-start.js';
import { SignIn } from '../sign-in/sign-in.js';
import { aTown, as } from '../../test/a-town.js';
import { runDirectory } from '../../../../../test/support/running-directory.js';

interface Region {
  readonly id: string;
  readonly schoolLocations: readonly { readonly id: string }[];
  readonly code?: string;
}

describe('making a region', () => {
  let directory: RunningDirectory;
  beforeEach(async () => {
    directory = await aTown();
  });
  afterEach(() => directory.close());

  const make = (body: object, who: (typeof as)[keyof typeof as] = as.operator) =>
    directory.post<Region>('/api/regions', { as: who }, { name: 'Nieuw', ...body });

  it('takes in its school locations, also those of another region', async () => {
    const { status, body } = await make({ schoolLocationIds: ['anker', 'ver'] });

    expect([status, body.schoolLocations.map(({ id }) => id)]).toEqual([201, ['anker', 'ver']]);
    const { body: anker } = await directory.get<{ regionIds: string[] }>(
      '/api/school-locations/anker',
      as.operator,
    );
    expect([...anker.regionIds].sort()).toEqual(['assen', body.id].sort());
    expect((await directory.told()).filter(({ key }) => key === body.id)).toMatchObject([
      { type: 'directory.region-changed', data: { name: 'Nieuw' } },
    ]);
  });

  it('is for operators', async () => {
    expect((await make({ municipalityCodes: ['0106'] }, as.coordinator)).status).toBe(403);
  });

  it.each([
    [{}, 'regions.empty'],
    [{ schoolLocationIds: ['nowhere'] }, 'regions.location-unknown'],
    [{ municipalityCodes: ['106'] }, 'body.invalid'],
    [{ municipalityCodes: ['0106'], settings: {} }, 'body.invalid'],
    [{ municipalityCodes: ['0106'], name: 'A\nB' }, 'body.invalid'],
  ])('refuses %j', async (body, code) => {
    expect(await make(body)).toMatchObject({ status: 400, body: { code } });
  });
});

describe('the first start', () => {
  it('gives a code that lets the first operator in once, until an operator has an address', async () => {
    const directory = await runDirectory();
    const first = directory.service.app.get(FirstStart, { strict: false });
    const signIn = directory.service.app.get(SignIn, { strict: false });

    const code = (await first.operatorCode()) ?? '';
    const signedIn = await signIn.withCode(code, undefined, {});

    expect(signedIn.personId).toBe('first-operator');
    await expect(signIn.withCode(code, undefined, {})).rejects.toThrow();
    expect(await first.operatorCode()).toMatch(/^[A-Z0-9]{8}$/);
    const me = { id: 'first-operator', roles: [{ role: 'operator' as const, regionIds: [] }] };
    await directory.patch(
      '/api/people/first-operator',
      { as: me, ifMatch: '"1"' },
      { email: 'otto@post.example', name: 'Otto' },
    );
    expect(await first.operatorCode()).toBeUndefined();
    await directory.close();
  });
});
