import { RegionChanged, event, type RegionSettings } from '#libs/contracts';
import { sha256 } from '#libs/runtime';
import {
  runNotifications,
  type RunningNotifications,
} from '../../../../../test/support/running-notifications.js';
import { aGroup, aMatch, aPerson, aRequest } from '../../test/builders.js';
import { onceOf, type SubjectOfRegion } from '../domain/subject.js';
import { notificationsAggregate } from '../notifications.collection.js';
import { termsAggregate } from './terms.collection.js';
import type { MatchView, PersonView } from '../owners/views.js';

const settings = {
  weights: {},
  themePriorities: {},
  sectorPriorities: {},
  regionSharePercent: 0,
  answerWorkingDays: 10,
  questionWorkingDays: 7,
  optionWorkingDays: 5,
} as unknown as RegionSettings;
/** The first working morning of the term after that of the tests' clock, 23 November 2026. */
const morning = '2027-02-01T08:00:00+01:00';

let running: RunningNotifications;
beforeEach(async () => {
  running = await runNotifications();
  region();
});
afterEach(() => running.close());

const group = (id: string, over: object = {}) => ({ id, name: id, pupils: 24, state: 'known', ...over });
const groupsOf = (school: string, ...items: object[]) =>
  running.owners.set(`directory/api/school-locations/${school}/groups?limit=100`, { items, next: null });
const reached = (...items: string[]) =>
  running.owners.set('impact/internal/reached-groups?region=region', { items });
const live = (state: string, ...items: MatchView[]) =>
  running.owners.set(`matching/api/matches?region=region&state=${state}&limit=100`, { items, next: null });
const admin = (id: string, schoolLocationId: string, over: Partial<PersonView> = {}) =>
  aPerson({
    id,
    email: `${id}@school.example`,
    roles: [{ role: 'school-admin', schoolLocationId }],
    ...over,
  });

/** Two schools: the bridge, with an admin, and the anchor, where only a teacher asked. */
function region(over: { admins?: PersonView[]; contactEmail?: string } = {}): void {
  const { admins = [admin('ada', 'brug')], contactEmail } = over;
  running.owners.set('directory/api/regions/region', {
    id: 'region',
    name: 'IJssel',
    ...(contactEmail ? { contactEmail } : {}),
    schoolLocations: [
      { id: 'brug', name: 'De Brug', from: '2026-08-01' },
      { id: 'anker', name: 'Het Anker' },
      { id: 'weg', name: 'Die wegging', from: '2025-08-01', to: '2026-07-31' },
    ],
  });
  groupsOf('brug', group('5A'), group('6A'), group('7A'), group('8A', { state: 'proposed' }));
  groupsOf('anker', group('3B'));
  groupsOf('weg', group('1A'));
  reached('5A');
  const teachers = ['tom', 'long-gone'].map((id) => aPerson({ id, email: `${id}@school.example` }));
  const people = [...admins, ...teachers];
  const cora = aPerson({ id: 'cora', email: 'cora@regio.example' });
  running.owners.set('directory/internal/people?region=region&role=school-admin', { items: admins });
  running.owners.set('directory/internal/people?region=region&role=coordinator', { items: [cora] });
  for (const person of [...people, cora])
    running.owners.set(`directory/internal/people/${person.id}`, person);
  const asked = (madeBy: string, postedAt: string) => ({ schoolLocationId: 'anker', madeBy, postedAt });
  running.owners.set('requests/api/requests?region=region&limit=100', {
    items: [
      asked('tom', '2026-09-14T09:00:00+02:00'),
      asked('tom', '2026-09-15T09:00:00+02:00'),
      asked('long-gone', '2026-05-14T09:00:00+02:00'),
    ],
    next: null,
  });
}

let seq = 0;
const heardOf = async () => {
  seq += 1;
  await running.tell(event(RegionChanged, { name: 'IJssel', settings }), { key: 'region', seq });
  await running.settled();
};
/** Term, then the mails. */
const at = async (moment: string) => {
  await running.at(moment);
  await running.settled();
};
const mails = async () =>
  (await running.mails())
    .map(({ to, subject, text }) => ({ to: to.email.split('@')[0], subject, text }))
    .sort((a, b) => ((a.to ?? '') < (b.to ?? '') ? -1 : 1));
