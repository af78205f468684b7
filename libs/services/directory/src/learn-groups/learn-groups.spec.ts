import {
  event,
  MatchApproved,
  RequestPosted,
  type MatchSnapshot,
  type RequestSnapshot,
} from '#libs/contracts';
import { describeGroup } from '#libs/facts';
import { sha256, type EventCause } from '#libs/runtime';
import { runDirectory, type RunningDirectory } from '../../../../../test/support/running-directory.js';
import { until } from '../../../../../test/support/until.js';
import { LearnGroupsConsumer } from './learn-groups.consumer.js';

let directory: RunningDirectory;
beforeEach(async () => {
  directory = await runDirectory();
  const { seed } = directory;
  await seed.region({ id: 'assen', name: 'Assen', schoolLocationIds: ['anker'] });
  await seed.schoolLocation({
    id: 'anker',
    name: 'Het Anker',
    brin6: '11ZZ00',
    sectors: ['po'],
    holidayRegion: 'noord',
  });
});
afterEach(() => directory.close());

const cause = (seq: number, time = '2026-11-20T09:00:00.000Z'): EventCause => ({
  kind: 'event',
  source: 'requests/a-request',
  key: 'a-request',
  seq,
  owners: { regions: ['assen'], school: 'anker' },
  time,
  actor: 'a-teacher',
  correlationId: 'a-correlation',
  causationId: null,
});
const aGroup = (schoolYear: string, changes: object = {}) =>
  describeGroup(
    { sector: 'po', grades: ['7'], pupils: 24, name: '7A', ...changes },
    { schoolLocationId: 'anker', schoolYear, unnamed: 'a-request 0', hash: sha256 },
  );
const posted = (...groups: ReturnType<typeof aGroup>[]) => {
  const windows = [{ from: '2027-06-01' }, { from: '2027-01-11' }];
  const request = { schoolLocationId: 'anker', groups, windows } as unknown as RequestSnapshot;
  return event(RequestPosted, { request });
};
const aRequest = (group: ReturnType<typeof aGroup>): RequestSnapshot => ({
  madeBy: 'a-teacher',
  contactId: 'a-teacher',
  schoolLocationId: 'anker',
  regionId: 'assen',
  kind: 'guest-lesson',
  title: 'Robots',
  themes: ['hi-tech-science/robotics'],
  goals: [],
  groups: [group],
  windows: [{ from: '2027-01-11', to: '2027-02-12' }],
  places: ['at-school'],
  preferred: [],
  suitability: [],
  transport: 'none',
  splitAllowed: false,
  mergeAllowed: false,
  confirm: 'ask-me',
  postedAt: '2026-11-20T09:00:00.000Z',
  answerBy: '2026-12-04T09:00:00.000Z',
  state: 'open',
});
const consumer = () => directory.service.app.get(LearnGroupsConsumer, { strict: false });
const groupsOf = async (schoolYear: string) =>
  (await directory.get<{ items: object[] }>(`/api/school-locations/anker/groups?schoolYear=${schoolYear}`))
    .body.items;

describe('groups that others describe', () => {
  it('become known when the request that has them arrives', async () => {
    const group = aGroup('2026-2027');
    const envelope = {
      id: 'an-event',
      type: 'requests.request-posted',
      version: 1,
      time: '2026-11-20T09:00:00.000Z',
      key: 'a-request',
      seq: 1,
      correlationId: 'a-correlation',
      causationId: null,
      actor: 'a-teacher',
      owners: { regions: ['assen'], school: 'anker' },
      data: { request: aRequest(group) },
    };
    const value = Buffer.from(JSON.stringify(envelope));

    await directory.bus.publish([{ topic: 'requests', key: 'a-request', id: 'an-event', value }]);

    await until(async () => (await groupsOf('2026-2027')).length === 1, 'the group');
  });

  it('become known under the id they have there, once', async () => {
    const group = aGroup('2026-2027');

    await consumer().posted(posted(group), cause(1));
    await consumer().posted(posted({ ...group, pupils: 30 }), cause(2));

    expect(await groupsOf('2026-2027')).toMatchObject([
      { id: group.groupId, name: '7A', pupils: 24, state: 'known' },
    ]);
    expect((await directory.told()).filter(({ type }) => type === 'directory.group-changed')).toMatchObject([
      { key: group.groupId, seq: 1, data: { schoolYear: '2026-2027' } },
    ]);
  });

  it('are said yes to by being asked for', async () => {
    await consumer().posted(posted(aGroup('2025-2026')), cause(1, '2025-11-20T09:00:00.000Z'));
    await until(async () => (await groupsOf('2026-2027')).length === 1, 'the proposed group');

    await consumer().posted(posted(aGroup('2026-2027', { name: '8A', grades: ['8'], pupils: 22 })), cause(2));

    expect(await groupsOf('2026-2027')).toMatchObject([{ name: '8A', state: 'known', pupils: 22 }]);
  });

  it('of a request are of the school year that it asks for', async () => {
    const group = aGroup('2027-2028');
    const windows = [{ from: '2027-09-06', to: '2027-10-01' }];

    await consumer().posted(event(RequestPosted, { request: { ...aRequest(group), windows } }), cause(1));

    expect(await groupsOf('2026-2027')).toEqual([]);
    expect(await groupsOf('2027-2028')).toMatchObject([{ id: group.groupId, state: 'known' }]);
  });

  it('of a match are of the year their identity tells, unless a request brought them', async () => {
    const match = (origin: string, group: ReturnType<typeof aGroup>) =>
      event(MatchApproved, {
        match: {
          origin,
          schoolLocationId: 'anker',
          groups: [group],
          sessions: [{ start: '2027-09-10T09:00:00+02:00' }],
        } as unknown as MatchSnapshot,
        needs: [],
      });

    await consumer().approved(match('booked', aGroup('2026-2027')), cause(1));
    await consumer().approved(match('arranged', aGroup('2027-2028', { name: '8' })), cause(2));
    await consumer().approved(match('proposed', aGroup('2027-2028', { name: '6' })), cause(3));

    expect(await groupsOf('2026-2027')).toMatchObject([{ name: '7A' }]);
    expect(await groupsOf('2027-2028')).toMatchObject([{ name: '8' }]);
  });
});
