import { randomUUID } from 'node:crypto';
import { parkedEvents } from '#libs/runtime';
import { ApiSchemas, type Heard } from '../support/api-schemas.js';
import { anIssuer } from '../support/issuer.js';
import { peopleAreWrittenTo } from '../support/mail-steps.js';
import { answeredByLink, peopleComeAndGo } from '../support/people-steps.js';
import { signedInEveryWay } from '../support/sign-in-steps.js';
import { until } from '../support/until.js';
import {
  aWorld,
  anOffer,
  aRequest,
  askedMatch,
  postedRequest,
  proposalsOf,
  publishedOffer,
  type World,
} from '../support/world.js';

const reason = 'De klas gaat op kamp.';
const slot = (day: string) => ({
  start: `2027-01-${day}T08:30:00+01:00`,
  end: `2027-01-${day}T12:00:00+01:00`,
});
const wait = { prefer: 'wait=5' };
const firm = {
  organisationId: 'museum',
  kind: 'museum-visit',
  audience: [{ sector: 'po', grades: ['7'] }],
  promise: 'firm',
  place: 'at-partner',
  location: { place: 'Kampen' },
  slots: ['02', '09', '16'].map((day) => ({
    start: `2027-03-${day}T09:00:00+01:00`,
    end: `2027-03-${day}T10:30:00+01:00`,
    groups: 1,
  })),
};
const visit = { arrival: 'Via de poort.', parking: 'Achter de hal.', host: 'Jan', safety: 'Draag schoenen.' };

