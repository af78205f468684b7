import { TableMarket } from '../../test/table-market.js';
import { FullScan } from '../search/full-scan.js';
import { checkPlan } from './check-plan.js';
import { plan, type Plan } from './plan.js';

const market = new TableMarket(
  [
    [9000, 5000, -1],
    [8000, -1, 3000],
    [4000, 4000, 4000],
  ],
  [1, 1, 0],
);
const good = plan(market, new FullScan(market));

describe('the checker of plans', () => {
  it('finds nothing wrong with a plan of this market', () => {
    expect(faults(good)).toEqual([]);
  });

  it.each<[string, Partial<Plan>, RegExp]>([
    ['an answer too few', { assignment: Int32Array.of(1, 0) }, /2 answers for 3 requests/],
    ['a price too few', { prices: Int32Array.of(0) }, /1 prices for 3 slots/],
    [
      'a slot given too often',
      { assignment: Int32Array.of(0, 0, -1), value: 17_000 },
      /slot 0 is given 2 times/,
    ],
    ['a hard condition broken', { assignment: Int32Array.of(-1, 1, -1) }, /request 1 may not have slot 1/],
    ['a full slot given', { assignment: Int32Array.of(1, 2, -1) }, /request 1 may not have slot 2/],
    ['a slot that does not exist', { assignment: Int32Array.of(3, -1, -1) }, /request 0 may not have slot 3/],
    ['no slot at all', { assignment: Int32Array.of(-2, -1, -1) }, /request 0 may not have slot -2/],
    ['a wrong sum', { value: good.value + 1 }, /add up to 13000, not to 13001/],
    [
      'a bound out of thin air',
      { certificate: { ...good.certificate, bound: good.value } },
      /the prices prove/,
    ],
    ['a gap out of thin air', { certificate: { ...good.certificate, gap: 0 } }, /the gap is/],
    ['a negative price', { prices: Int32Array.of(-5, 0, 0) }, /slot 0 has a negative price/],
  ])('sees %s', (_, change, fault) => {
    expect(faults({ ...good, ...change })).toContainEqual(expect.stringMatching(fault));
  });
});

function faults(of: Plan): string[] {
  return checkPlan(market, new FullScan(market), of);
}
