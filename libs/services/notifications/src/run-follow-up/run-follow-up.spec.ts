import {
  runNotifications,
  type RunningNotifications,
} from '../../../../../test/support/running-notifications.js';
import { aMatch, aPerson, aWeekLater, anAppointment, atFactory, jan, known } from '../../test/builders.js';
import {
  asked,
  awaited,
  changeProposed,
  confirmed,
  ended,
  evaluated,
  held,
  optioned,
} from '../../test/events.js';
import type { MatchView } from '../owners/views.js';

let running: RunningNotifications;
beforeEach(async () => (running = await runNotifications()));
afterEach(() => running.close());

let seq = 1;
const agreed: Partial<MatchView> = {
  state: 'confirmed',
  calendarSequence: 1,
  acceptedBy: { school: { at: '' }, partner: { at: '' } },
};
function truth(over: Partial<MatchView> = {}): MatchView {
  const match = aMatch(over);
  known(running.owners, anAppointment({ match }));
  return match;
}
async function happens(event: object) {
  seq += 1;
  await running.tell(event, { key: 'match-1', seq });
  await running.settled();
}
/** Subjects of what was sent since the last time, with whom they went to, without the names of hosts. */
let seen = 0;
beforeEach(() => (seen = 0));
async function sentNow(): Promise<string[]> {
  const mails = await running.mails();
  const fresh = mails
    .slice(seen)
    .map(({ to, subject }) => `${to.name.split(' ')[0]}: ${subject.split(':')[0]}`);
  seen = mails.length;
  return fresh.sort();
}
const wednesday = {
  sessions: [
    {
      id: 'match-1-1',
      slotId: 'slot-1',
      start: '2027-01-20T09:00:00+01:00',
      end: '2027-01-20T10:30:00+01:00',
      groups: [{ groupId: 'g1', pupils: 26 }],
    },
  ],
};

