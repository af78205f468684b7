import { bodyOf, timesOf } from './slots.js';

const morning = { start: '2027-01-12T09:00:00+01:00', end: '2027-01-12T10:30:00+01:00' };
const noon = { start: '2027-01-12T10:45:00+01:00', end: '2027-01-12T12:15:00+01:00' };
const one = { slotId: 's1', ...morning };
const several = { ...one, slotIds: ['s1', 's2'], times: [morning, noon] };

describe('a proposal in several slots', () => {
  it('is approved as a whole', () => {
    expect(bodyOf('r1', one)).toEqual({ requestId: 'r1', slotId: 's1' });
    expect(bodyOf('r1', several)).toEqual({ requestId: 'r1', slotIds: ['s1', 's2'] });
  });

  it('says each of its times', () => {
    expect(timesOf(one)).toEqual([morning]);
    expect(timesOf(several)).toEqual([morning, noon]);
  });
});
