import type { Actor } from '#libs/runtime';
import { MatchAsked, event } from '#libs/contracts';
import {
  runNotifications,
  type RunningNotifications,
} from '../../../../../test/support/running-notifications.js';
import {
  aMatch,
  aPerson,
  anAppointment,
  anOffer,
  bothSaidYes,
  known,
  partnerSaidYes,
  snapshotOf,
  twoLessons,
  withoutOffer,
} from '../../test/builders.js';
import type { MatchView, OfferView } from '../owners/views.js';

const as = (role: Actor['roles'][number]): Actor => ({ id: `a-${role.role}`, roles: [role] });
const teacher = as({ role: 'teacher', regionIds: ['region'], schoolLocationId: 'school-1' });
const partner = as({ role: 'partner', regionIds: ['region'], organisationId: 'factory' });
const coordinator = as({ role: 'coordinator', regionIds: ['region'] });
const operator = as({ role: 'operator', regionIds: [] });
const outsider = as({ role: 'teacher', regionIds: ['region'], schoolLocationId: 'school-2' });
const reader = as({ role: 'reader', regionIds: ['region'] });

let running: RunningNotifications;
beforeAll(async () => (running = await runNotifications()));
afterAll(() => running.close());

const agreed: Partial<MatchView> = { state: 'confirmed', calendarSequence: 1, acceptedBy: bothSaidYes };
/** What the partner alone recorded of a day that is past: held, and the school has said nothing. */
const recorded: Partial<MatchView> = {
  state: 'held',
  origin: 'arranged',
  acceptedBy: partnerSaidYes,
};
const sheet = '/api/matches/match-1/visit-sheet';
const calendar = '/api/matches/match-1/calendar.ics';

function given(match: Partial<MatchView>, offer: Partial<OfferView> = {}) {
  known(running.owners, anAppointment({ match: aMatch(match), offer: anOffer(offer) }));
}

describe('the visit sheet', () => {
  it('says what everyone needs on the day', async () => {
    const sentence = { nl: 'De school neemt 3 begeleiders mee.', en: 'The school brings 3 adults.' };
    const warnings = [{ code: 'bring-adults', facts: { adults: 3 }, sentence }];
    given({ ...agreed, warnings, place: 'at-partner' });

    const { status, body } = await running.get(sheet, teacher);

    expect(status).toBe(200);
    expect(body).toMatchObject({
      title: 'Een robotarm in de klas',
      exact: true,
      when: { start: '2027-01-12T09:00:00+01:00', said: { nl: 'di 12 jan, 9.00–10.30 uur' } },
      place: {
        kind: 'at-partner',
        name: 'Machinefabriek Hoekstra',
        address: '8011PK Zwolle',
        lat: 52.5126,
        travel: { km: 13 },
      },
      school: { name: 'De Springplank', place: 'Kampen', contact: { phone: '0612345678' } },
      partner: { contact: { name: 'Jan Hoekstra', email: 'jan@fabriek.example' } },
      groups: [{ name: '7/8A', grades: ['7', '8'], pupils: 26 }],
      adultsNeeded: 3,
      costs: { totalCents: 12_050, pupilsCents: 0 },
      arrival: 'Bus 7 stopt voor de deur.',
      host: 'Meld je bij de balie.',
      parking: null,
      warnings: [sentence],
    });
    expect(JSON.stringify(body)).toContain('De school zorgt voor vervoer en begeleiders');
  });

  it('puts several sessions one after the other, with their groups and times', async () => {
    given({ ...agreed, ...twoLessons });

    const { body } = await running.get(sheet, teacher);

    expect(body).toMatchObject({
      when: { start: '2027-01-12T09:00:00+01:00', end: '2027-01-12T11:00:00+01:00' },
      sessions: [
        { start: '2027-01-12T09:00:00+01:00', groups: [{ name: '7/8A', pupils: 26 }] },
        { said: { nl: 'di 12 jan, 10.00–11.00 uur' }, groups: [{ name: '6B', pupils: 24 }] },
      ],
      groups: [{ name: '7/8A' }, { name: '6B' }],
      pupils: 50,
    });
  });

  it('counts the adults of the day that needs the most, and names each day', async () => {
    const on = (adults: number, nl: string) => ({
      ...{ code: 'bring-adults', facts: { adults, day: 20_830 + adults } },
      sentence: { nl, en: nl },
    });
    given({ ...agreed, warnings: [on(2, 'Di 2 begeleiders.'), on(3, 'Do 3 begeleiders.')] });

    const { body } = await running.get(sheet, teacher);

    expect(body).toMatchObject({
      adultsNeeded: 3,
      warnings: [{ nl: 'Di 2 begeleiders.' }, { nl: 'Do 3 begeleiders.' }],
    });
  });

  it('leaves out what nobody knows without an offer', async () => {
    known(running.owners, withoutOffer(agreed));

    const { status, body, text } = await running.get(sheet, partner);

    expect(status).toBe(200);
    expect(body).toMatchObject({
      arrival: null,
      host: null,
      adultsNeeded: 0,
      place: { name: 'De Springplank' },
    });
    expect(text).not.toMatch(/travel|eigen materiaal/);
    expect(text).toContain('Het aantal leerlingen veranderen kan');
  });

  it.each([
    ['the teacher', teacher, agreed, true],
    ['the partner', partner, agreed, true],
    ['the coordinator', coordinator, agreed, true],
    ['an operator', operator, agreed, false],
    ['the teacher before it is agreed', teacher, {}, false],
    ['the partner after it was declined', partner, { state: 'declined' }, false],
    ['the partner who recorded what is past', partner, recorded, false],
    ['the partner once the school agrees with that', partner, { ...recorded, acceptedBy: bothSaidYes }, true],
  ] as const)('names contacts to %s: %#', async (_, actor, match, shown) => {
    given(match);

    const { status, text } = await running.get(sheet, actor);

    expect(status).toBe(200);
    expect(text.includes('Jan Hoekstra')).toBe(shown);
    expect(text.includes('ans@school.example')).toBe(shown);
  });

  it('names nobody of another house whom a side gave as its contact', async () => {
    const eva = aPerson({
      id: 'eva',
      name: 'Eva Elders',
      roles: [{ role: 'teacher', schoolLocationId: 'school-2' }],
    });
    given({ ...agreed, contacts: { school: ['tess', 'eva'], partner: 'eva' } });
    running.owners.set('directory/internal/people/eva', eva);

    const { body } = await running.get('/api/matches/match-1/contacts', partner);

    expect(body).toMatchObject({ school: { name: 'Tess de Vries' }, partner: { name: 'Jan Hoekstra' } });
  });

  it('names an admin of the school when it gave nobody else', async () => {
    const sara = aPerson({
      id: 'sara',
      name: 'Sara',
      roles: [{ role: 'school-admin', schoolLocationId: 'school-1' }],
    });
    given({ ...agreed, contacts: { school: [] } });
    running.owners.set('directory/internal/people/sara', sara);
    running.owners.set('directory/internal/people?region=region&role=school-admin', { items: [sara] });

    const { body } = await running.get('/api/matches/match-1/contacts', partner);

    expect(body).toMatchObject({ school: { name: 'Sara' } });
  });

  it.each([
    ['another school', outsider, 404],
    ['a reader', reader, 403],
    ['a visitor', 'visitor', 401],
  ] as const)('is not for %s', async (_, actor, status) => {
    given(agreed);

    expect((await running.get(sheet, actor)).status).toBe(status);
    expect((await running.get(calendar, actor)).status).toBe(status);
  });

  it('is missing for a match that is not there, and away while its owner is', async () => {
    expect((await running.get('/api/matches/none/visit-sheet', teacher)).status).toBe(404);
    running.away.add('matching');
    expect((await running.get(sheet, teacher)).status).toBe(503);
    running.away.clear();
  });
});

