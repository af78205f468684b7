import { aMatch } from '../../test/a-match.js';
import { prefilled } from './afterwards.js';

describe('the hours that are filled in', () => {
  const sessions = [
    { id: 's', start: '2027-01-12T09:00:00+01:00', end: '2027-01-12T15:00:00+01:00', groups: [] },
  ];

  it('are those of the sessions', () => {
    expect(prefilled(aMatch({ sessions })).hours).toEqual({
      people: 1,
      preparation: 1,
      delivery: 6,
      travel: 1,
    });
  });

  it('are not those of a loan: nobody of the partner is there with it', () => {
    expect(prefilled(aMatch({ sessions, kind: 'loan' })).hours).toMatchObject({
      preparation: 1,
      delivery: 0,
    });
  });
});
