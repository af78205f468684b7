import { aWorld, type World } from '../support/world.js';

describe('the API describes itself', () => {
  let world: World;
  let api: any;
  beforeAll(async () => {
    world = await aWorld();
    api = (await world.visitor.get('/api/openapi.json')).body;
  });
  afterAll(() => world.close());

  it('as OpenAPI 3.1, with every operation under a policy and no internal route', () => {
    expect(api.openapi).toBe('3.1.0');
    const operations = Object.entries<any>(api.paths).flatMap(([path, item]) =>
      Object.entries<any>(item).map(([verb, operation]) => ({ path, verb, operation })),
    );
    expect(operations.length).toBeGreaterThan(35);
    for (const { path, operation } of operations.filter(({ path }) => path.startsWith('/api/'))) {
      expect([path, operation['x-policy']]).toEqual([path, expect.any(String)]);
      expect(path).not.toContain('internal');
    }
  });

  it('with an example for every body that the routes themselves accept as one of theirs', async () => {
    const bodies = Object.entries<any>(api.paths).flatMap(([path, item]) =>
      Object.entries<any>(item).flatMap(([verb, operation]) =>
        Object.values<any>(operation.requestBody?.content ?? {}).map((media) => ({ path, verb, media })),
      ),
    );
    expect(bodies.length).toBeGreaterThan(12);
    for (const { path, verb, media } of bodies) {
      expect([path, media.example]).toEqual([path, expect.any(Object)]);
      const everybody = [world.teacher, world.partner, world.coordinator, world.operator];
      const address = path.replaceAll(/\{[^}]+\}/g, 'nothing');
      for (const caller of everybody) {
        const headers = { 'idempotency-key': 'example', 'if-match': '"1"' };
        const { body } = await caller.send(verb.toUpperCase(), address, media.example, headers);
        expect([path, body.code, body.errors]).not.toEqual([path, 'body.invalid', expect.anything()]);
      }
    }
  });

  it('with what every route answers, and a problem document for when it does not', () => {
    const schemas = api.components.schemas;
    for (const [path, item] of Object.entries<any>(api.paths)) {
      for (const [verb, { responses }] of Object.entries<any>(item)) {
        const { default: problem, ...good } = responses;
        expect(problem.content['application/problem+json'].schema.$ref).toBe('#/components/schemas/Problem');
        const described = Object.values<any>(good).flatMap(({ content = {} }) =>
          Object.values<any>(content).map(({ schema }) => schema),
        );
        expect([verb, path, described]).not.toEqual([verb, path, []]);
        for (const schema of described) {
          const names = [...JSON.stringify(schema).matchAll(/#\/components\/schemas\/(\w+)/g)];
          const known = schema.type === 'string' || names.length > 0;
          expect([verb, path, known]).toEqual([verb, path, true]);
          for (const [, name] of names) expect(schemas).toHaveProperty(String(name));
        }
      }
    }
  });

  it('with the fields of queries and the rules of bodies', () => {
    const query = api.paths['/api/requests'].get.parameters.map(({ name }: { name: string }) => name);
    expect(query).toEqual(expect.arrayContaining(['region', 'state', 'limit', 'cursor']));
    const body = api.components.schemas.PostRequestBody;
    expect(body.required).toEqual(
      expect.arrayContaining(['schoolLocationId', 'kind', 'themes', 'groups', 'windows']),
    );
    expect(body.properties.groups).toMatchObject({
      type: 'array',
      minItems: 1,
      items: { $ref: '#/components/schemas/GroupBody' },
    });
  });

  it('without a field for anything of a pupil, and says so where people write in words of their own', () => {
    const bodies = Object.entries<any>(api.components.schemas).filter(([name]) => name.endsWith('Body'));
    const fields = bodies.flatMap(([body, { properties = {} }]) =>
      Object.entries<any>(properties).map(([name, schema]) => ({ body, name, schema })),
    );
    const ofPupils = fields.filter(({ name }) => /pupil|birth|gender|child/i.test(name));
    expect(new Set(ofPupils.map(({ name }) => name))).toEqual(
      new Set(['pupils', 'pupilsPerAdult', 'pupilsPerGroup', 'costPerPupilCents']),
    );

    const written = fields.filter(({ name }) => /^(note|words|text|reason|how)$/.test(name));
    expect(written.length).toBeGreaterThan(12);
    for (const { body, name, schema } of written)
      expect([body, name, schema.description]).toEqual([
        body,
        name,
        expect.stringContaining('no names of pupils'),
      ]);
  });

  it('on a page of its own', async () => {
    const page = await world.visitor.get('/api/docs');
    expect(page.status).toBe(200);
    expect(page.body).toContain('swagger');
  });
});