const readers = async () => (await mails()).map(({ to }) => to);

describe('on the first working morning of a term', () => {
  it('schools hear which groups had nothing, and the coordinator of which schools', async () => {
    await heardOf();
    await at(morning);

    const told = await mails();
    expect(told.map(({ to, subject }) => [to, subject])).toEqual([
      ['ada', 'Nog niets dit schooljaar: 6A en 7A'],
      ['cora', '2 scholen hebben groepen zonder activiteit: IJssel'],
      ['tom', 'Nog niets dit schooljaar: 3B'],
    ]);
    expect(told[1]?.text).toContain('De Brug: 6A en 7A\nHet Anker: 3B');
    expect(told[1]?.text).not.toContain('wegging');
  });

  it.each(['holding', 'option', 'asked', 'confirmed', 'held'])(
    'a group with an appointment that is %s is not among them',
    async (state) => {
      const groups = [
        { groupId: '6A', sector: 'po' as const, grades: ['6'], levels: [], pupils: 24, name: '6A' },
      ];
      live(state, aMatch({ groups }));
      await heardOf();
      await at(morning);

      expect((await mails())[0]?.subject).toBe('Nog niets dit schooljaar: 7A');
    },
  );

  it('a group that its school asked for is the coordinator’s to look after', async () => {
    const requested = (...names: string[]) =>
      running.owners.set('requests/api/requests?region=region&state=open&limit=100', {
        items: [aRequest({ groups: names.map((groupId) => aGroup({ groupId })) })],
        next: null,
      });
    requested('6A', '3B');
    await heardOf();
    await at(morning);

    const told = await mails();
    expect(told.map(({ to, subject }) => [to, subject])).toEqual([
      ['ada', 'Nog niets dit schooljaar: 7A'],
      ['cora', '2 scholen hebben groepen zonder activiteit: IJssel'],
    ]);
    expect(told[1]?.text).toContain('De Brug: 6A (aangevraagd) en 7A\nHet Anker: 3B (aangevraagd)');
  });

  it('the coordinator is told which schools hear nothing of it', async () => {
    region({ admins: [admin('ada', 'brug', { preferences: { mail: 'each', reminders: false } })] });
    await heardOf();
    await at(morning);

    const told = await mails();
    expect(told.map(({ to }) => to)).toEqual(['cora', 'tom']);
    expect(told[0]?.text).toContain('Niet alle scholen krijgen hier bericht van');
    expect(told[0]?.text).toContain('Geen bericht gaat naar De Brug');
  });

  it('what a group had through another region of its school counts as well', async () => {
    running.owners.set('directory/api/school-locations/brug', { regionIds: ['region', 'other'] });
    running.owners.set('impact/internal/reached-groups?region=other', { items: ['6A'] });
    await heardOf();
    await at(morning);

    expect((await mails())[0]?.subject).toBe('Nog niets dit schooljaar: 7A');
  });

  it('nobody hears anything when every group had something', async () => {
    reached('5A', '6A', '7A', '3B');
    await heardOf();
    await at(morning);

    expect(await mails()).toEqual([]);
  });

  it('a region that is heard of just now waits for the next term', async () => {
    await heardOf();
    await at('2027-01-31T12:00:00+01:00');

    expect(await mails()).toEqual([]);
  });

  it('it happens once, however often the region is heard of, and again in the next term', async () => {
    await heardOf();
    await heardOf();
    await at(morning);
    await heardOf();
    await at('2027-02-02T08:00:00+01:00');
    expect(await readers()).toEqual(['ada', 'cora', 'tom']);

    await at('2027-05-03T08:00:00+02:00');
    expect(await readers()).toEqual(['ada', 'ada', 'cora', 'cora', 'tom', 'tom']);
  });
});

