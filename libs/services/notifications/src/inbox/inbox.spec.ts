import { MailRefused, Mailer, type Mail } from '#libs/ports/mailer/port';
import { Metrics, type Actor } from '#libs/runtime';
import {
  runNotifications,
  type RunningNotifications,
} from '../../../../../test/support/running-notifications.js';
import { aMatch, aPerson, aRequest, anAppointment, known } from '../../test/builders.js';
import { asked, confirmed, considered } from '../../test/events.js';
import type { MatchView } from '../owners/views.js';
import { CountLate } from './count-late.js';

class Picky extends Mailer {
  refuses = '';
  constructor(private readonly inner: Mailer) {
    super();
  }
  async send(mail: Mail): Promise<void> {
    if (mail.to.email === this.refuses) throw new MailRefused('no such mailbox');
    await this.inner.send(mail);
  }
}

interface Line {
  readonly id: string;
  readonly kind: string;
  readonly since: string;
  readonly subject: object;
  readonly sentence: { readonly nl: string; readonly en: string };
  readonly action: { readonly kind: string; readonly href: string; readonly label: object };
}

const cora: Actor = { id: 'cora', roles: [{ role: 'coordinator', regionIds: ['region'] }] };
const ofTwo: Actor = { id: 'co', roles: [{ role: 'coordinator', regionIds: ['region', 'other'] }] };
const operator: Actor = { id: 'olga', roles: [{ role: 'operator', regionIds: [] }] };

let running: RunningNotifications;
let mailer: Picky;
beforeEach(async () => {
  running = await runNotifications((inner) => (mailer = new Picky(inner)));
});
afterEach(() => running.close());

const listed = (list: string, items: readonly object[], next: string | null = null) =>
  running.owners.set(`${list}&limit=100`, { items, next });
async function inbox(as: Actor = cora, query = '') {
  const { body } = await running.get(`/api/inbox${query}`, as);
  return body as { items: Line[]; next: string | null; missing: string[] };
}
const only = async () => {
  const { items, missing } = await inbox();
  expect(missing).toEqual([]);
  expect(items).toHaveLength(1);
  return items[0] as Line;
};

const waiting = (over: object = {}) => ({
  ...aRequest(),
  postedAt: '2026-11-09T09:00:00+01:00',
  answerBy: '2026-11-23T09:00:00+01:00',
  matchIds: [],
  ...over,
});
const looked = (attention: string, over: object = {}) => ({
  ...aMatch(),
  attention,
  attentionSince: '2026-11-20T09:00:00+01:00',
  clock: { partner: { stage: 'attention' } },
  ...over,
});
const attentions = (...matches: object[]) =>
  listed('matching/api/matches?region=region&attention=true', matches);

