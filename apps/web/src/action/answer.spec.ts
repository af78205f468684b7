import { answerBody, answerFor, blankAnswer } from './answer.js';

const token = 'x';

describe('what is sent as an answer', () => {
  it('is only what belongs to it', () => {
    const typed = { ...blankAnswer, reason: 'De klas is op kamp.', note: 'Liever later.', pupils: 26 };
    expect(answerBody(token, 'decline', 'school', typed)).toEqual({
      token,
      action: 'decline',
      reason: typed.reason,
    });
    expect(answerBody(token, 'count', 'school', typed)).toEqual({ token, action: 'count', pupils: 26 });
    expect(answerBody(token, 'accept', 'school', typed)).toEqual({ token, action: 'accept' });
  });

  it('times are of here', () => {
    const typed = { ...blankAnswer, start: '2027-01-12T09:00', end: '2027-07-12T10:30' };
    expect(answerBody(token, 'counter', 'partner', typed)).toMatchObject({
      start: '2027-01-12T09:00:00+01:00',
      end: '2027-07-12T10:30:00+02:00',
    });
  });

  it('figures stand filled in as they are known; what is emptied is left out, and stays', () => {
    const prefilled = {
      count: { pupils: 26, adults: 2, groups: 1 },
      hours: { people: 2, preparation: 1, delivery: 1.5, travel: 0.5 },
    };
    const known = answerFor({ prefilled });

    expect(answerBody(token, 'count', 'school', known)).toEqual({
      ...{ token, action: 'count', pupils: 26, adults: 2, groups: 1 },
    });
    expect(answerBody(token, 'count', 'partner', known)).toEqual({
      ...{ token, action: 'count', people: 2, hours: { preparation: 1, delivery: 1.5, travel: 0.5 } },
    });
    const emptied = { ...known, people: '' as const, hours: { ...known.hours, travel: '' as const } };
    expect(answerBody(token, 'count', 'partner', emptied)).toEqual({
      ...{ token, action: 'count', hours: { preparation: 1, delivery: 1.5 } },
    });
    expect(answerFor({})).toBe(blankAnswer);
  });

  it('an opinion and the hands of a class', () => {
    const opinion = { ...blankAnswer, fit: '4', again: 'maybe' as const, words: '  Robotarm!  ' };
    expect(answerBody(token, 'evaluate', 'school', opinion)).toEqual({
      ...{ token, action: 'evaluate', fit: 4, again: 'maybe', words: 'Robotarm!' },
    });

    const hands = { ...blankAnswer, present: 24 as const, fun: 22, learned: 19, wantMore: 17 };
    expect(answerBody(token, 'tally', 'school', hands)).toEqual({
      ...{ token, action: 'tally', present: 24, fun: 22, learned: 19, wantMore: 17 },
    });
  });
});
