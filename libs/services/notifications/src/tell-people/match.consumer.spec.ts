import { MatchAccepted, event } from '#libs/contracts';
import {
  runNotifications,
  type RunningNotifications,
} from '../../../../../test/support/running-notifications.js';
import {
  aMatch,
  aPerson,
  aWeekLater,
  anAppointment,
  atFactory,
  known,
  snapshotOf,
  withoutOffer,
} from '../../test/builders.js';
import {
  asked,
  changeDropped,
  changeProposed,
  confirmed,
  ended,
  held,
  optioned,
  restCancelled,
} from '../../test/events.js';
import type { Appointment, MatchView } from '../owners/views.js';

let running: RunningNotifications;
beforeEach(async () => (running = await runNotifications()));
afterEach(() => running.close());

/** The match as its owner knows it from now on. */
function now(over: Partial<MatchView> = {}, appointment: Partial<Appointment> = {}): MatchView {
  const match = aMatch(over);
  known(running.owners, anAppointment({ match, ...appointment }));
  return match;
}

let seq = 1;
/** Tells it twice: it is one event. */
async function happens(said: object, match: MatchView, actor = 'service:matching') {
  seq += 1;
  const before = (await running.mails()).length;
  await running.tell(said, { key: match.id, seq, actor });
  await running.tell(said, { key: match.id, seq, actor });
  await running.settled();
  return (await running.mails()).slice(before);
}
const to = (mails: Awaited<ReturnType<typeof happens>>) => mails.map((mail) => mail.to.email).sort();

const school = ['ans@school.example', 'tess@school.example'];
const partner = ['jan@fabriek.example'];
const everybody = ['ans@school.example', 'jan@fabriek.example', 'tess@school.example'];
const bothYes = { school: { at: '' }, partner: { at: '' } };

describe('the question', () => {
  it.each([
    [['school', 'partner'], everybody],
    [['school'], school],
    [['partner'], partner],
  ] as const)('goes to the sides that are asked: %j', async (asks, told) => {
    const match = now();

    expect(to(await happens(asked(match, [...asks]), match))).toEqual(told);
  });

  it('goes once to somebody who is named twice', async () => {
    const match = now({ contacts: { school: ['tess', 'tess'] } });

    expect(to(await happens(asked(match, ['school']), match))).toEqual(['tess@school.example']);
  });

  it('keeps quiet about a first yes', async () => {
    const match = now({ acceptedBy: { school: { at: '' } } });
    const accepted = event(MatchAccepted, { match: snapshotOf(match), by: 'school' });

    expect(await happens(accepted, match)).toEqual([]);
  });

  it('goes to the person who answers for the partner now', async () => {
    running.owners.set(
      'directory/internal/people/piet',
      aPerson({ id: 'piet', email: 'piet@fabriek.example', roles: atFactory }),
    );
    const match = now({ contacts: { school: ['tess'], partner: 'piet' } });

    expect(to(await happens(asked(match, ['partner']), match))).toEqual(['piet@fabriek.example']);
  });

  it('does not go to somebody of another house whom the match names', async () => {
    const eva = aPerson({
      id: 'eva',
      email: 'eva@elders.example',
      roles: [{ role: 'teacher', schoolLocationId: 'school-2' }],
    });
    running.owners.set('directory/internal/people/eva', eva);
    const match = now({ contacts: { school: ['tess', 'eva'], partner: 'eva' } });

    expect(to(await happens(asked(match), match))).toEqual(['jan@fabriek.example', 'tess@school.example']);
  });

  it('goes to another contact of the partner when the one named is gone', async () => {
    const match = now();
    running.owners.delete('directory/internal/people/jan');
    running.owners.set('directory/internal/organisations/factory/contacts', {
      items: [{ id: 'piet', name: 'Piet', email: 'piet@fabriek.example', language: 'nl' }],
    });

    expect(to(await happens(asked(match, ['partner']), match))).toEqual(['piet@fabriek.example']);
  });
});

describe('what was arranged without an offer', () => {
  const admin = (id: string, role: object) =>
    aPerson({ id, email: `${id}@post.example`, roles: [role as never] });
  function arranged(firstContactId?: string): MatchView {
    const appointment = withoutOffer({ contacts: { school: [] } });
    const { partner: organisation } = appointment;
    known(running.owners, {
      ...appointment,
      partner: { ...organisation, ...(firstContactId ? { firstContactId } : {}) },
    });
    const admins = [
      admin('sara', { role: 'school-admin', schoolLocationId: 'school-1' }),
      admin('other', { role: 'school-admin', schoolLocationId: 'school-2' }),
      admin('piet', { role: 'partner', organisationId: 'factory' }),
      admin('petra', { role: 'partner-admin', organisationId: 'factory' }),
    ];
    for (const person of admins) running.owners.set(`directory/internal/people/${person.id}`, person);
    running.owners.set('directory/internal/people?region=region&role=school-admin', {
      items: admins.slice(0, 2),
    });
    running.owners.set('directory/internal/organisations/factory/contacts', { items: admins.slice(2) });
    return appointment.match;
  }

  it('asks the admins of the school and of the partner when nobody is named', async () => {
    const match = arranged();

    expect(to(await happens(asked(match), match))).toEqual(['petra@post.example', 'sara@post.example']);
  });

  it('asks the first contact of the partner', async () => {
    const match = arranged('piet');

    expect(to(await happens(asked(match, ['partner']), match))).toEqual(['piet@post.example']);
  });
});