describe('the inbox of a region', () => {
  it('is empty when nothing needs a person', async () => {
    expect(await inbox()).toEqual({ items: [], next: null, missing: [] });
  });

  it('has requests of which half the time has passed', async () => {
    listed('requests/api/requests?region=region&inbox=true', [waiting()]);

    const line = await only();

    expect(line).toMatchObject({
      id: 'request-half-way.request-1',
      kind: 'request-half-way',
      since: '2026-11-16T09:00:00+01:00',
      regionId: 'region',
      subject: { requestId: 'request-1', schoolLocationId: 'school-1' },
      action: { kind: 'open-request', href: '/aanvragen/request-1' },
    });
    expect(line.sentence.nl).toMatch(
      /^De helft van de tijd voor „Robots in de zorg” is om.*Jij bent aan zet/,
    );
  });

  it('says that the school has the next move where it was asked something', async () => {
    listed('requests/api/requests?region=region&inbox=true', [waiting({ state: 'needs-info' })]);

    expect((await only()).sentence.nl).toContain('De school is aan zet');
  });

  it('asks to confirm who asks where nobody did: there is no proposal to approve before', async () => {
    listed('requests/api/requests?region=region&inbox=true', [waiting({ unconfirmed: true })]);

    const line = await only();

    expect(line).toMatchObject({
      kind: 'request-half-way',
      subject: { requestId: 'request-1' },
      action: { kind: 'open-people', href: '/mensen' },
    });
    expect(line.sentence.nl).toMatch(/niemand bevestigde nog wie het vraagt\. Jij bent aan zet/);
    expect(line.sentence.nl).not.toContain('keur een voorstel goed');
  });

  it.each([
    ['question-undelivered', 'question-undelivered', 'bel de contactpersoon'],
    ['question-undeliverable', 'question-undeliverable', 'noem een andere contactpersoon'],
    ['no-answer', 'no-answer', 'De partner is aan zet'],
    ['not-secured', 'not-secured', 'nog niet zeker'],
    ['no-longer-fits: place, time', 'no-longer-fits', 'past niet meer'],
    ['request-withdrawn', 'request-withdrawn', 'trok de aanvraag in'],
    ['contact-gone', 'contact-gone', 'noem een ander'],
    ['something-new', 'attention', 'Jij bent aan zet'],
  ])('has appointments with %s', async (reason, kind, says) => {
    attentions(looked(reason));

    const line = await only();

    expect(line).toMatchObject({
      id: `${kind}.match-1`,
      kind,
      since: '2026-11-20T09:00:00+01:00',
      subject: { matchId: 'match-1', requestId: 'request-1' },
      action: { kind: 'open-match', href: '/afspraken/match-1' },
    });
    expect(line.sentence.nl).toContain('„Een robotarm in de klas”');
    expect(line.sentence.nl).toContain(says);
  });

  it('has what could not be held, until its request has another appointment', async () => {
    const refused = aMatch({ state: 'refused' });
    listed('matching/api/matches?region=region&state=refused', [refused, { ...refused, id: 'older' }]);
    const steps = [{ at: '2026-11-22T09:00:00+01:00', what: 'refused' }];
    running.owners.set('matching/api/matches/match-1/history', { items: steps });
    running.owners.set('requests/api/requests/request-1', waiting());

    expect(await only()).toMatchObject({
      id: 'refused.match-1',
      since: '2026-11-22T09:00:00+01:00',
      subject: { requestId: 'request-1', matchId: 'match-1' },
      action: { href: '/aanvragen/request-1' },
    });
    running.owners.set('requests/api/requests/request-1', waiting({ matchIds: ['match-9'] }));
    expect((await inbox()).items).toEqual([]);
  });

  it('has places that came free, with how many they would serve', async () => {
    const place = {
      slotId: 'slot-1',
      title: 'Een robotarm in de klas',
      regionId: 'region',
      start: '2027-01-12T09:00:00+01:00',
      freedAt: '2026-11-21T09:00:00+01:00',
      requests: [
        { requestId: 'request-7', score: 0.9 },
        { requestId: 'request-8', score: 0.5 },
      ],
      more: false,
    };
    listed('matching/api/freed-places?region=region', [place, { ...place, slotId: 'nobody', requests: [] }]);

    const line = await only();

    expect(line).toMatchObject({
      id: 'freed-place.slot-1',
      subject: { slotId: 'slot-1', requestId: 'request-7' },
      action: { href: '/aanvragen/request-7' },
    });
    expect(line.sentence.nl).toMatch(/di 12 jan.*\. 2 aanvragen passen/);

    listed('matching/api/freed-places?region=region', [{ ...place, more: true }]);
    expect((await only()).sentence.nl).toContain('Minstens 2 aanvragen passen');
  });

  it('has people who say that they teach somewhere', async () => {
    const schoolLocation = { id: 'school-1', name: 'De Springplank' };
    const claim = { id: 'c1', personId: 'eva', name: 'Eva', claimedAt: '2026-11-22T10:00:00+01:00' };
    listed('directory/api/claims?region=region&state=open', [{ ...claim, schoolLocation }]);

    expect(await only()).toMatchObject({
      kind: 'claim',
      sentence: { nl: 'Eva zegt les te geven op De Springplank. Jij bent aan zet: klopt dat?' },
      action: { kind: 'confirm-claim', href: '/api/claims/c1/confirm' },
    });
  });

  it('has schools without anything as one line of this term', async () => {
    const notReached = [{ planned: 0 }, { planned: 1 }, { planned: 0 }];
    running.owners.set('impact/api/reports/region?region=region', { locations: { notReached } });

    const line = await only();
    expect(line).toMatchObject({
      id: 'schools-without.region.2026-11-01',
      since: '2026-11-01T00:00:00+01:00',
      action: { kind: 'open-report' },
    });
    expect(line.sentence.nl).toMatch(/^2 scholen kregen dit schooljaar nog niets/);
  });

  it('says nothing of schools before the first term', async () => {
    running.clock.advance(Date.parse('2027-09-10T09:00:00+02:00') - running.clock.now());
    running.owners.set('impact/api/reports/region?region=region', {
      locations: { notReached: [{ planned: 0 }] },
    });

    expect((await inbox()).items).toEqual([]);
  });

  it('has what stands still, as far as it is about an appointment of the region', async () => {
    const parked = (id: string, topic: string, key: string) => ({
      id,
      topic,
      key,
      parkedAt: '2026-11-22T11:00:00+01:00',
    });
    listed('matching/api/parked?', []);
    running.owners.set('requests/api/parked?limit=100', {
      items: [parked('requests.1', 'matching', 'match-1'), parked('requests.2', 'matching', 'match-1')],
      next: null,
    });
    running.owners.set('matching/api/parked?limit=100', {
      items: [parked('matching.1', 'directory', 'match-1'), parked('matching.2', 'offers', 'elsewhere')],
      next: null,
    });
    running.owners.set('matching/api/matches/match-1', aMatch());
    running.owners.set('matching/api/matches/elsewhere', aMatch({ id: 'elsewhere', regionId: 'other' }));

    expect(await only()).toMatchObject({
      id: 'technical-hold.requests.1',
      subject: { matchId: 'match-1', parkedId: 'requests.1' },
      action: { kind: 'see-parked', href: '/api/parked/requests.1' },
    });
  });
});

