import { TableMarket } from '../../test/table-market.js';
import { FullScan } from '../search/full-scan.js';
import { assignmentValue, equalisingBonus, fairness } from './fairness.js';
import { plan } from './plan.js';

describe('the fairness of an assignment', () => {
  const schools = Int32Array.of(0, 0, 1, 1, 2, 2);

  it('counts asked and served per school and per group', () => {
    const groups = Int32Array.of(0, 1, 0, 1, 0, 1);
    const report = fairness(Int32Array.of(4, -1, 7, 2, -1, -1), {
      schools,
      schoolCount: 3,
      groups,
      groupCount: 2,
    });

    expect(report.schools).toEqual([
      { asked: 2, served: 1 },
      { asked: 2, served: 2 },
      { asked: 2, served: 0 },
    ]);
    expect(report.groups).toEqual([
      { asked: 3, served: 2 },
      { asked: 3, served: 1 },
    ]);
    expect(report.share).toBe(0.5);
    expect(report.worstServedShare).toBe(0);
    expect(report.withNothing).toEqual([2]);
  });

  it('has a Gini of 0 when all schools get the same share, and nears 1 when one gets all', () => {
    const all = fairness(Int32Array.of(0, -1, 0, -1, 0, -1), { schools, schoolCount: 3 });
    const one = fairness(Int32Array.of(-1, -1, 1, 1, -1, -1), { schools, schoolCount: 3 });

    expect(all.gini).toBeCloseTo(0);
    expect(one.gini).toBeCloseTo(2 / 3);
  });

  it('leaves schools out that asked nothing', () => {
    const report = fairness(Int32Array.of(3), { schools: Int32Array.of(1), schoolCount: 2 });

    expect(report).toMatchObject({ share: 1, worstServedShare: 1, gini: 0, withNothing: [] });
  });

  it('is all zeros for a market without requests', () => {
    expect(fairness(new Int32Array(0), { schools: new Int32Array(0), schoolCount: 2 })).toMatchObject({
      share: 0,
      worstServedShare: 0,
      gini: 0,
    });
  });

  it('looks at the worst-served twentieth of the schools', () => {
    const forty = Int32Array.from({ length: 80 }, (_, request) => request >> 1);
    const assignment = Int32Array.from({ length: 80 }, (_, request) => (request < 3 || request % 2 ? -1 : 0));

    expect(fairness(assignment, { schools: forty, schoolCount: 40 }).worstServedShare).toBe(0);
  });
});

describe('the equalising bonus', () => {
  const schools = Int32Array.of(0, 0, 1, 1, 2);
  const received = fairness(Int32Array.of(1, 1, 1, -1, -1), { schools, schoolCount: 3 });

  it('is highest for a school that got nothing, and 0 from the average share on', () => {
    expect([...equalisingBonus(received, schools, 600)]).toEqual([0, 0, 100, 100, 600]);
  });

  it('adds to what a request counted before', () => {
    expect([...equalisingBonus(received, schools, 600, Int32Array.of(7, 0, 1, 0, 0))]).toEqual([
      7, 0, 101, 100, 600,
    ]);
  });

  it('is nothing when nobody got anything', () => {
    const nothing = fairness(new Int32Array(5).fill(-1), { schools, schoolCount: 3 });

    expect([...equalisingBonus(nothing, schools, 600)]).toEqual([0, 0, 0, 0, 0]);
  });

  it('gives the next place to the school that went without, at a price in score', () => {
    const scores = [[5000], [4900]];
    const market = new TableMarket(scores, [1]);
    const before = plan(market, new FullScan(market));
    const asking = Int32Array.of(0, 1);
    const bonus = equalisingBonus(
      fairness(before.assignment, { schools: asking, schoolCount: 2 }),
      asking,
      300,
    );
    const fairer = new TableMarket(
      scores.map((row, request) => row.map((score) => score + bonus[request]!)),
      [1],
    );
    const after = plan(fairer, new FullScan(fairer));

    expect([...before.assignment, ...after.assignment]).toEqual([0, -1, -1, 0]);
    expect(assignmentValue(market, before.assignment) - assignmentValue(market, after.assignment)).toBe(100);
  });
});