describe('the calendar of a match', () => {
  it('is a file that any calendar reads', async () => {
    given(agreed);

    const { status, type, text } = await running.get(calendar, partner);

    expect(status).toBe(200);
    expect(type).toBe('text/calendar; charset=utf-8');
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n[^]*METHOD:PUBLISH[^]*UID:match-1\r\n[^]*END:VCALENDAR/);
    expect(text).toContain('De Springplank');
  });

  it('keeps the contacts from those whom it does not concern', async () => {
    given(agreed);

    expect((await running.get(calendar, teacher)).text).toContain('Jan Hoekstra');
    expect((await running.get(calendar, operator)).text).not.toContain('Jan Hoekstra');
  });

  it('is refused until a time is agreed', async () => {
    given({});

    const { status, body } = await running.get(calendar, teacher);

    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'visits.not-agreed' });
  });
});

describe('the demo mailbox', () => {
  it('shows mails to anybody, newest first, to one address if asked', async () => {
    given({});
    await running.tell(event(MatchAsked, { match: snapshotOf(aMatch()), asks: ['school', 'partner'] }), {
      key: 'match-1',
      seq: 1,
    });
    await running.settled();

    const all = await running.get('/api/demo/mailbox', 'visitor');
    const jans = await running.get('/api/demo/mailbox?to=JAN@fabriek.example&limit=1', 'visitor');

    expect(all.body).toMatchObject({ items: [{}, {}, {}] });
    expect(jans.body).toMatchObject({
      items: [
        {
          to: 'jan@fabriek.example',
          subject: expect.stringContaining('Een robotarm') as string,
          at: '2026-11-23T09:00:00+01:00',
          attachments: [],
          messageId: expect.stringMatching(/^[0-9a-f]{32}@leerbrug$/) as string,
        },
      ],
    });
    expect((await running.get('/api/demo/mailbox?limit=0', 'visitor')).status).toBe(400);
  });

  it('is not there where mails go out for real', async () => {
    const real = await runNotifications((mailbox) =>
      Object.create({ send: (mail: never) => mailbox.send(mail) }),
    );

    const { status, body } = await real.get('/api/demo/mailbox', 'visitor');

    expect([status, body]).toEqual([404, expect.objectContaining({ code: 'mailbox.none' })]);
    await real.close();
  });
});
