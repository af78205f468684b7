import { aCount, aRow } from '../../test/builders.js';
import { opinionsOf } from './opinions.js';

const said = (fit: number, again: 'yes' | 'maybe' | 'no') => ({ school: { fit, again } });
const rowsOf = (count: number, match: Parameters<typeof aRow>[0]) =>
  Array.from({ length: count }, () => aRow({ state: 'evaluated', count: aCount, ...match }));

describe('what was thought of the activities of a region', () => {
  it('is a mean and counts per side, of what was held', () => {
    const rows = [
      ...rowsOf(5, { evaluation: said(5, 'yes') }),
      ...rowsOf(5, { evaluation: { ...said(4, 'maybe'), partner: { fit: 2, again: 'no' } } }),
      ...rowsOf(2, { state: 'confirmed', evaluation: said(1, 'no') }),
      ...rowsOf(3, {}),
    ];

    expect(opinionsOf(rows)).toMatchObject({
      school: { evaluations: 10, fit: 4.5, again: 5, maybe: 5, notAgain: null },
      partner: { evaluations: 5, fit: 2, notAgain: 5 },
    });
  });

  it('is not told of fewer than five', () => {
    const { school, tally } = opinionsOf(
      rowsOf(4, {
        evaluation: said(5, 'yes'),
        tally: { present: 5, fun: 1, learned: 0, wantMore: 5 },
      }),
    );

    expect(school).toEqual({ evaluations: 4, fit: null, again: null, maybe: null, notAgain: null });
    expect(tally).toEqual({ activities: 4, present: 20, fun: null, learned: null, wantMore: 20 });
  });

  it('leaves out a class of fewer than five altogether', () => {
    const tally = { present: 4, fun: 4, learned: 4, wantMore: 4 };

    expect(rowsOf(1, { tally })[0]).toMatchObject({ tallyPresent: null, tallyFun: null });
    expect(opinionsOf(rowsOf(3, { tally })).tally).toMatchObject({ activities: 0, present: null });
  });

  it('is in the row of what was held alone', () => {
    const evaluation = said(3, 'maybe');
    const tally = { present: 24, fun: 20, learned: 18, wantMore: 15 };

    expect(aRow({ evaluation, tally })).toMatchObject({ schoolFit: 3, schoolAgain: 'maybe', tallyFun: 20 });
    expect(aRow({ state: 'confirmed', tally })).toMatchObject({ tallyPresent: null });
  });
});