describe('an option', () => {
  it('is told to the school alone, and so is that it has lapsed', async () => {
    const match = now({ origin: 'booked', requestId: null, state: 'option' });
    const [first] = await happens(optioned(match), match);
    const lapsed = now({ origin: 'booked', requestId: null, state: 'released' });
    const mails = await happens(ended(lapsed, { ending: 'released', by: 'clock' }), lapsed);

    expect(first?.subject).toMatch(/^Optie, bevestig uiterlijk /);
    expect(to(mails)).toEqual(school);
    expect(mails[0]?.subject).toMatch(/^Optie vervallen: /);
  });
});

describe('an agreement and its changes', () => {
  it('is confirmed to both with an invitation, also to a partner who was never asked', async () => {
    const match = now({
      state: 'confirmed',
      promise: 'firm',
      calendarSequence: 1,
      acceptedBy: { ...bothYes, partner: { at: '', how: 'beforehand' } },
    });

    const mails = await happens(confirmed(match), match);

    expect(to(mails)).toEqual(everybody);
    for (const { attachments } of mails)
      expect(attachments[0]?.content).toMatch(/METHOD:REQUEST[^]*SEQUENCE:1/);
  });

  it('is asked to be changed of the other side alone, and confirmed anew with a higher sequence', async () => {
    const wanted = now({ state: 'confirmed', calendarSequence: 1, change: aWeekLater });
    const question = await happens(changeProposed(wanted), wanted);
    const match = now({ state: 'confirmed', question: 2, calendarSequence: 2 });
    const mails = await happens(confirmed(match), match);

    expect(to(question)).toEqual(school);
    expect(question[0]?.attachments).toEqual([]);
    expect(to(mails)).toEqual(everybody);
    for (const { attachments, subject } of mails) {
      expect(subject).toMatch(/^Gewijzigd: /);
      expect(attachments[0]?.content).toMatch(/METHOD:REQUEST[^]*UID:match-1\r\nSEQUENCE:2/);
    }
  });

  const history = [
    { at: '2026-11-23T07:00:00Z', what: 'change-wanted', side: 'partner' as const },
    { at: '2026-11-23T07:30:00Z', what: 'change-dropped', side: 'school' as const, reason: 'Toneel.' },
  ];

  it.each([
    ['school', partner],
    ['clock', partner],
    ['offers', partner],
  ] as const)('tells the proposer that the %s dropped it', async (by, told) => {
    const match = now({ state: 'confirmed', calendarSequence: 1 }, { history });

    expect(to(await happens(changeDropped(match, by), match))).toEqual(told);
  });
});

describe('a change that its proposer took back', () => {
  const history = [
    { at: '2026-11-23T07:00:00Z', what: 'change-wanted', side: 'partner' as const },
    { at: '2026-11-23T07:30:00Z', what: 'change-dropped', side: 'partner' as const, reason: 'Toch niet.' },
  ];
  const agreed = { state: 'confirmed', calendarSequence: 1 } as const;

  it('is told to the side that was asked for it', async () => {
    const waits = now({ ...agreed, change: aWeekLater });
    await happens(changeProposed(waits), waits);
    const match = now(agreed, { history });

    const mails = await happens(changeDropped(match, 'partner'), match, 'jan');

    expect(to(mails)).toEqual(school);
    expect(mails[0]?.subject).toBe('Wijziging ingetrokken: Een robotarm in de klas');
    expect(mails[0]?.text).toMatch(/^Je hoeft niet meer te antwoorden: Machinefabriek Hoekstra trok/);
    expect(mails[0]?.text).toContain('Blijft: di 12 jan 2027, 9.00–10.30 uur');
  });

  it('is not told to whoever was never asked', async () => {
    const match = now(agreed, { history });

    expect(await happens(changeDropped(match, 'partner'), match, 'jan')).toEqual([]);
  });
});

