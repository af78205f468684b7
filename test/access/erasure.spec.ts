import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PersonalData } from '#libs/runtime';
import {
  askedMatch,
  aWorld,
  postedRequest,
  proposalsOf,
  publishedOffer,
  type World,
} from '../support/world.js';
import { until } from '../support/until.js';

const name = 'Tess de Vries';
const email = 'teacher@leerbrug.test';
const phone = '0612345678';
const note = 'Graag via de achteringang, vraag naar Zwaluwstaart';
const said = 'Mijn nieuwe kamer is bij de Kwikstaart';
const words = 'De klas van de Grutto wilde niet naar huis';
const reason = 'Onze Bernagie is die week verhuisd';

const secrets = [name, email, phone, note, reason, 'Zwaluwstaart', 'Bernagie', 'Kwikstaart', 'Grutto'];

/** Where in the files of the folder one of these texts stands, also in base64 and in UTF-16. */
function hitsIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => statSync(file).isFile());
  return files.flatMap((file) => {
    const bytes = readFileSync(file);
    return secrets
      .filter((text) =>
        [Buffer.from(text), Buffer.from(text, 'utf16le'), Buffer.from(text.toLowerCase())].some((each) =>
          bytes.includes(each),
        ),
      )
      .map((text) => `${text} in ${file}`);
  });
}

describe('the erasure of a person', () => {
  let world: World;
  let folder: string;
  let closed = false;
  let open: string;
  let declined: string;
  let feed: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'leerbrug-'));
    world = await aWorld({ data: folder });
    await publishedOffer(world);
    const { etag } = await world.teacher.get('/api/people/teacher');
    expect((await world.teacher.patch('/api/people/teacher', { phone }, etag)).status).toBe(200);
    const first = await postedRequest(world, { note });
    open = first.id;
    const proposals = await proposalsOf(world, first.id);
    const match = await askedMatch(world, first.id, proposals.items[0].slotId);
    await until(async () => (await world.mails(email)).length > 1 || undefined, 'mails to the teacher');
    expect((await world.teacher.post(`/api/matches/${match.id}/messages`, { text: said })).status).toBe(201);
    const { status } = await world.teacher.post(`/api/matches/${match.id}/decline`, { reason });
    expect(status).toBe(200);
    declined = match.id;
    await until(
      async () =>
        (await world.mails('partner@leerbrug.test')).some(({ text }) => text.includes('Bernagie')) ||
        undefined,
      'the partner to hear why',
    );
    const second = await postedRequest(world, { note });
    const others = await proposalsOf(world, second.id);
    open = (await askedMatch(world, second.id, others.items[0].slotId)).id;
    await evaluated();
    feed = new URL((await world.teacher.post('/api/me/calendar-feed', {})).body.url).pathname;
    expect((await world.visitor.get(feed)).status).toBe(200);
  });
  async function evaluated() {
    const groups = [{ sector: 'po', grades: ['7'], pupils: 24, name: '8B' }];
    const { status, body } = await world.teacher.post(
      '/api/matches/arranged',
      {
        schoolLocationId: 'school-brug',
        organisationId: 'factory',
        kind: 'guest-lesson',
        themes: ['hi-tech-science/robotics'],
        sessions: [{ start: '2026-11-20T09:00:00+01:00', end: '2026-11-20T10:30:00+01:00', groups }],
      },
      { prefer: 'wait=5' },
    );
    expect(status).toBe(201);
    const path = `/api/matches/${body.id}/evaluation`;
    expect((await world.teacher.post(path, { fit: 5, again: 'yes', words })).status).toBe(200);
  }
  afterAll(async () => {
    if (!closed) await world.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('begins with data that is there to be found', () => {
    expect(hitsIn(folder).length).toBeGreaterThanOrEqual(8);
  });

  it('has nothing to take out of the events, which stay: here, and in the topics of a cluster', () => {
    const rows = world.embedded.file.statement('select key, value from log').all();
    const events = rows.map(
      ({ key, value }) => `${String(key)} ${Buffer.from(value as Uint8Array).toString()}`,
    );
    const told = events.join('\n');

    for (const type of ['request-posted', 'match-ended', 'match-evaluated', 'person-changed'])
      expect(told).toContain(type);
    expect(secrets.filter((secret) => told.toLowerCase().includes(secret.toLowerCase()))).toEqual([]);
  });

  it('comes after everything about oneself could be taken along', async () => {
    const { status, body } = await world.teacher.get('/api/me/export');

    expect(status).toBe(200);
    expect(body.services.directory.person).toMatchObject({ name, email, phone });
    expect(JSON.stringify(body.services.requests)).toContain('Zwaluwstaart');
    expect(JSON.stringify(body.services.matching)).toContain('Bernagie');
    expect(JSON.stringify(body.services.matching)).toContain('Grutto');
    expect(JSON.stringify(body.services.notifications)).toContain('Kwikstaart');
    expect(JSON.stringify(body)).not.toMatch(/Jan Hoekstra|partner@/);
  });

  it('is refused to anybody else, who is not told that there is such a person', async () => {
    for (const other of [world.colleague, world.admin, world.coordinator, world.partner])
      expect((await other.post('/api/people/teacher/erase')).status).toBe(404);
    expect((await world.visitor.post('/api/people/teacher/erase')).status).toBe(401);
  });

  it('is refused to the last coordinator and the last operator', async () => {
    expect((await world.coordinator.post('/api/people/coordinator/erase')).body.code).toBe(
      'people.last-coordinator',
    );
    expect((await world.operator.post('/api/people/operator/erase')).body.code).toBe('people.last-operator');
  });

  it('leaves no byte of the person, in no file', async () => {
    const { status } = await world.teacher.post('/api/people/teacher/erase');
    expect(status).toBe(200);

    await until(
      async () => hitsIn(folder).length === 0 || undefined,
      `no hit any more: ${hitsIn(folder).join(', ')}`,
    );
    expect(hitsIn(folder)).toEqual([]);
  });

  it('lets the person in no more', async () => {
    await until(
      async () => (await world.teacher.get('/api/me')).status === 401 || undefined,
      'the token to be out',
    );
    expect((await world.visitor.get(feed)).status).toBe(404);
  });

  it('keeps what was asked and agreed, and whoever shares it sees that the contact is gone', async () => {
    const { body } = await world.coordinator.get(`/api/matches/${open}`);

    expect(body).toMatchObject({ state: 'asked', attention: 'contact-gone' });
    expect((await world.partner.get(`/api/matches/${open}`)).body.attention).toBe('contact-gone');
    expect((await world.coordinator.get(`/api/matches/${declined}`)).body.state).toBe('declined');
    expect((await world.admin.get('/api/requests')).body.items).toHaveLength(2);
  });

  it('keeps that something was said, not what', async () => {
    const { items } = (await world.partner.get(`/api/matches/${declined}/messages`)).body;

    expect(items).toMatchObject([{ side: 'school', from: { nl: 'de school' }, text: '' }]);
  });

  it('is one entry of the trail, without a name', async () => {
    const { body } = await world.operator.get('/api/audit?object=teacher');

    expect(body.items[0]).toMatchObject({
      action: 'directory.person-erased',
      actor: 'teacher',
      object: 'teacher',
    });
  });

  it('is something every service has a part for', () => {
    for (const { app } of world.embedded.services.values())
      expect(app.get(PersonalData, { strict: false })).toBeInstanceOf(PersonalData);
  });

  it('leaves nothing after a restart either', async () => {
    await world.close();
    closed = true;

    expect(hitsIn(folder)).toEqual([]);
  });
});
