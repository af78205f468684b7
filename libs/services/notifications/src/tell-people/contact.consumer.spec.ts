import type { Side } from '#libs/contracts';
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
  bothSaidYes,
  known,
  partnerSaidYes,
} from '../../test/builders.js';
import { asked, confirmed, contactChanged } from '../../test/events.js';
import type { MatchView } from '../owners/views.js';

const piet = aPerson({
  id: 'piet',
  name: 'Piet Smit',
  email: 'piet@fabriek.example',
  phone: '0611111111',
  language: 'en',
  roles: atFactory,
});
const bo = aPerson({ id: 'bo', name: 'Bo Kok', email: 'bo@school.example', phone: '0622222222' });
const nextMorning = '2026-11-24T08:00:00+01:00';

let running: RunningNotifications;
beforeEach(async () => {
  running = await runNotifications();
  meet(piet);
  meet(bo);
});
afterEach(() => running.close());

const meet = (person: ReturnType<typeof aPerson>) =>
  running.owners.set(`directory/internal/people/${person.id}`, person);

/** The match as its owner knows it from now on. */
function now(over: Partial<MatchView> = {}): MatchView {
  const match = aMatch({ acceptedBy: over.state === 'confirmed' ? bothSaidYes : {}, ...over });
  known(running.owners, anAppointment({ match }));
  return match;
}
const ofSchool = { school: ['tess', 'ans', 'bo'] };
const ofPartner = { school: ['tess', 'ans'], partner: 'piet' };
const agreed = (contacts: MatchView['contacts'], over: Partial<MatchView> = {}) =>
  now({ state: 'confirmed', calendarSequence: 1, contacts, ...over });

let seq = 1;
/** Tells it twice: it is one event. */
async function happens(said: object, match: MatchView) {
  seq += 1;
  const before = (await running.mails()).length;
  await running.tell(said, { key: match.id, seq });
  await running.tell(said, { key: match.id, seq });
  await running.settled();
  return (await running.mails()).slice(before);
}
type Mails = Awaited<ReturnType<typeof happens>>;
const to = (mails: Mails) => mails.map((mail) => mail.to.email).sort();
async function inTheMorning(): Promise<Mails> {
  const before = (await running.mails()).length;
  await running.at(nextMorning);
  return (await running.mails()).slice(before);
}

describe('who takes over what is agreed', () => {
  it('gets it at once with the visit sheet and an invitation, as both sides had it', async () => {
    const match = agreed(ofPartner);

    const mails = await happens(contactChanged(match, 'partner', 'piet'), match);

    expect(to(mails)).toEqual(['piet@fabriek.example']);
    expect(mails[0]?.subject).toBe('Agreed: Een robotarm in de klas, Tue 12 Jan 2027, 9:00–10:30');
    expect(mails[0]?.text).toMatch(/^You are now the contact for this appointment\./);
    expect(mails[0]?.text).toContain('Contact of the partner: Piet Smit, 0611111111, piet@fabriek.example');
    expect(mails[0]?.attachments[0]?.content).toMatch(/METHOD:REQUEST[^]*UID:match-1\r\nSEQUENCE:1/);
  });

  it('reads the same of what was moved before, with the sequence that it has now', async () => {
    const match = agreed(ofSchool, { question: 2, calendarSequence: 2 });

    const [mail] = await happens(contactChanged(match, 'school', 'bo'), match);

    expect(mail?.subject).toMatch(/^Afgesproken: /);
    expect(mail?.text).toMatch(/^Je bent nu de contactpersoon .* meer hoef je nu niet te doen\./);
    expect(mail?.attachments[0]?.content).toMatch(/UID:match-1\r\nSEQUENCE:2/);
  });

  it('reads that a change waits for the yes of their side, and not of the other', async () => {
    const match = agreed(ofSchool, { change: aWeekLater });
    const [mail] = await happens(contactChanged(match, 'school', 'bo'), match);
    const theirs = agreed(ofPartner, { change: aWeekLater });
    const [other] = await happens(contactChanged(theirs, 'partner', 'piet'), theirs);

    expect(mail?.text).toContain('Er ligt ook een voorstel om iets te veranderen');
    expect(other?.text).toContain('there is nothing else to do now');
  });
});

