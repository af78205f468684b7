import { assignmentValue, equalisingBonus, fairness, plan, type Plan } from '#libs/matching-engine';
import type { Row } from '../table.js';
import { open, openWorkload } from './workload-market.js';

const rounds = 6;
/** Score units a school that got nothing counts more in the next round. */
const most = 3_000;

/** What treating schools alike costs: rounds on the same market, each with a bonus for those who got least before. */
export function priceOfFairness(): Row[] {
  const first = openWorkload(20_000, 60_000);
  const { workload, market } = first;
  const schools = Int32Array.from(workload.requests.school);
  const schoolCount = schools.reduce((highest, school) => Math.max(highest, school), -1) + 1;
  const before = plan(market, first.index);
  const received = (made: Plan) => fairness(made.assignment, { schools, schoolCount });
  let bonus = new Int32Array(schools.length);
  let made = before;
  for (let round = 0; round < rounds; round++) {
    const extra = equalisingBonus(received(made), schools, most);
    bonus = bonus.map((sum, request) => sum + (extra[request] as number));
    const equity = workload.requests.equity.map((own, request) => own + (bonus[request] as number) / 10_000);
    const next = open({ ...workload, requests: { ...workload.requests, equity } });
    made = plan(next.market, next.index);
  }
  const [one, other] = [received(before), received(made)];
  const cost =
    (1 - assignmentValue(market, made.assignment) / assignmentValue(market, before.assignment)) * 100;
  return [
    {
      what: 'worst-served twentieth of the schools, share before',
      value: one.worstServedShare,
      unit: '',
      promised: '',
    },
    {
      what: '  with an equalising bonus',
      value: other.worstServedShare / one.worstServedShare,
      unit: '×',
      promised: '≥ 1.6',
    },
    { what: '  for so much of the score', value: cost, unit: '%', promised: '≤ 1' },
  ];
}