describe('the rest of it', () => {
  it('is told to be off to all but who said so, and leaves their calendars alone', async () => {
    const [took] = aMatch().sessions;
    const later = {
      ...took!,
      id: 'match-1-2',
      start: '2027-01-14T09:00:00+01:00',
      end: '2027-01-14T10:30:00+01:00',
    };
    const history = [{ at: '2027-01-13T09:00:00Z', what: 'cancelled', reason: 'De gast is ziek.' }];
    const match = now({ state: 'held', calendarSequence: 2, acceptedBy: bothYes }, { history });

    const mails = await happens(restCancelled(match, [later], 'partner'), match, 'jan');

    expect(to(mails)).toEqual(school);
    expect(mails[0]?.subject).toBe(
      'Gaat verder niet door: Een robotarm in de klas, do 14 jan 2027, 9.00–10.30 uur',
    );
    expect(mails[0]?.text).toContain('Machinefabriek Hoekstra heeft de rest afgezegd.\n  „De gast is ziek.”');
    expect(mails[0]?.text).toContain('Geweest: di 12 jan 2027, 9.00–10.30 uur');
    const calendar = mails[0]?.attachments[0]?.content ?? '';
    expect(calendar).toMatch(/METHOD:CANCEL[^]*UID:match-1-2\r\nSEQUENCE:2[^]*STATUS:CANCELLED/);
    expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  });
});

describe('the end', () => {
  it('is told to those who were asked, but not to who ended it', async () => {
    const before = now();
    await happens(asked(before), before);
    const match = now({ state: 'declined', ended: { by: 'partner', reason: 'Te druk', feeCents: 0 } });

    const mails = await happens(ended(match), match, 'jan');

    expect(to(mails)).toEqual(school);
    expect(mails[0]?.text).toContain('Te druk');
    expect(mails[0]?.attachments).toEqual([]);
  });

  it('takes a confirmed appointment out of the calendars', async () => {
    const match = now({ state: 'cancelled', calendarSequence: 2 });
    const over = { ending: 'cancelled', by: 'school', wasConfirmed: true } as const;

    const mails = await happens(ended(match, over), match, 'tess');

    expect(to(mails)).toEqual(['ans@school.example', 'jan@fabriek.example']);
    for (const { attachments } of mails)
      expect(attachments[0]?.content).toMatch(
        /METHOD:CANCEL[^]*UID:match-1\r\nSEQUENCE:2[^]*STATUS:CANCELLED/,
      );
  });

  it('tells even who cancelled what it costs', async () => {
    const match = now({ state: 'cancelled', ended: { by: 'school', reason: 'Ziek', feeCents: 6_025 } });
    const over = { ending: 'cancelled', by: 'school', wasConfirmed: true, feeCents: 6_025 } as const;

    const mails = await happens(ended(match, over), match, 'tess');

    expect(to(mails)).toEqual(everybody);
    expect(mails.find((mail) => mail.to.email === 'tess@school.example')?.text).toContain('€ 60,25');
  });

  it('tells both of a no-show, in one neutral sentence and without a calendar', async () => {
    const match = now({ state: 'no-show' });
    const over = { ending: 'no-show', by: 'school', wasConfirmed: true } as const;

    const mails = await happens(ended(match, over), match, 'tess');

    expect(to(mails)).toEqual(everybody);
    expect(new Set(mails.map(({ attachments }) => attachments.length))).toEqual(new Set([0]));
  });

  it('is silent when nobody was asked, and to a partner whose firm place nobody confirmed', async () => {
    const match = now({ state: 'cancelled' });
    expect(await happens(ended(match, { ending: 'cancelled', wasAsked: false }), match)).toEqual([]);
    expect(await running.stored(match.id)).toEqual([]);

    const before = now({ state: 'asked' });
    await happens(asked(before, ['school']), before);
    const released = now({ state: 'released' });
    expect(to(await happens(ended(released, { ending: 'released', by: 'clock' }), released))).toEqual(school);
  });
});

describe('afterwards', () => {
  it('asks the other side of what was recorded whether it is right, at once', async () => {
    const match = now({ origin: 'arranged', state: 'held', acceptedBy: { school: { at: '' } } });

    const mails = await happens(held(match), match);

    expect(mails.map(({ to: { email }, subject }) => [email, subject.split('?')[0]])).toEqual([
      ['jan@fabriek.example', 'Klopt dit'],
    ]);
  });

  it('asks both for their figures on the next morning, once', async () => {
    const match = now({ state: 'held', acceptedBy: bothYes });
    expect(await happens(held(match), match)).toEqual([]);

    await running.at('2027-01-13T08:00:00+01:00');

    const mails = await running.mails();
    expect(to(mails)).toEqual(everybody);
    expect(mails.map(({ subject }) => subject.split('?')[0]).sort()).toEqual([
      'Hoeveel leerlingen waren er',
      'Hoeveel leerlingen waren er',
      'Hoeveel uur kostte het',
    ]);
    expect(await happens(held(match), match)).toEqual([]);
  });
});