describe('who handed over what is agreed', () => {
  const jan = 'jan@fabriek.example';
  const itWasConfirmed = async () => {
    const match = agreed({ school: ['tess'] });
    await happens(confirmed(match), match);
  };
  const handedTo = async (partner: string) => {
    const match = agreed({ school: ['tess'], partner }, { calendarSequence: 2 });
    return happens(contactChanged(match, 'partner', partner), match);
  };

  it('has it taken out of the calendar, and reads who does it', async () => {
    await itWasConfirmed();

    const mails = await handedTo('piet');

    expect(to(mails)).toEqual([jan, 'piet@fabriek.example']);
    const mail = mails.find((each) => each.to.email === jan);
    expect(mail?.subject).toBe('Overgenomen: Een robotarm in de klas, di 12 jan 2027, 9.00–10.30 uur');
    expect(mail?.text).toMatch(/^Piet Smit neemt deze afspraak van je over\. Je hoeft niets te doen:/);
    expect(mail?.attachments[0]?.content).toMatch(
      /METHOD:CANCEL[^]*UID:match-1\r\nSEQUENCE:2[^]*STATUS:CANCELLED/,
    );
  });

  it('reads nothing of it when the appointment was not theirs', async () => {
    expect(to(await handedTo('piet'))).toEqual(['piet@fabriek.example']);
  });

  it('stays one of the school’s people after another one receives', async () => {
    await itWasConfirmed();
    const match = agreed(ofSchool, { calendarSequence: 2 });

    expect(to(await happens(contactChanged(match, 'school', 'bo'), match))).toEqual(['bo@school.example']);
  });

  it('gets the invitation back, and nothing about losing it, when it takes it back', async () => {
    await itWasConfirmed();
    await handedTo('piet');
    await inTheMorning();

    const mails = await handedTo('jan');

    expect(to(mails)).toEqual([jan, 'piet@fabriek.example', 'tess@school.example']);
    expect(mails.find((each) => each.to.email === jan)?.text).toMatch(/^Je bent nu de contactpersoon/);
    expect(mails.find((each) => each.to.email === 'piet@fabriek.example')?.subject).toMatch(/^Taken over: /);
  });
});

describe('who handed over at night and took it back before the morning', () => {
  it('reads nothing of it', async () => {
    const match = agreed({ school: ['tess'] });
    await happens(confirmed(match), match);
    await running.at('2026-11-23T22:00:00+01:00');
    for (const partner of ['piet', 'jan']) {
      const then = agreed({ school: ['tess'], partner }, { calendarSequence: 2 });
      await happens(contactChanged(then, 'partner', partner), then);
    }

    const mails = await inTheMorning();

    expect(
      mails.map(({ to: { email }, subject }) => [email, /^(Overgenomen|Taken over)/.test(subject)]),
    ).toEqual(expect.not.arrayContaining([['jan@fabriek.example', true]]));
    expect(to(mails)).toContain('piet@fabriek.example');
  });
});

describe('the other side of what is agreed', () => {
  it('reads on the next morning who comes and how to reach them, once and in its own language', async () => {
    meet(aPerson({ id: 'tess', name: 'Tess de Vries', email: 'tess@school.example', language: 'en' }));
    const contacts = { ...ofPartner, school: ['ans'] };
    const match = agreed(contacts);
    await happens(contactChanged(match, 'partner', 'piet'), match);

    const mails = await inTheMorning();

    expect(to(mails)).toEqual(['ans@school.example']);
    expect(mails[0]?.subject).toBe(
      'Andere contactpersoon: Een robotarm in de klas, di 12 jan 2027, 9.00–10.30 uur',
    );
    expect(mails[0]?.text).toMatch(
      /^Piet Smit komt nu, namens Machinefabriek Hoekstra\. Je hoeft niets te doen;/,
    );
    expect(mails[0]?.text).toContain('Bereikbaar: Piet Smit, 0611111111, piet@fabriek.example');
    expect(mails[0]?.attachments[0]?.content).toMatch(
      /METHOD:REQUEST[^]*UID:match-1\r\nSEQUENCE:1[^]*Piet Smit/,
    );
  });

  it('reads who receives, also in English', async () => {
    const match = agreed({ ...ofSchool, partner: 'piet' });
    await happens(contactChanged(match, 'school', 'bo'), match);

    const [mail] = await inTheMorning();

    expect(mail?.to.email).toBe('piet@fabriek.example');
    expect(mail?.text).toMatch(/^Bo Kok receives you now, for De Springplank\. There is nothing to do;/);
    expect(mail?.text).toContain('To reach: Bo Kok, 0622222222, bo@school.example');
  });

  it('reads it though it wants no reminders', async () => {
    meet({ ...piet, preferences: { mail: 'each', reminders: false } });
    const match = agreed({ ...ofSchool, partner: 'piet' });
    await happens(contactChanged(match, 'school', 'bo'), match);

    expect(to(await inTheMorning())).toEqual(['piet@fabriek.example']);
  });

  it('reads it at once when the day is near', async () => {
    await running.at('2027-01-08T10:00:00+01:00');
    const match = agreed(ofSchool);

    expect(to(await happens(contactChanged(match, 'school', 'bo'), match))).toEqual([
      'bo@school.example',
      'jan@fabriek.example',
    ]);
  });
});