describe('whoever was away', () => {
  it('late in the term it still happens, on the next working morning', async () => {
    await heardOf();
    await at('2027-03-12T22:00:00+01:00');
    expect(await mails()).toEqual([]);
    await at('2027-03-15T08:00:00+01:00');

    expect(await readers()).toEqual(['ada', 'cora', 'tom']);
  });

  it('after the term it does not, and the next one does', async () => {
    await heardOf();
    await at('2027-05-02T12:00:00+02:00');
    const waiting = { equals: 'ada|quiet' };
    expect(await running.store.count(notificationsAggregate.collection, 'together', waiting)).toBe(0);
    await at('2027-05-03T08:00:00+02:00');

    expect(await readers()).toEqual(['ada', 'cora', 'tom']);
  });

  it('a crash before it was marked tells nobody twice', async () => {
    await heardOf();
    await at(morning);
    const id = 'region.2027-02-01';
    const stored = (await running.store.get(termsAggregate.collection, id))!;
    const before = { ...stored.state, phase: 'waiting' as const, nextAt: running.clock.now() };
    const { nextAt } = before;
    await running.store.replace(termsAggregate.collection, {
      ...stored,
      ver: stored.ver + 1,
      nextAt,
      state: before,
    });
    await at('2027-02-02T08:00:00+01:00');

    expect(await readers()).toEqual(['ada', 'cora', 'tom']);
    expect((await running.store.get(termsAggregate.collection, id))?.state.phase).toBe('told');
  });

  it('an owner that is away delays it', async () => {
    await heardOf();
    running.away.add('impact');
    await at(morning);
    expect(await mails()).toEqual([]);
    running.away.clear();
    await at('2027-02-01T08:06:00+01:00');
    await at('2027-02-02T08:00:00+01:00');

    expect(await readers()).toEqual(['ada', 'cora', 'tom']);
  });
});

describe('how somebody wants their mails', () => {
  it('holds for this one too', async () => {
    region({
      admins: [
        admin('ada', 'brug', { preferences: { mail: 'weekly', reminders: true } }),
        admin('bea', 'brug', { preferences: { mail: 'each', reminders: false } }),
      ],
    });
    await heardOf();
    await at(morning);
    expect(await readers()).toEqual(['cora', 'tom']);

    await at('2027-02-05T16:30:00+01:00');
    expect(await readers()).toEqual(['ada', 'cora', 'tom']);
  });

  it('whoever reads on Fridays hears nothing of what is over by then', async () => {
    region({ admins: [admin('ada', 'brug', { preferences: { mail: 'weekly', reminders: true } })] });
    await heardOf();
    await at(morning);
    reached('5A', '6A', '7A', '3B');
    await at('2027-02-05T16:30:00+01:00');

    const once = {
      template: 'idle-groups',
      regionId: 'region',
      schoolLocationId: 'brug',
      term: '2027-02-01',
    };
    const id = sha256(onceOf(once as SubjectOfRegion, 'school', 'ada', '')).slice(0, 32);
    const stored = await running.store.get(notificationsAggregate.collection, id);
    expect(stored?.state).toMatchObject({ phase: 'skipped', why: 'none-idle' });
    expect(await readers()).toEqual(['cora', 'tom']);
  });

  it('a term that is over before their Friday is named no more, the next one is', async () => {
    region({ admins: [admin('ada', 'brug', { preferences: { mail: 'weekly', reminders: true } })] });
    await heardOf();
    await at('2027-04-30T17:00:00+02:00');
    await at('2027-05-03T08:00:00+02:00');
    await at('2027-05-07T16:30:00+02:00');

    const [toAda, ...more] = (await mails()).filter(({ to }) => to === 'ada');
    expect(more).toEqual([]);
    expect(toAda?.text.match(/deden dit schooljaar nog niets/g)).toHaveLength(1);
  });

  it('somebody of two schools gets one mail', async () => {
    const both = [{ role: 'school-admin', schoolLocationId: 'brug' }];
    region({
      admins: [
        admin('ada', 'anker', { roles: [...both, { role: 'school-admin', schoolLocationId: 'anker' }] }),
      ],
    });
    await heardOf();
    await at(morning);

    expect((await mails()).map(({ to, subject }) => [to, subject])).toEqual([
      ['ada', '2 berichten: Nog niets dit schooljaar: 6A en 7A'],
      ['cora', expect.any(String)],
    ]);
  });

  it('an answer goes to the region, where it has an address', async () => {
    region({ contactEmail: 'techniek@ijssel.example' });
    await heardOf();
    await at(morning);

    const [toAda] = (await running.mails()).filter(({ to }) => to.email.startsWith('ada'));
    expect(toAda?.replyTo).toEqual({ name: 'IJssel', email: 'techniek@ijssel.example' });
  });
});