describe('every answer is what the API says it is', () => {
  let world: World;
  let schemas: ApiSchemas;
  let issuer: Awaited<ReturnType<typeof anIssuer>>;
  const heard: Heard[] = [];
  beforeAll(async () => {
    issuer = await anIssuer();
    const oidc = { issuer: issuer.url, clientId: 'leerbrug', clientSecret: 'told' };
    world = await aWorld({ demo: true, oidc });
    schemas = new ApiSchemas((await world.visitor.get('/api/openapi.json')).body);
    listen(world.embedded.url, heard);
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await world.close();
    await issuer.close();
  });

  it('on the way from a request to an appointment, and on every other way', async () => {
    const offer = await publishedOffer(world, { slots: ['12', '14', '19', '21', '26'].map(slot), visit });
    await offersChange(offer.id);
    await lookedUp(offer.id);
    const { requestId, match } = await agreed();
    await lookedAt(match);
    await world.partner.get(`${match}/contacts`);
    await peopleAreWrittenTo(world, match);
    await asked();
    await answeredByLink(world);
    await endedOtherwise(requestId);
    await inARound();
    await registers();
    await directoryChanges();
    await peopleComeAndGo(world);
    await signedInEveryWay(world, issuer);
    await booked();
    await changed(match);
    await called();
    await tookPlace();
    await reported();
    await parked();
    await refused(match);
    await accountedFor();

    expect(heard.flatMap((each) => schemas.wrongWith(each))).toEqual([]);
  });

  it('and no route is left out', () => {
    const answered = new Set(
      heard.filter(({ status }) => status < 300).map((each) => schemas.operationOf(each)?.name),
    );

    expect(schemas.names.filter((name) => !answered.has(name))).toEqual([]);
  });

  const asked = async (changes: Record<string, unknown> = {}) => {
    const request = await postedRequest(world, changes);
    const { items } = await proposalsOf(world, request.id);
    const match = await askedMatch(world, request.id, items[0].slotId);
    const date = String(match.sessions[0].start).slice(0, 10);
    const at = (hour: string) => ({ start: `${date}T${hour}:00+01:00` });
    return { requestId: request.id as string, items, match: `/api/matches/${match.id}`, at };
  };

  async function offersChange(id: string) {
    const { body: draft } = await world.partner.post('/api/offers', anOffer({ pattern }));
    const { etag } = await world.partner.get(`/api/offers/${draft.id}`);
    await world.partner.patch(`/api/offers/${draft.id}`, { bookUrl: 'https://example.org/boek' }, etag);
    const { body } = await world.partner.post(`/api/offers/${draft.id}/slots`, { slots: [slot('28')] });
    await world.partner.delete(`/api/slots/${body.slots[0].id}`);
    await world.partner.post(`/api/offers/${draft.id}/withdraw`);
    await world.coordinator.get(`/api/offers?region=region-ijssel`);
    await world.visitor.get('/api/catalogue?near=Zwolle&km=50');
    await world.visitor.get(`/api/offers/${id}`);
    await world.visitor.get(`/api/catalogue/${id}?near=Zwolle`);
    await world.coordinator.get('/api/events/stream?region=region-ijssel');
  }

  async function lookedUp(offerId: string) {
    for (const path of ['/health/live', '/health/ready', '/metrics', '/api/taxonomy', '/api/regions'])
      await world.operator.get(path);
    await world.visitor.get('/health/ready');
    await world.visitor.get('/api/calendar/holidays?holidayRegion=noord&schoolYear=2026-2027');
    for (const who of [world.teacher, world.partner, world.coordinator, world.visitor]) {
      await who.get('/api/me');
      for (const path of ['regions/region-ijssel', 'school-locations', 'school-locations/school-brug'])
        await who.get(`/api/${path}`);
      for (const path of ['organisations', 'organisations/factory', `offers/${offerId}`, 'offers'])
        await who.get(`/api/${path}`);
    }
  }

  async function agreed() {
    const { requestId, match, at } = await asked({ maxDistanceKm: 25, note: 'Graag met robots.' });
    await world.coordinator.get(match);
    await world.partner.post(`${match}/accept`, at('09:00'));
    await world.teacher.post(`${match}/counter`, { ...at('10:00'), note: 'Later.' });
    await world.partner.post(`${match}/accept`, {});
    await until(
      async () => (await world.teacher.get(`/api/requests/${requestId}`)).body.matchId,
      'the match',
    );
    return { requestId, match };
  }

  async function lookedAt(match: string) {
    for (const who of [world.teacher, world.partner, world.coordinator]) {
      for (const path of ['', '/history', '/visit-sheet', '/calendar.ics']) await who.get(`${match}${path}`);
      for (const path of ['matches', 'requests']) await who.get(`/api/${path}`);
    }
    await until(async () => (await world.mails('teacher@leerbrug.test')).length > 1, 'the mails');
  }

  async function endedOtherwise(requestId: string) {
    const declined = await asked({ groups: [group('6A')] });
    await world.partner.post(`${declined.match}/decline`, { reason });
    const cancelled = await asked({ groups: [group('6B')] });
    await world.coordinator.post(`${cancelled.match}/cancel`, { reason, onBehalfOf: 'school', how: 'belde' });
    const { items, requestId: rejected } = await asked({ groups: [group('6C')] });
    const [{ offerId, slotId }] = items;
    await world.coordinator.post(`/api/proposals/${rejected}/reject`, { offerId, reason });
    await world.coordinator.post(`/api/proposals/${rejected}/reject`, { slotId, reason });
    await world.coordinator.get(`/api/requests/${rejected}/proposals`);
    await world.coordinator.get('/api/proposals');
    const { body, etag } = await world.teacher.post('/api/requests', aRequest({ groups: [group('6D')] }));
    await world.teacher.patch(`/api/requests/${body.id}`, { maxDistanceKm: 40 }, etag);
    await world.teacher.post(`/api/requests/${body.id}/withdraw`, { reason });
    await world.coordinator.get(`/api/requests/${requestId}`);
  }

  async function inARound() {
    const request = await postedRequest(world, { groups: [group('7A')] });
    const { items } = await proposalsOf(world, request.id);
    await postedRequest(world, { themes: ['food-nature/food-production'], groups: [group('7B')] });
    const days = { opensOn: '2026-11-01', closesOn: '2026-12-18', answerBy: '2027-01-08' };
    const opened = await world.coordinator.post('/api/rounds', {
      region: 'region-ijssel',
      name: 'Winter',
      ...days,
    });
    const round = `/api/rounds/${opened.body.id}`;
    await until(async () => {
      await world.coordinator.post(`${round}/plan`);
      return (await world.coordinator.post(`${round}/plan/cancel`)).status === 200;
    }, 'a plan to be cancelled while it is made');
    await world.coordinator.get(round);
    await world.coordinator.post(`${round}/plan`);
    await until(
      async () => (await world.coordinator.get(round)).body.plan.phase === 'planned',
      'the plan to be made',
    );
    await world.coordinator.get(`${round}/lines`);
    await world.coordinator.get('/api/rounds');
    await world.coordinator.post('/api/matches/approvals', {
      items: [
        { requestId: request.id, slotId: items[0].slotId },
        { requestId: 'nobody', slotId: 'nothing.2027-01-12T08:00:00Z' },
      ],
    });
  }

  async function registers() {
    const school = await world.admin.get('/api/school-locations/school-brug');
    const holidays = [{ from: '2027-02-20', to: '2027-02-28', name: 'Voorjaar' }];
    await world.admin.patch('/api/school-locations/school-brug/calendar', { holidays }, school.etag);
    await world.coordinator.post('/api/organisations', {
      name: 'Makersplaats',
      kind: 'makerspace',
      location: { place: 'Kampen' },
      regionIds: ['region-ijssel'],
    });
    await world.operator.post('/api/api-tokens', { personId: 'teacher', days: 1 });
    const content = Buffer.from(postcodes).toString('base64');
    const file = { kind: 'postcodes', filename: 'NL.txt', content };
    await world.operator.post('/api/imports', { ...file, dryRun: true });
    const { body } = await world.operator.post('/api/imports', file);
    await until(
      async () => (await world.operator.get(`/api/imports/${body.id}`)).body.state === 'finished',
      'the import',
    );
  }

  async function directoryChanges() {
    const school = '/api/school-locations/school-brug';
    const { body: added } = await world.admin.post(`${school}/groups`, { ...group('5C'), grades: ['5'] });
    await world.admin.patch(`/api/groups/${added.id}`, { pupils: 24, teachers: ['teacher'] }, '"1"');
    await world.teacher.get(`${school}/groups`);
    const { etag } = await world.coordinator.get('/api/organisations/museum');
    const limits = { maxPerMonth: 40, closed: [{ from: '2027-07-19', to: '2027-08-06' }], pausedUntil: null };
    await world.coordinator.patch('/api/organisations/museum', limits, etag);
    const region = await world.coordinator.get('/api/regions/region-ijssel');
    const participating = [{ schoolLocationId: 'school-brug', from: '2026-08-01' }];
    const settings = { optionWorkingDays: 6, bookingsPerSchoolYear: null };
    await world.coordinator.patch('/api/regions/region-ijssel', { participating, settings }, region.etag);
  }

  async function booked() {
    const { body } = await world.museum.post('/api/offers', anOffer(firm));
    const [first, second, third] = body.slots.map(({ id }: { id: string }) => id);
    await world.museum.post(`/api/offers/${body.id}/publish`);
    await world.museum.post(`/api/slots/${third}/block`, { groups: 1 });
    const book = (slotId: string, name: string, more: object = {}, headers = wait) =>
      until(async () => {
        const wish = { schoolLocationId: 'school-brug', groups: [group(name)], ...more };
        await world.teacher.post(`/api/slots/${slotId}/bookings/preview`, wish);
        const answer = await world.teacher.post(`/api/slots/${slotId}/bookings`, wish, headers);
        return answer.status === 422 ? undefined : answer;
      }, 'the slot to be known');
    const option = await book(first, '4A', { option: true });
    const place = { schoolLocationId: 'school-brug', groups: [group('4B')] };
    await world.teacher.post(`/api/slots/${first}/waiting-list`, place);
    await world.teacher.post(`/api/matches/${option.body.id}/accept`);
    await world.teacher.post(`/api/matches/${option.body.id}/repeat`, {}, wait);
    await book(second, '4C', {}, { prefer: 'wait=0' });
    await world.museum.get('/api/matches');
  }

  async function changed(match: string) {
    const { groups, sessions } = (await world.teacher.get(match)).body;
    const date = String(sessions[0].start).slice(0, 10);
    const start = `${date}T08:30:00+01:00`;
    await world.teacher.post(`${match}/contact`, { contactId: 'admin' });
    await world.partner.post(`${match}/move`, { start, reason }, wait);
    await world.teacher.get(match);
    await world.teacher.post(`${match}/accept`);
    const numbers = { groups: [{ groupId: groups[0].groupId, pupils: 22 }] };
    await world.teacher.post(`${match}/pupils/preview`, numbers);
    await world.teacher.post(`${match}/pupils`, numbers, wait);
    await world.partner.post(`${match}/decline`, { reason });
    await world.coordinator.get(`${match}/history`);
  }

  async function called() {
    const wish = aRequest({ groups: [group('3A')], themes: ['food-nature/food-production'] });
    await world.teacher.post('/api/requests/preview', wish);
    await world.teacher.post('/api/requests/preview', aRequest({ groups: [group('3A')] }));
    const request = await postedRequest(world, wish);
    const { etag } = await world.coordinator.get(`/api/requests/${request.id}`);
    const note = { assigneeId: 'coordinator', internalNote: 'Bel de fabriek.', question: 'Hoe laat?' };
    await world.coordinator.patch(`/api/requests/${request.id}/assignment`, note, etag);
    await world.coordinator.get(`/api/requests/${request.id}`);
    const answered = await world.coordinator.patch(
      `/api/requests/${request.id}/assignment`,
      { question: null },
      (await world.coordinator.get(`/api/requests/${request.id}`)).etag,
    );
    expect(answered.body.state).toBe('open');
    const call = await until(async () => {
      const ask = { organisationIds: ['factory', 'museum'], note: 'Een halve ochtend is genoeg.' };
      const answer = await world.coordinator.post(`/api/requests/${request.id}/call`, ask);
      return answer.status === 201 && answer.body;
    }, 'the call');
    const friday = { start: '2027-01-15T09:00:00+01:00', end: '2027-01-15T10:30:00+01:00' };
    await world.partner.post(`/api/calls/${call.id}/answer`, friday);
    await until(async () => {
      const { items } = (await world.coordinator.get('/api/calls')).body;
      return items[0].state === 'matched';
    }, 'the match of the call');
  }

  async function tookPlace() {
    const arranged = async (day: string, name: string) => {
      const time = { start: `2026-11-${day}T09:00:00+01:00`, end: `2026-11-${day}T10:30:00+01:00` };
      const { body } = await world.teacher.post(
        '/api/matches/arranged',
        {
          schoolLocationId: 'school-brug',
          organisationId: 'factory',
          kind: 'guest-lesson',
          themes: ['hi-tech-science/robotics'],
          sessions: [{ ...time, groups: [group(name)] }],
          costs: { schoolCents: 500, regionCents: 1000, partnerCents: 0 },
        },
        wait,
      );
      return `/api/matches/${body.id}`;
    };
    const happened = await arranged('20', '2A');
    await world.partner.post(`${happened}/held`, {});
    await world.teacher.post(`${happened}/count`, { pupils: 40, adults: 2, groups: 1 });
    const hours = { preparation: 1, delivery: 1.5, travel: 0.5 };
    await world.partner.post(`${happened}/count`, { people: 1, hours });
    await world.teacher.post(`${happened}/tally`, { present: 22, fun: 20, learned: 18, wantMore: 15 });
    await world.teacher.post(`${happened}/evaluation`, { fit: 5, again: 'yes', words: 'Prachtig.' });
    await world.partner.post(`${happened}/evaluation`, { fit: 4, again: 'maybe' });
    await world.colleague.post(`${happened}/evaluation`, { fit: 1, again: 'no' });
    await world.coordinator.get('/api/freed-places');
    await world.partner.get('/api/demand');
    await calendarFetched();
    const stoodUp = await arranged('12', '2B');
    await world.teacher.post(`${stoodUp}/no-show`, { reason });
    for (const path of [happened, stoodUp]) await world.coordinator.get(path);
  }

  async function calendarFetched() {
    const feed = '/api/me/calendar-feed';
    const { body } = await world.partner.post(feed, {});
    await world.partner.get(feed);
    await world.visitor.get(new URL(body.url).pathname);
    await world.partner.delete(feed);
  }

  async function accountedFor() {
    await world.coordinator.get('/api/audit');
    await world.operator.get('/api/audit/export?person=teacher');
    await world.colleague.get('/api/me/export');
    await world.coordinator.post('/api/people/colleague/reset-second-factor');
    const { body: made } = await world.operator.post('/api/api-tokens', { personId: 'colleague', days: 1 });
    await world.operator.delete(`/api/api-tokens/${made.id}`);
    await world.colleague.post('/api/people/colleague/erase');
    await world.colleague.post('/api/people/teacher/erase');
  }

  async function reported() {
    const list = {
      kind: 'partners',
      filename: 'partners.csv',
      regionId: 'region-ijssel',
      content: Buffer.from(
        'organisatie;plaats;datum;school;leerlingen\nDe Smederij;Kampen;1-9-26;11ZZ00;20\n',
      ),
    };
    const file = { ...list, content: list.content.toString('base64') };
    await world.coordinator.post('/api/imports', { ...file, dryRun: true });
    const { body } = await world.coordinator.post('/api/imports', file);
    await until(
      async () => (await world.coordinator.get(`/api/imports/${body.id}`)).body.state === 'finished',
      'the list',
    );
    await until(async () => {
      const { items } = (await world.coordinator.get('/api/exports/activities?format=json')).body;
      const states = new Set(items.map(({ status }: { status: string }) => status));
      return states.has('counted') && states.has('no-show') && states.has('planned');
    }, 'the rows');
    await world.coordinator.get('/api/exports/activities?format=csv');
    await world.coordinator.get('/api/exports/demand?from=2026-08-01&to=2027-07-31');
    await world.coordinator.get('/api/reports/region?region=region-ijssel&from=2026-08-01&to=2027-07-31');
    await world.visitor.get('/api/demo/clock');
    await world.teacher.post('/api/demo/clock', { advance: 'PT1M' });
  }

  async function parked() {
    const { bus, store } = world.embedded.ports;
    const event = { topic: 'directory', key: 'school-brug' };
    await bus.publish([{ ...event, id: randomUUID(), value: Buffer.from('{') }]);
    const { id } = await until(
      async () => (await world.operator.get('/api/parked')).body.items[0] as { id: string } | undefined,
      'the parking',
    );
    await world.operator.get(`/api/parked/${id}`);
    await world.operator.post(`/api/parked/${id}/replay`);
    await world.operator.post(`/api/parked/${id}/drop`, { reason });
    const harmless = Buffer.from(JSON.stringify({ type: 'directory.nothing-that-requests-listens-to' }));
    const requests = parkedEvents('requests', store, world.clock);
    const put = await requests.park({ ...event, id: randomUUID(), value: harmless }, 'unreadable', 'a test');
    await world.operator.post(`/api/parked/${put.id}/replay`);
  }

  async function refused(match: string) {
    await world.stranger.get(match);
    await world.visitor.post('/api/requests', aRequest());
    await world.teacher.post('/api/requests', aRequest({ windows: [] }));
    await world.teacher.post('/api/requests', 'not JSON');
    await world.coordinator.post('/api/matches', { requestId: 'nobody', slotId: 'nothing' });
  }
});

const group = (name: string) => ({ sector: 'po', grades: ['7'], pupils: 20, name });
const pattern = { weekdays: ['tue'], parts: ['morning'], from: '2027-02-01', to: '2027-02-28', groups: 2 };
const postcodes = [
  'country_code,zipcode,place,province_code,latitude,longitude',
  'NL,8011,Zwolle,0193,52.5126,6.0936',
  'NL,80111,Zwolle,0193,52.5126,6.0936',
].join('\n');

/** Notes every answer of that address. */
function listen(url: string, heard: Heard[]): void {
  const real = globalThis.fetch;
  jest.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const response = await real(input, init);
    if (typeof input === 'string' && input.startsWith(url)) {
      const { pathname: path } = new URL(input);
      const { status } = response;
      const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
      const body = isStream ? '' : await response.clone().text();
      heard.push({ method: init?.method ?? 'GET', path, status, body });
    }
    return response;
  });
}