describe('an appointment that is near', () => {
  const soon = { start: '2026-12-01T09:00:00+01:00', end: '2026-12-01T10:30:00+01:00' };
  const sessions = [{ id: 's', ...soon, groups: [] }];
  const near = (over: Partial<MatchView>) => {
    const match = aMatch({ state: 'confirmed', sessions, ...over });
    known(running.owners, anAppointment({ match }));
    listed('matching/api/matches?region=region&state=confirmed', [match]);
  };

  it.each<[string, Partial<MatchView>]>([
    ['the school named nobody', { contacts: { school: [] } }],
    ['whom the school named is gone', { contacts: { school: ['ans', 'nobody'] } }],
    ['whom the partner named is gone', { place: 'at-partner', contacts: { school: [], partner: 'nobody' } }],
  ])('is in the inbox when %s', async (_, over) => {
    near(over);

    expect(await only()).toMatchObject({
      id: 'no-host.match-1',
      since: '2026-11-21T09:00:00+01:00',
      action: { href: '/afspraken/match-1' },
    });
  });

  it.each<[string, Partial<MatchView>]>([
    ['somebody receives', {}],
    ['the partner receives', { place: 'at-partner', contacts: { school: [] } }],
    ['nobody travels', { place: 'online', contacts: { school: [] } }],
    ['it is more than ten days away', { contacts: { school: [] }, sessions: aMatch().sessions }],
  ])('is not when %s', async (_, over) => {
    near(over);

    expect((await inbox()).items).toEqual([]);
  });
});

describe('mails that reached nobody', () => {
  const ask = async (seq: number) => {
    await running.tell(asked(aMatch(), ['partner']), { key: 'match-1', seq });
    await running.settled();
    await running.settled();
  };
  beforeEach(() => known(running.owners, anAppointment()));

  it('are in the inbox until something reaches that person', async () => {
    mailer.refuses = 'jan@fabriek.example';
    await ask(2);

    const line = await only();
    expect(line).toMatchObject({
      id: 'mail-refused.jan',
      subject: { personId: 'jan', matchId: 'match-1' },
      action: { kind: 'open-match', href: '/afspraken/match-1' },
    });
    expect(line.sentence.nl).toMatch(/^Mail aan Jan Hoekstra komt niet aan/);

    mailer.refuses = '';
    running.clock.advance(60_000);
    await ask(3);
    expect((await inbox()).items).toEqual([]);
  });

  it('are not when they are of another region, or long ago', async () => {
    mailer.refuses = 'jan@fabriek.example';
    await ask(2);

    expect((await inbox(operator, '?region=other')).items).toEqual([]);
    running.clock.advance(31 * 86_400_000);
    expect((await inbox()).items.filter(({ kind }) => kind === 'mail-refused')).toEqual([]);
  });

  it('are also those to somebody without an address', async () => {
    running.owners.set('directory/internal/people/ans', aPerson({ email: '' }));
    running.owners.set('directory/internal/people/tess', aPerson({ id: 'tess', email: 't@school.example' }));
    await running.tell(considered, { key: 'request-1', seq: 1 });
    await running.settled();

    expect(await only()).toMatchObject({
      id: 'no-address.ans',
      subject: { personId: 'ans', requestId: 'request-1' },
      action: { kind: 'open-request', href: '/aanvragen/request-1' },
    });
  });
});