describe('before the activity', () => {
  it('is checked five working days before, and reminded of at four on the day before', async () => {
    await happens(confirmed(truth(agreed)));
    await sentNow();

    await running.at('2027-01-05T08:00:00+01:00');
    expect(await sentNow()).toEqual(['Ans: Bijna zover', 'Jan: Bijna zover', 'Tess: Bijna zover']);
    await running.at('2027-01-11T15:59:00+01:00');
    expect(await sentNow()).toEqual([]);
    await running.at('2027-01-11T16:00:00+01:00');
    expect(await sentNow()).toEqual(['Ans: Herinnering', 'Jan: Herinnering', 'Tess: Herinnering']);
    await running.at('2027-01-12T08:00:00+01:00');
    expect(await sentNow()).toEqual([]);
  });

  it('has the code for the hands of the class on the school’s reminder, and not on the partner’s', async () => {
    await happens(confirmed(truth(agreed)));
    await running.at('2027-01-11T16:00:00+01:00');

    const reminders = (await running.mails()).filter(({ subject }) => subject.startsWith('Herinnering'));
    for (const { to, text, html, attachments } of reminders) {
      const hasCode = to.email !== 'jan@fabriek.example';
      expect(/Handen omhoog[^]*actie#/.test(text)).toBe(hasCode);
      expect(html.includes('src="cid:handen-match-1@leerbrug"')).toBe(hasCode);
      expect(attachments.some(({ contentType }) => contentType === 'image/png')).toBe(hasCode);
    }
  });

  it('on several days is reminded of before each of them', async () => {
    const [first] = aMatch().sessions;
    const onThursday = { start: '2027-01-14T09:00:00+01:00', end: '2027-01-14T10:30:00+01:00' };
    const sessions = [first!, { ...first!, id: 'match-1-2', ...onThursday }];
    await happens(confirmed(truth({ ...agreed, sessions })));
    await running.at('2027-01-05T08:00:00+01:00');
    await sentNow();

    await running.at('2027-01-11T16:00:00+01:00');
    expect(await sentNow()).toEqual(['Ans: Herinnering', 'Jan: Herinnering', 'Tess: Herinnering']);
    await running.at('2027-01-13T16:00:00+01:00');
    expect(await sentNow()).toEqual(['Ans: Herinnering', 'Jan: Herinnering', 'Tess: Herinnering']);

    const subjects = (await running.mails()).map(({ subject }) => subject);
    expect(subjects).toContain('Herinnering: Een robotarm in de klas, di 12 jan, 9.00–10.30 uur');
    expect(subjects).toContain('Herinnering: Een robotarm in de klas, do 14 jan, 9.00–10.30 uur');
  });

  it('moves with the appointment', async () => {
    await happens(confirmed(truth(agreed)));
    await running.at('2027-01-08T10:00:00+01:00');
    await sentNow();
    await happens(confirmed(truth({ ...agreed, ...wednesday, calendarSequence: 2, question: 2 })));
    await sentNow();

    await running.at('2027-01-11T17:00:00+01:00');
    expect(await sentNow()).toEqual([]);
    await running.at('2027-01-19T16:00:00+01:00');
    expect(await sentNow()).toEqual(['Ans: Herinnering', 'Jan: Herinnering', 'Tess: Herinnering']);
  });

  it('is told again when it moves after the reminder went', async () => {
    await happens(confirmed(truth(agreed)));
    await running.at('2027-01-11T16:00:00+01:00');
    await happens(confirmed(truth({ ...agreed, ...wednesday, calendarSequence: 2, question: 2 })));
    await sentNow();

    await running.at('2027-01-19T16:00:00+01:00');
    expect(await sentNow()).toEqual(['Ans: Herinnering', 'Jan: Herinnering', 'Tess: Herinnering']);
  });

  it('is not reminded of once it is cancelled, also when that was not heard of yet', async () => {
    const match = truth(agreed);
    await happens(confirmed(match));
    truth({ ...agreed, state: 'cancelled' });
    await running.at('2027-01-05T08:00:00+01:00');
    await happens(ended(match, { ending: 'cancelled', by: 'school', wasConfirmed: true }));
    await sentNow();

    await running.at('2027-01-11T16:00:00+01:00');
    expect(await sentNow()).toEqual([]);
  });

  it('is told once by a clock that jumps two days ahead, and not again when it jumps back', async () => {
    await happens(confirmed(truth(agreed)));
    await running.at('2027-01-05T08:00:00+01:00');
    await sentNow();

    await running.at('2027-01-11T18:00:00+01:00');
    const told = await sentNow();
    running.clock.advance(-2 * 86_400_000);
    await running.settled();
    await running.at('2027-01-11T18:30:00+01:00');

    expect(told).toEqual(['Ans: Herinnering', 'Jan: Herinnering', 'Tess: Herinnering']);
    expect(await sentNow()).toEqual([]);
  });

  it('reaches the school on the day before in time although the directory was away', async () => {
    await happens(confirmed(truth(agreed)));
    await running.at('2027-01-05T08:00:00+01:00');
    await sentNow();
    running.away.add('matching');
    await running.at('2027-01-11T16:00:00+01:00');
    running.away.delete('matching');
    await running.at('2027-01-11T16:02:00+01:00');
    await running.at('2027-01-11T16:04:00+01:00');

    expect(await sentNow()).toEqual(['Ans: Herinnering', 'Jan: Herinnering', 'Tess: Herinnering']);
  });
});

describe('an answer that does not come', () => {
  it('is asked for once more on the next working morning, of the deputy too', async () => {
    const match = truth();
    running.owners.set('directory/internal/people/jan', { ...jan, name: 'Jan', deputyId: 'piet' });
    running.owners.set(
      'directory/internal/people/piet',
      aPerson({ id: 'piet', name: 'Piet', email: 'piet@fabriek.example', roles: atFactory }),
    );
    await happens(asked(match, ['partner']));
    await sentNow();
    await happens(awaited(match, 'partner'));
    expect(await sentNow()).toEqual([]);

    await running.at('2026-11-24T08:00:00+01:00');
    expect(await sentNow()).toEqual(['Jan: Nog geen antwoord', 'Piet: Nog geen antwoord']);
  });

  it('is not asked for once more when it came in the meantime', async () => {
    const match = truth();
    await happens(awaited(match, 'partner'));
    truth({ acceptedBy: { partner: { at: '' } } });
    await running.at('2026-11-24T08:00:00+01:00');

    expect(await sentNow()).toEqual([]);
  });

  it('is asked for once more of a change too', async () => {
    const match = truth({ ...agreed, change: aWeekLater });
    await happens(changeProposed(match));
    await sentNow();
    await happens(awaited(match, 'school'));
    await running.at('2026-11-24T08:00:00+01:00');

    expect(await sentNow()).toEqual(['Ans: Nog geen antwoord', 'Tess: Nog geen antwoord']);
  });

  it('is left to the coordinator at the second stage', async () => {
    await happens(awaited(truth(), 'partner', 'attention'));
    await running.at('2026-11-25T08:00:00+01:00');

    expect(await sentNow()).toEqual([]);
  });

  it('is named on the morning before an option lapses', async () => {
    const option = { origin: 'booked', state: 'option', answerBy: '2026-11-30T23:59:00+01:00' } as const;
    await happens(optioned(truth(option)));
    await sentNow();
    await running.at('2026-11-27T08:00:00+01:00');

    expect(await sentNow()).toEqual(['Ans: Je optie vervalt ma 30 nov', 'Tess: Je optie vervalt ma 30 nov']);
  });
});

describe('after the activity', () => {
  const past = { ...agreed, state: 'held' } as const;
  const figures = { count: { pupils: 26, adults: 3, groups: 1, unusual: false } };
  const liked = { school: { fit: 5, again: 'yes' as const, words: 'Ze praten er nog over.' } };

  it('asks on the next morning, once more after five days, and then no more', async () => {
    await happens(confirmed(truth(agreed)));
    await running.at('2027-01-12T10:30:00+01:00');
    await sentNow();
    await happens(held(truth(past)));
    expect(await sentNow()).toEqual([]);

    await running.at('2027-01-13T08:00:00+01:00');
    expect((await sentNow()).map((line) => line.split('?')[0])).toEqual([
      'Ans: Hoeveel leerlingen waren er',
      'Jan: Hoeveel uur kostte het',
      'Tess: Hoeveel leerlingen waren er',
    ]);
    await running.at('2027-01-18T08:00:00+01:00');
    expect(await sentNow()).toEqual(['Ans: Nog even', 'Jan: Nog even', 'Tess: Nog even']);
    await running.at('2027-01-25T08:00:00+01:00');
    expect(await sentNow()).toEqual([]);
  });

  it('asks only how it was when the figures are in', async () => {
    await happens(held(truth(past)));
    truth({ ...past, state: 'counted', ...figures });
    await running.at('2027-01-13T08:00:00+01:00');

    expect((await sentNow()).map((line) => line.split('?')[0])).toEqual([
      'Ans: Hoe was het',
      'Jan: Hoeveel uur kostte het',
      'Tess: Hoe was het',
    ]);
  });

  it('thanks the partner with the school’s words on the morning after they came, once', async () => {
    await happens(held(truth(past)));
    await running.at('2027-01-13T08:00:00+01:00');
    await running.at('2027-01-13T14:00:00+01:00');
    await sentNow();
    await happens(evaluated(truth({ ...past, state: 'evaluated', ...figures, evaluation: liked })));
    expect(await sentNow()).toEqual([]);
    await running.at('2027-01-14T08:00:00+01:00');

    const mail = (await running.mails()).at(-1);
    expect(mail?.to.email).toBe('jan@fabriek.example');
    expect(mail?.subject).toBe('Bedankt: Een robotarm in de klas');
    expect(mail?.text).toContain('Ze praten er nog over.');
    await sentNow();
    await running.at('2027-01-18T08:00:00+01:00');
    await running.at('2027-02-01T08:00:00+01:00');
    expect(await sentNow()).toEqual(['Jan: Nog even']);
  });

  it('thanks the partner after two weeks when the school wrote nothing', async () => {
    await happens(held(truth(past)));
    await running.at('2027-01-18T08:00:00+01:00');
    await sentNow();
    await running.at('2027-01-26T10:30:00+01:00');
    await running.at('2027-01-27T08:00:00+01:00');

    expect(await sentNow()).toEqual(['Jan: Bedankt']);
  });

  it('asks "again?" ten months later', async () => {
    await happens(held(truth(past)));
    await running.at('2027-02-01T08:00:00+01:00');
    truth({ ...past, state: 'closed', ...figures });
    await sentNow();
    await running.at('2027-11-15T08:00:00+01:00');

    expect(await sentNow()).toEqual([
      'Ans: Nog een keer? Een robotarm in de klas',
      'Tess: Nog een keer? Een robotarm in de klas',
    ]);
  });

  it('asks nothing of an activity that did not take place after all', async () => {
    const match = truth(past);
    await happens(held(match));
    truth({ ...past, state: 'no-show' });
    await happens(ended(match, { ending: 'no-show', by: 'school', wasConfirmed: true }));
    await sentNow();
    await running.at('2027-01-13T08:00:00+01:00');
    await running.at('2027-01-27T08:00:00+01:00');

    expect(await sentNow()).toEqual([]);
  });
});