describe('who takes over what is not agreed yet', () => {
  it('is asked, as long as their side has not answered; the other side hears nothing', async () => {
    const match = now({ contacts: ofPartner });

    const mails = await happens(contactChanged(match, 'partner', 'piet'), match);

    expect(to(mails)).toEqual(['piet@fabriek.example']);
    expect(mails[0]?.subject).toMatch(/^Does this suit you\?/);
    expect(mails[0]?.text).toContain('Answer at once, without signing in');
    agreed(ofPartner);
    // Agreed by then: the confirmation of that says who comes.
    expect(await inTheMorning()).toEqual([]);
  });

  it('hears nothing while only the other side has to answer', async () => {
    const match = now({ contacts: ofPartner, acceptedBy: partnerSaidYes });

    expect(await happens(contactChanged(match, 'partner', 'piet'), match)).toEqual([]);
    expect(await running.stored(match.id)).toEqual([]);
  });

  it.each<[Side, string, string[]]>([
    ['school', 'bo', ['bo@school.example']],
    ['partner', 'piet', []],
  ])('reads of an option when it is the school: %s', async (side, id, told) => {
    const contacts = side === 'school' ? ofSchool : ofPartner;
    const match = now({ state: 'option', origin: 'booked', requestId: null, contacts });

    const mails = await happens(contactChanged(match, side, id), match);

    expect(to(mails)).toEqual(told);
    expect(await inTheMorning()).toEqual([]);
  });
});

describe('the newer truth or nothing', () => {
  it.each<[Side, string, MatchView['contacts']]>([
    ['partner', 'piet', { school: ['tess', 'ans'], partner: 'jan' }],
    ['school', 'bo', { school: ['ans', 'bo', 'tess'] }],
  ])('says nothing of who was the contact for a moment: %s', async (side, id, since) => {
    const then = agreed(side === 'school' ? ofSchool : ofPartner);
    agreed(since);

    expect(await happens(contactChanged(then, side, id), then)).toEqual([]);
    expect(await inTheMorning()).toEqual([]);
  });

  it('tells the other side of the last of two alone', async () => {
    const first = agreed(ofPartner);
    await happens(contactChanged(first, 'partner', 'piet'), first);
    const then = agreed({ ...ofPartner, partner: 'jan' });
    await happens(contactChanged(then, 'partner', 'jan'), then);

    const mails = await inTheMorning();

    expect(to(mails)).toEqual(['ans@school.example', 'tess@school.example']);
    for (const { text } of mails) expect(text).not.toContain('Piet Smit');
  });

  it('says nothing more of what was cancelled meanwhile', async () => {
    const match = agreed(ofSchool);
    await happens(contactChanged(match, 'school', 'bo'), match);
    now({ ...match, state: 'cancelled' });

    expect(await inTheMorning()).toEqual([]);
  });

  it('names nobody of another house, and writes to none', async () => {
    meet(aPerson({ ...piet, roles: [{ role: 'partner', organisationId: 'museum' }] }));
    const match = agreed(ofPartner);

    expect(await happens(contactChanged(match, 'partner', 'piet'), match)).toEqual([]);
    expect(await inTheMorning()).toEqual([]);
  });

  it('names nobody who is gone by then', async () => {
    const match = agreed(ofPartner);
    await happens(contactChanged(match, 'partner', 'piet'), match);
    running.owners.delete('directory/internal/people/piet');
    running.owners.set('directory/internal/organisations/factory/contacts', { items: [] });
    running.clock.advance(10_000);

    expect(await inTheMorning()).toEqual([]);
  });

  it('asks once when the question itself was heard after the change', async () => {
    const match = now({ contacts: ofPartner });
    const change = contactChanged(match, 'partner', 'piet');
    const question = await happens(asked(match, ['partner']), match);

    expect(to(question)).toEqual(['piet@fabriek.example']);
    expect(await happens(change, match)).toEqual([]);
  });
});
