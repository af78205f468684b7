import { answerBody, blankAnswer } from './answer.js';

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

  it('hours are whole when one of them was typed', () => {
    const typed = {
      ...blankAnswer,
      people: 2 as const,
      hours: { preparation: 1 as const, delivery: '' as const, travel: '' as const },
    };
    expect(answerBody(token, 'count', 'partner', typed)).toMatchObject({
      people: 2,
      hours: { preparation: 1, delivery: 0, travel: 0 },
    });
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