describe('what should have gone and did not', () => {
  const gauge = () => running.service.app.get(Metrics, { strict: false }).registry.metrics();

  it('is a line and a figure', async () => {
    const match = aMatch({ state: 'confirmed' });
    known(running.owners, anAppointment({ match }));
    await running.tell(confirmed(match), { key: 'match-1', seq: 3 });
    await running.settled();
    const count = running.service.app.get(CountLate, { strict: false });
    await count.count();
    expect(await gauge()).toContain('leerbrug_follow_ups_late{service="notifications"} 0');

    // The runner stands still: nobody sweeps while the clock moves on.
    running.clock.advance(Date.parse('2027-01-05T08:30:00+01:00') - running.clock.now());
    await count.count();
    expect(await gauge()).toContain('leerbrug_follow_ups_late{service="notifications"} 0');
    running.clock.advance(Date.parse('2027-01-11T17:30:00+01:00') - running.clock.now());
    await count.count();

    const late = (await inbox()).items.find(({ kind }) => kind === 'follow-ups-late');
    expect(late).toMatchObject({ id: 'follow-ups-late.region', action: { kind: 'see-health' } });
    expect(late?.sentence.nl).toMatch(/^4 berichten hadden al weg moeten zijn\. De beheerder is aan zet/);
    expect(await gauge()).toContain('leerbrug_follow_ups_late{service="notifications"} 4');
    expect((await inbox(operator, '?region=other')).items).toEqual([]);
  });
});

describe('whoever reads the inbox', () => {
  it('gets the longest waiting first, in pages', async () => {
    attentions(
      looked('no-answer', { id: 'b', attentionSince: '2026-11-19T09:00:00+01:00' }),
      looked('no-answer', { id: 'c' }),
    );
    listed('requests/api/requests?region=region&inbox=true', [waiting()]);

    const first = await inbox(cora, '?limit=2');
    const rest = await inbox(cora, `?limit=2&cursor=${first.next}`);

    expect(first.items.map(({ id }) => id)).toEqual(['request-half-way.request-1', 'no-answer.b']);
    expect(rest.items.map(({ id }) => id)).toEqual(['no-answer.c']);
    expect(rest.next).toBeNull();
    expect((await running.get('/api/inbox?cursor=x', cora)).status).toBe(400);
  });

  it('is told what is missing while an owner is away, and gets the rest', async () => {
    attentions(looked('no-answer'));
    running.away.add('requests');
    running.away.add('impact');

    const { items, missing } = await inbox();

    expect(items.map(({ id }) => id)).toEqual(['no-answer.match-1']);
    expect(missing).toEqual(['impact', 'requests']);
  });

  it('gets every page of what an owner has', async () => {
    const list = 'matching/api/matches?region=region&attention=true&limit=100';
    running.owners.set(list, { items: [looked('no-answer', { id: 'a' })], next: 'more' });
    running.owners.set(`${list}&cursor=more`, { items: [looked('no-answer', { id: 'b' })], next: null });

    expect((await inbox()).items.map(({ id }) => id)).toEqual(['no-answer.a', 'no-answer.b']);
  });

  it('is a coordinator of that region, or an operator who says which', async () => {
    attentions(looked('no-answer'));
    listed('matching/api/matches?region=other&attention=true', [
      looked('no-answer', { id: 'there', regionId: 'other' }),
    ]);
    const status = async (as: Actor | 'visitor', query = '') =>
      (await running.get(`/api/inbox${query}`, as)).status;
    const teacher: Actor = {
      id: 'ans',
      roles: [{ role: 'teacher', schoolLocationId: 'school-1', regionIds: ['region'] }],
    };

    expect((await inbox(ofTwo)).items.map(({ id }) => id)).toEqual(['no-answer.match-1', 'no-answer.there']);
    expect((await inbox(operator, '?region=other')).items).toHaveLength(1);
    expect(await status(operator)).toBe(400);
    expect(await status(cora, '?region=other')).toBe(403);
    expect(await status(teacher, '?region=region')).toBe(403);
    expect(await status('visitor')).toBe(401);
  });
});
